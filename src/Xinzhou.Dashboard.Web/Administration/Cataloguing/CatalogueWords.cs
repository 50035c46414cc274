using Xinzhou.Dashboard.Data.Cataloguing;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Administration.Cataloguing;

/// <summary>The words for what the catalogue keeps, in the language of the page.</summary>
/// <param name="store">Gives the names of indicators, units and dimensions.</param>
/// <param name="figures">The words of figures: types, directions, prices.</param>
/// <param name="text">The words.</param>
public sealed class CatalogueWords(SnapshotStore store, FigureWords figures, IStringLocalizer<CatalogueWords> text)
{
    /// <summary>That it was saved.</summary>
    public string Saved => text["Saved"];

    /// <summary>The label of a field: Name, Uom, ….</summary>
    public string Field(string name) => text[$"Field{name}"];

    /// <summary>Why a change was not made, and what can be done.</summary>
    public string Refusal(ChangeRefusal refusal) => text[$"Refusal{refusal}", ChangeReason.MaxLength];

    /// <summary>What is wrong, in one sentence.</summary>
    public string Fault(CatalogueFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return fault.Reason switch
        {
            CatalogueFaultReason.BadName or CatalogueFaultReason.BadAlias => text[$"Fault{fault.Reason}", fault.Value, CatalogueCheck.MaxNameLength],
            CatalogueFaultReason.BadNote => text[$"Fault{fault.Reason}", CatalogueCheck.MaxNoteLength],
            CatalogueFaultReason.BadCount => text[$"Fault{fault.Reason}", CatalogueCheck.MaxHeadlines],
            CatalogueFaultReason.Twice or CatalogueFaultReason.UnknownIndicator => text[$"Fault{fault.Reason}", Indicator(fault.Value)],
            _ => text[$"Fault{fault.Reason}", fault.Value],
        };
    }

    /// <summary>The name of an indicator; its code where there is none of it.</summary>
    public string Indicator(string code) => store.Current.Catalogue.Indicator(code) is { } found ? Names.Of(found) : code;

    /// <summary>The name of a unit; its code where there is none of it.</summary>
    public string Unit(string code) => store.Current.Catalogue.Unit(code) is { } found ? Names.Of(found) : code;

    /// <summary>产业能级; 综合 for none.</summary>
    public string Dimension(string? code) =>
        code is null ? text["General"]
        : store.Current.Plan.Dimensions.FirstOrDefault(d => d.Code == code) is { } found ? Names.Of(found) : code;

    /// <summary>省, 市, 县（市、区）, ….</summary>
    public string Level(UnitLevel level) => text[$"Level{level}"];

    /// <summary>Several names in a row.</summary>
    public static string Several(IEnumerable<string> names) => string.Join(Languages.IsEnglish ? ", " : "、", names);

    /// <summary>The changes of an indicator, in words.</summary>
    public IReadOnlyList<HistoryEntry> History(IReadOnlyList<CatalogueChange<Indicator>> changes) => [.. changes.Select(c => Entry(c, Fields))];

    /// <summary>The changes of the other names of a unit, in words.</summary>
    public IReadOnlyList<HistoryEntry> History(IReadOnlyList<CatalogueChange<IReadOnlyList<string>>> changes) =>
        [.. changes.Select(c => Entry(c, names => [(Field("Aliases"), Several(names))]))];

    /// <summary>The changes of a department, in words.</summary>
    public IReadOnlyList<HistoryEntry> History(IReadOnlyList<CatalogueChange<Department>> changes) =>
        [.. changes.Select(c => Entry(c, d => [(Field("Name"), d.Name), (Field("Code"), d.ShownCode()), (Field("Order"), ValueText.Number(d.Order)), (Field("Dissolved"), d.DissolvedOn?.Written() ?? "")]))];

    /// <summary>The choices of what is put in front, in words.</summary>
    public IReadOnlyList<HistoryEntry> History(IReadOnlyList<CatalogueChange<IReadOnlyList<HeadlineIndicator>>> changes) =>
        [.. changes.Select(c => Entry(c, chosen => [(Field("Headlines"), Several(chosen.Select(Headline)))]))];

    private string Headline(HeadlineIndicator chosen) =>
        chosen.Share is { } share ? text["WithShare", Indicator(chosen.Indicator), Indicator(share)] : Indicator(chosen.Indicator);

    private IEnumerable<(string Field, string Value)> Fields(Indicator indicator) =>
    [
        (Field("Name"), indicator.Name),
        (Field("NameEn"), indicator.NameEn ?? ""),
        (Field("Type"), figures.Type(indicator.Type)),
        (Field("Uom"), indicator.Uom),
        (Field("Direction"), figures.Direction(indicator.Direction)),
        (Field("LevelPrices"), Prices(indicator.PriceBasisOfLevel)),
        (Field("GrowthPrices"), Prices(indicator.PriceBasisOfGrowth)),
        (Field("Dimension"), Dimension(indicator.Dimension)),
        (Field("Aliases"), Several(indicator.Aliases)),
        (Field("Note"), indicator.Note ?? ""),
        (Field("Additive"), text[indicator.Additive ? "Yes" : "No"]),
    ];

    private string Prices(PriceBasis? basis) => basis is null ? "" : figures.Prices(basis);

    private HistoryEntry Entry<T>(CatalogueChange<T> change, Func<T, IEnumerable<(string Field, string Value)>> fields)
        where T : class
    {
        if (change.After is null) return new(change.At, change.By, change.Reason, text["NotUnderstood"], []);
        if (change.Before is null) return new(change.At, change.By, change.Reason, text["Entered"], []);
        return new(
            change.At, change.By, change.Reason, null,
            [
                .. fields(change.Before).Zip(fields(change.After)).Where(f => f.First.Value != f.Second.Value)
                    .Select(f => new FieldDifference(f.First.Field, f.First.Value, f.Second.Value)),
            ]);
    }
}
