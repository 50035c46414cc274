using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>The value of a year, or of a part of one, that a target was judged by.</summary>
/// <param name="Year">The year.</param>
/// <param name="Figure">The figure that it is taken from.</param>
/// <param name="Value">In the unit of the target.</param>
public sealed record YearValue(int Year, Figure Figure, decimal Value);
