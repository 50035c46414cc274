namespace Xinzhou.Dashboard.Web.Api.Progress;

/// <summary>Mean absolute scaled errors of forecasts made at earlier moments of the series.</summary>
/// <param name="Method">Of the combination, also where the seasonal naive forecast is used because it did better.</param>
/// <param name="Snaive">Of the seasonal naive forecast.</param>
public sealed record BacktestItem(double Method, double Snaive);
