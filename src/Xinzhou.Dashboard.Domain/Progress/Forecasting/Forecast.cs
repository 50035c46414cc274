namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>What <see cref="Forecaster"/> says of a series.</summary>
public sealed record Forecast
{
    /// <summary>What the forecasts were made with.</summary>
    public required ForecastMethod Method { get; init; }

    /// <summary>The forecasts, one a step.</summary>
    public required IReadOnlyList<double> Mean { get; init; }

    /// <summary>One for each level that was asked for, in that order.</summary>
    public required IReadOnlyList<PredictionInterval> Intervals { get; init; }

    /// <summary>One for each total that was asked for, in that order. Their steps are taken to err all the same way: no error of one is made good by another.</summary>
    public IReadOnlyList<ForecastDistribution> Totals { get; init; } = [];

    /// <summary>The probability that the last value meets the target, 0–1; null without a target or when the series is too short for it.</summary>
    public double? Probability { get; init; }

    /// <summary>How the combination and the seasonal naive forecast did on the series itself.</summary>
    public required Backtest Backtest { get; init; }

    /// <summary>The word for <see cref="Probability"/>.</summary>
    public Likelihood? Likelihood => Probability is { } probability ? LikelihoodOf(probability) : null;

    /// <summary>The word for a probability.</summary>
    /// <param name="probability">0–1.</param>
    public static Likelihood LikelihoodOf(double probability) => probability switch
    {
        >= 0.80 => Forecasting.Likelihood.VeryLikely,
        >= 0.55 => Forecasting.Likelihood.Likely,
        >= 0.45 => Forecasting.Likelihood.Even,
        >= 0.20 => Forecasting.Likelihood.Unlikely,
        _ => Forecasting.Likelihood.VeryUnlikely,
    };
}
