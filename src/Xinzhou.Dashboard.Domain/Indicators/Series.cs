namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>A series: one measure of one indicator for one statistical unit, for gaps against one benchmark.</summary>
public sealed record Series
{
    public required int Id { get; init; }
    public required Indicator Indicator { get; init; }
    public required StatisticalUnit Unit { get; init; }
    public required Measure Measure { get; init; }

    /// <summary>Only for gaps.</summary>
    public Benchmark? Benchmark { get; init; }

    internal bool IsOf(string indicator, string unit, Measure measure, Benchmark? benchmark) =>
        Indicator.Code == indicator && Unit.Code == unit && Measure == measure && Benchmark == benchmark;

    /// <summary>The identifier of the API: <c>s</c> and the number.</summary>
    public string Key => $"s{Id}";

    /// <summary>What a gap is a gap of: the share for a ratio, else the year-on-year growth; null for all other measures.</summary>
    public Measure? Of => Measure != Measure.Gap ? null
        : Indicator.Type == IndicatorType.Ratio ? Measure.Share
        : Measure.Yoy;

    /// <summary>The price basis of what does not state one: the indicator's for the measure; null when it has none.</summary>
    public PriceBasis? PriceBasis => Indicator.PriceBasisOf(Measure);

    /// <summary>The unit that values of the series are compared in.</summary>
    public string Uom => Measure switch
    {
        Measure.Level => Indicator.Uom,
        Measure.Gap => Uoms.PercentagePoint,
        Measure.Qualitative => "",
        _ => Uoms.Percent,
    };
}
