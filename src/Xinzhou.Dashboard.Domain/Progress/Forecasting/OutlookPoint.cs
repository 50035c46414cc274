using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>What a year, or the end of a quarter, is forecast to come to.</summary>
/// <param name="Period">The year, or the day.</param>
/// <param name="Distribution">How it is distributed, in the unit of the series.</param>
public sealed record OutlookPoint(Period Period, ForecastDistribution Distribution);
