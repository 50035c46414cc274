using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Text;

namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>
/// Finds the indicators and units that a table names: in the catalogue, or, where they are to be created, among the names
/// the table itself introduces.
/// </summary>
internal sealed class NameResolver
{
    private readonly Catalogue _catalogue;
    private readonly Dictionary<string, Indicator> _newIndicators = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StatisticalUnit> _newUnits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _firstLines = new(StringComparer.Ordinal);

    public NameResolver(SourceTable table, TableCells cells, Catalogue catalogue, bool create)
    {
        _catalogue = catalogue;
        if (create)
        {
            CreateIndicators(table, cells, PlainNames(table, cells));
        }
    }

    public IReadOnlyCollection<Indicator> NewIndicators => _newIndicators.Values;

    public IReadOnlyCollection<StatisticalUnit> NewUnits => _newUnits.Values;

    /// <summary>A remark on each name that is created.</summary>
    public IEnumerable<Fault> Remarks =>
    [
        .. _newIndicators.Values.Select(i => new Fault(_firstLines[i.Name], ImportColumns.Indicator, FaultReason.NewIndicator, i.Name)),
        .. _newUnits.Values.Select(u => new Fault(_firstLines[u.Name], ImportColumns.Region, FaultReason.NewUnit, u.Name)),
    ];

    public StatisticalUnit? Unit(string text) => _catalogue.UnitOf(text) ?? _newUnits.GetValueOrDefault(PlainText.Key(text));

    /// <summary>The base indicator of a text: the text itself if it is a name, else what remains after one suffix.</summary>
    /// <param name="text">The text as written.</param>
    /// <param name="parsed">How the text was taken apart.</param>
    public Indicator? Indicator(string text, out IndicatorText parsed) =>
        IndicatorText.Resolve(text, t => _catalogue.IndicatorOf(t) ?? _newIndicators.GetValueOrDefault(PlainText.Key(t)), out parsed);

    /// <summary>
    /// Creates the units, and gives the indicators that stand plainly in a row of their own: a text that ends with a suffix
    /// names nothing new, its base must be one of them.
    /// </summary>
    private HashSet<string> PlainNames(SourceTable table, TableCells cells)
    {
        var (regions, texts) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var order = _catalogue.Units.Select(u => u.Order).DefaultIfEmpty().Max();
        foreach (var row in table.Rows)
        {
            texts.Add(cells.Text(row, ImportColumns.Indicator));
            var region = cells.Text(row, ImportColumns.Region);
            if (regions.Add(region) && PlainText.Key(region) is { Length: > 0 } name && Unit(name) is null && PlainText.OddLetterOf(name) is null)
            {
                _firstLines.TryAdd(name, row.Line);
                _newUnits[name] = new() { Code = name, Name = name, Level = UnitLevel.Other, Order = ++order };
            }
        }

        return texts.Select(PlainText.Key)
            .Where(t => t.Length > 0 && !IndicatorText.Cut(t).IsCut && _catalogue.IndicatorOf(t) is null && PlainText.OddLetterOf(t) is null)
            .ToHashSet(StringComparer.Ordinal);
    }

    private void CreateIndicators(SourceTable table, TableCells cells, HashSet<string> plain)
    {
        var order = _catalogue.Indicators.Select(i => i.Order).DefaultIfEmpty().Max();
        var typed = new HashSet<string>(StringComparer.Ordinal);
        var read = new Dictionary<string, IndicatorText?>(StringComparer.Ordinal);
        // Of those whose type and unit are said, no further row says anything new.
        var open = new HashSet<string>(plain, StringComparer.Ordinal);
        foreach (var row in open.Count == 0 ? [] : table.Rows)
        {
            var written = cells.Text(row, ImportColumns.Indicator);
            if (!read.TryGetValue(written, out var creates))
            {
                read[written] = creates = Creating(PlainText.Key(written), plain);
            }

            if (creates is not { } parsed || !open.Contains(parsed.Name))
            {
                continue;
            }

            var indicator = _newIndicators.GetValueOrDefault(parsed.Name) ?? new()
            {
                Code = parsed.Name,
                Name = parsed.Name,
                Type = IndicatorType.Flow,
                Uom = "",
                Direction = Direction.None,
                Order = ++order,
            };
            _firstLines.TryAdd(parsed.Name, row.Line);
            _newIndicators[parsed.Name] = cells.BasisOf(row) is { } basis
                ? Describe(indicator, row, basis, parsed, cells, typed)
                : indicator;
            if (typed.Contains(parsed.Name) && _newIndicators[parsed.Name].Uom.Length > 0 && open.Remove(parsed.Name) && open.Count == 0) return;
        }
    }

    /// <summary>The text taken apart; null where it names nothing new.</summary>
    private IndicatorText? Creating(string text, HashSet<string> plain) =>
        IndicatorText.Cut(text) is var parsed && _catalogue.IndicatorOf(text) is null && plain.Contains(parsed.Name) ? parsed : null;

    /// <summary>What one more row says of a new indicator: the first that says its type and its unit decide.</summary>
    private static Indicator Describe(
        Indicator indicator,
        SourceRow row,
        Basis basis,
        IndicatorText text,
        TableCells cells,
        HashSet<string> typed)
    {
        var hasValue = cells.Text(row, ImportColumns.Value).Length > 0;
        var uom = cells.UomOf(row);
        if (!typed.Contains(indicator.Code))
        {
            var period = PeriodNotation.Read(cells.Text(row, ImportColumns.Period), basis, out _)?.Kind ?? PeriodKind.Unstated;
            var isOfLevel = text.Suffix == NameSuffix.None;
            var saysType = isOfLevel || basis is not (Basis.Forecast or Basis.Target) || cells.Text(row, ImportColumns.Yoy).Length > 0;
            if (saysType && basis.CreatedType(hasValue && isOfLevel ? uom : "", period) is { } type)
            {
                typed.Add(indicator.Code);
                indicator = indicator with { Type = type };
            }
        }

        if (indicator.Uom.Length == 0)
        {
            // The unit of a gap or a growth rate is not the unit of the indicator; a share is in % even where none is written.
            indicator = indicator with
            {
                Uom = (hasValue ? basis.MeasureOfValue(text.Suffix, indicator.Type) : null) switch
                {
                    Measure.Level => uom,
                    Measure.Share => Uoms.Percent,
                    null when !hasValue && uom is not (Uoms.Percent or Uoms.PercentagePoint) => uom,
                    _ => "",
                },
            };
        }

        var isPerHead = indicator is { Type: IndicatorType.Flow, Uom: "元" } && indicator.Name.Contains("人均", StringComparison.Ordinal);
        return indicator with { Additive = !isPerHead };
    }
}
