namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>Steps that count together: the quarters of a year, or one step alone.</summary>
/// <param name="First">The first of them, 1 for the first step.</param>
/// <param name="Last">The last of them, not beyond the horizon.</param>
/// <param name="Reached">What is known of it already and is added.</param>
public sealed record ForecastTotal(int First, int Last, double Reached = 0);
