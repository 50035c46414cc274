using Xinzhou.Dashboard.Domain.Indicators;

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

    public NameResolver(SourceTable table, TableCells cells, Catalogue catalogue, bool create)
    {
        _catalogue = catalogue;
        if (create)
        {
            CreateUnits(table, cells);
            CreateIndicators(table, cells);
        }
    }

    public IReadOnlyCollection<Indicator> NewIndicators => _newIndicators.Values;

    public IReadOnlyCollection<StatisticalUnit> NewUnits => _newUnits.Values;

    public StatisticalUnit? Unit(string text) => _catalogue.Unit(text) ?? _newUnits.GetValueOrDefault(text);

    /// <summary>The base indicator of a text: the text itself if it is a name, else what remains after one suffix.</summary>
    /// <param name="text">The text as written.</param>
    /// <param name="parsed">How the text was taken apart.</param>
    public Indicator? Indicator(string text, out IndicatorText parsed)
    {
        parsed = IndicatorText.Plain(text);
        if ((_catalogue.Indicator(text) ?? _newIndicators.GetValueOrDefault(text)) is { } exact)
        {
            return exact;
        }

        parsed = IndicatorText.Cut(text);
        return parsed.IsCut ? _catalogue.Indicator(parsed.Name) ?? _newIndicators.GetValueOrDefault(parsed.Name) : null;
    }

    private void CreateUnits(SourceTable table, TableCells cells)
    {
        var order = _catalogue.Units.Select(u => u.Order).DefaultIfEmpty().Max();
        foreach (var row in table.Rows)
        {
            var name = cells.Text(row, ImportColumns.Region);
            if (name.Length > 0 && Unit(name) is null)
            {
                _newUnits[name] = new() { Code = name, Name = name, Level = UnitLevel.Other, Order = ++order };
            }
        }
    }

    private void CreateIndicators(SourceTable table, TableCells cells)
    {
        var order = _catalogue.Indicators.Select(i => i.Order).DefaultIfEmpty().Max();
        foreach (var row in table.Rows)
        {
            // A text that ends with a suffix names nothing new: its base must stand plainly in a row of its own.
            var name = cells.Text(row, ImportColumns.Indicator);
            if (name.Length > 0 && !IndicatorText.Cut(name).IsCut && Indicator(name, out _) is null)
            {
                _newIndicators[name] = new()
                {
                    Code = name,
                    Name = name,
                    Type = IndicatorType.Flow,
                    Uom = "",
                    Direction = Direction.None,
                    Order = ++order,
                };
            }
        }

        var typed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in _newIndicators.Count == 0 ? [] : table.Rows)
        {
            if (Indicator(cells.Text(row, ImportColumns.Indicator), out var text) is { } indicator
                && _newIndicators.ContainsKey(indicator.Code)
                && cells.BasisOf(row) is { } basis)
            {
                _newIndicators[indicator.Code] = Describe(indicator, row, basis, text, cells, typed);
            }
        }
    }

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
            if (basis.CreatedType(hasValue ? uom : "", period) is { } type)
            {
                typed.Add(indicator.Code);
                indicator = indicator with { Type = type };
            }
        }

        // The unit of a gap or a growth rate is not the unit of the indicator.
        var isOwnUnit = hasValue
            ? basis.MeasureOfValue(text.Suffix, indicator.Type) is Measure.Level or Measure.Share
            : uom is not (Uoms.Percent or Uoms.PercentagePoint);
        if (indicator.Uom.Length == 0 && uom.Length > 0 && isOwnUnit)
        {
            indicator = indicator with { Uom = uom };
        }

        var isPerHead = indicator is { Type: IndicatorType.Flow, Uom: "元" } && indicator.Name.Contains("人均", StringComparison.Ordinal);
        return indicator with { Additive = !isPerHead };
    }
}
