namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>
/// The mean absolute scaled error of forecasts made at earlier moments of the same series: the scale is the mean absolute
/// change from one season to the next. Source: R. J. Hyndman and A. B. Koehler, Another look at measures of forecast accuracy,
/// International Journal of Forecasting 22 (2006), 679–688.
/// </summary>
/// <param name="Combination">Of the combination, whether it is used or not.</param>
/// <param name="SeasonalNaive">Of the seasonal naive forecast.</param>
public sealed record Backtest(double Combination, double SeasonalNaive);
