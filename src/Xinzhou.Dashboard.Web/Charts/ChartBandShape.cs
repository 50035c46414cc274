namespace Xinzhou.Dashboard.Web.Charts;

/// <summary>A band in the coordinates of the data.</summary>
/// <param name="Level">The probability, in %.</param>
/// <param name="Corners">Day number with a fraction, lower and upper bound, from left to right; two at least.</param>
public sealed record ChartBandShape(int Level, IReadOnlyList<(decimal X, decimal Low, decimal High)> Corners);
