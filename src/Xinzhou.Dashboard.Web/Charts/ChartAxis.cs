namespace Xinzhou.Dashboard.Web.Charts;

/// <summary>One axis of the canvas.</summary>
/// <param name="Type"><c>time</c> (milliseconds, UTC) or <c>value</c>.</param>
/// <param name="Min">Its beginning.</param>
/// <param name="Max">Its end.</param>
/// <param name="AxisLabel">What stands along it.</param>
/// <param name="Lines">Where a line or a tick stands.</param>
public sealed record ChartAxis(string Type, decimal Min, decimal Max, ChartAxisLabel AxisLabel, IReadOnlyList<decimal> Lines);
