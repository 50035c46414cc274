using System.Text.Json.Serialization;
using Xinzhou.Dashboard.Domain.Progress.Forecasting;
using Xinzhou.Dashboard.Web.Api.Description;

namespace Xinzhou.Dashboard.Web.Api.Progress;

/// <summary>A forecast; no number is rounded.</summary>
/// <param name="Method">What it was made with; null if it was refused.</param>
/// <param name="Mean">The forecasts, one a step; none if it was refused.</param>
/// <param name="Intervals">The bands by their level in %.</param>
/// <param name="Backtest">How the combination and the seasonal naive forecast did on the series itself; null if it was refused.</param>
public sealed record ForecastItem(
    [property: Codes<ForecastMethod>] string? Method,
    IReadOnlyList<double> Mean,
    IReadOnlyDictionary<string, BandItem> Intervals,
    BacktestItem? Backtest)
{
    /// <summary>Only with a target, of a series that is long enough: the probability that the last step meets it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Probability { get; init; }

    /// <summary>Only with a probability: its word.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Word { get; init; }

    /// <summary>Only without a forecast: why there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RefusalItem? Refused { get; init; }
}
