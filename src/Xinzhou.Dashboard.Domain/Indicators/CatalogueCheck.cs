using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Domain.Text;

namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>Whether an entry of the catalogue can be kept as it is to be.</summary>
public static partial class CatalogueCheck
{
    /// <summary>The greatest length of a name or an alias.</summary>
    public const int MaxNameLength = 60;

    /// <summary>The greatest length of a note.</summary>
    public const int MaxNoteLength = 300;

    /// <summary>The most indicators that the overview puts in front.</summary>
    public const int MaxHeadlines = 8;

    /// <summary>What is wrong with an indicator; empty if nothing is.</summary>
    /// <param name="indicator">As it is to be.</param>
    /// <param name="held">As it is; null if it is new.</param>
    /// <param name="catalogue">The catalogue as it is.</param>
    /// <param name="dimensions">The codes of the dimensions.</param>
    public static IReadOnlyList<CatalogueFault> Faults(
        Indicator indicator, Indicator? held, Catalogue catalogue, IReadOnlyCollection<string> dimensions)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(dimensions);
        return [.. All()];

        IEnumerable<CatalogueFault> All()
        {
            if (held is null && !Code().IsMatch(indicator.Code)) yield return new(CatalogueFaultReason.BadCode, indicator.Code);
            foreach (var fault in OfNames(indicator.Name, indicator.NameEn, indicator.Aliases)) yield return fault;
            foreach (var taken in Taken(
                indicator.Code, Names(indicator.Code, indicator.Name, indicator.Aliases),
                catalogue.Indicators.Select(i => (i.Code, Names(i.Code, i.Name, i.Aliases)))))
            {
                yield return taken;
            }

            if (string.IsNullOrWhiteSpace(indicator.Uom) || indicator.Uom.Length > MaxNameLength
                || (held is not null && indicator.Uom != held.Uom && Uoms.Factor(held.Uom, indicator.Uom) is null))
            {
                yield return new(CatalogueFaultReason.BadUom, indicator.Uom);
            }

            if (held is not null && indicator.Type != held.Type) yield return new(CatalogueFaultReason.TypeChanged);
            if (indicator.Dimension is { } dimension && !dimensions.Contains(dimension)) yield return new(CatalogueFaultReason.UnknownDimension, dimension);
            if (indicator.Note?.Length > MaxNoteLength) yield return new(CatalogueFaultReason.BadNote);
        }
    }

    /// <summary>What is wrong with the names of a statistical unit; empty if nothing is.</summary>
    /// <param name="unit">As it is to be.</param>
    /// <param name="catalogue">The catalogue as it is.</param>
    public static IReadOnlyList<CatalogueFault> Faults(StatisticalUnit unit, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(catalogue);
        return
        [
            .. OfNames(unit.Name, unit.NameEn, unit.Aliases),
            .. Taken(
                unit.Code, Names(unit.Code, unit.Name, unit.Aliases), catalogue.Units.Select(u => (u.Code, Names(u.Code, u.Name, u.Aliases)))),
        ];
    }

    /// <summary>What is wrong with the choice of what the overview puts in front; empty if nothing is.</summary>
    /// <param name="chosen">The choice, in its order.</param>
    /// <param name="catalogue">The catalogue as it is.</param>
    public static IReadOnlyList<CatalogueFault> Faults(IReadOnlyList<HeadlineIndicator> chosen, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        ArgumentNullException.ThrowIfNull(catalogue);
        var known = catalogue.Indicators.Select(i => i.Code).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. chosen.Count is 0 or > MaxHeadlines ? new CatalogueFault[] { new(CatalogueFaultReason.BadCount) } : [],
            .. chosen.SelectMany(c => new[] { c.Indicator, c.Share }).OfType<string>().Where(c => !known.Contains(c))
                .Select(c => new CatalogueFault(CatalogueFaultReason.UnknownIndicator, c)),
            .. chosen.GroupBy(c => c.Indicator).Where(g => g.Count() > 1 || g.Any(c => c.Share == c.Indicator))
                .Select(g => new CatalogueFault(CatalogueFaultReason.Twice, g.Key)),
        ];
    }

    /// <summary>Whether a text can be the code of a department.</summary>
    public static bool IsDepartmentCode(string code) => DepartmentCode().IsMatch(code);

    /// <summary>What is wrong with names; empty if nothing is.</summary>
    /// <param name="name">The Chinese name.</param>
    /// <param name="english">The English name; null if there is none.</param>
    /// <param name="aliases">What else it is called.</param>
    public static IEnumerable<CatalogueFault> OfNames(string name, string? english, IReadOnlyList<string> aliases)
    {
        if (NameText.IsNone(name) || name.Length > MaxNameLength || english?.Length > 2 * MaxNameLength)
        {
            yield return new(CatalogueFaultReason.BadName, name);
        }

        foreach (var hidden in new[] { name, english }.Concat(aliases).Select(NameText.HiddenIn).OfType<string>().Distinct())
        {
            yield return new(CatalogueFaultReason.HiddenCharacter, hidden);
        }

        foreach (var alias in aliases.Where(a => NameText.IsNone(a) || a.Length > MaxNameLength || a.Contains('|', StringComparison.Ordinal)))
        {
            yield return new(CatalogueFaultReason.BadAlias, alias);
        }
    }

    private static HashSet<string> Names(string code, string name, IReadOnlyList<string> aliases) => new([code, name, .. aliases], StringComparer.Ordinal);

    private static IEnumerable<CatalogueFault> Taken(string code, HashSet<string> names, IEnumerable<(string Code, HashSet<string> Names)> others) =>
        others.Where(o => o.Code != code).SelectMany(o => o.Names.Intersect(names)).Distinct()
            .Select(n => new CatalogueFault(CatalogueFaultReason.NameInUse, n));

    [GeneratedRegex("^[a-z][a-z0-9_]{1,59}$")]
    private static partial Regex Code();

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$")]
    private static partial Regex DepartmentCode();
}
