using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>A value of one quarter or year alone, in the unit of its series.</summary>
/// <param name="Period">The quarter, the year, or the day on which it ends.</param>
/// <param name="Value">As published, or the difference of two values from January on.</param>
/// <param name="Figure">The figure it is taken from; of a difference the later one.</param>
/// <param name="IsDerived">True for a difference.</param>
public sealed record SinglePeriod(Period Period, decimal Value, Figure Figure, bool IsDerived);
