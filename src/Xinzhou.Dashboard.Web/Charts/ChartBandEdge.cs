namespace Xinzhou.Dashboard.Web.Charts;

/// <summary>The bounds of a band at one period.</summary>
/// <param name="Start">First day of the period; the same as <paramref name="End"/> for a point in time.</param>
/// <param name="End">Last day of the period.</param>
/// <param name="Low">The lower bound, in the unit of the chart.</param>
/// <param name="High">The upper bound.</param>
public sealed record ChartBandEdge(DateOnly Start, DateOnly End, decimal Low, decimal High);
