namespace Xinzhou.Dashboard.Web.Charts;

/// <summary>One series of a chart.</summary>
public sealed record ChartSeries
{
    /// <summary>As the key names it: 忻州市, 全省.</summary>
    public required string Name { get; init; }

    public ChartForm Form { get; init; } = ChartForm.Bars;

    /// <summary>
    /// True where a value adds up over its period (levels of flows, and all that stands in bars): only of periods of one length
    /// is one the highest.
    /// </summary>
    public bool Accumulates { get => field || Form == ChartForm.Bars; init; }

    public ChartTone Tone { get; init; } = ChartTone.City;

    /// <summary>In any order; several of one period are drawn over each other.</summary>
    public required IReadOnlyList<ChartPoint> Points { get; init; }
}
