namespace Xinzhou.Dashboard.Web.Charts;

/// <summary>The shapes of a chart, as one custom series.</summary>
public sealed record ChartItems(IReadOnlyList<ChartItem> Data)
{
    public string Type { get; } = "custom";
}
