namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>
/// Forecasts one series: Theta and the damped trend combined, with the seasonal naive forecast where the series is short, or that
/// alone where it did better on the series itself. The same request always has the same answer. See docs/forecasting.md.
/// </summary>
public static class Forecaster
{
    // The smoothing states have forgotten what lies further back, and the trend of decades ago is none of today.
    private const int MostUsed = 240;

    /// <summary>The forecast; null if the series is shorter than <see cref="SeriesLengths.Minimum"/>.</summary>
    /// <exception cref="ArgumentException">The request is outside the bounds that its members state.</exception>
    public static Forecast? Of(ForecastRequest request)
    {
        Check(request);
        var lengths = SeriesLengths.Of(request.Frequency);
        var count = request.Values.Count;
        if (count < lengths.Minimum)
            return null;

        var magnitude = request.Values.Max(Math.Abs) is > 0 and var largest ? largest : 1;
        double[] values = [.. request.Values.Skip(count - MostUsed).Select(v => v / magnitude)];
        var fitted = FittedPool.Fit(values, lengths.Season);
        var combination = count < lengths.Pair ? ForecastMethod.ThetaDampedSnaive : ForecastMethod.ThetaDamped;
        var tested = RollingOrigin.Run(values, lengths.Season, request.Horizon, fitted, combination);
        var method = count >= lengths.Combination && tested.Backtest.Combination < tested.Backtest.SeasonalNaive ? combination : ForecastMethod.Snaive;
        if (method != combination)
            tested = RollingOrigin.Run(values, lengths.Season, request.Horizon, fitted, combination, method);

        var pool = new PooledForecast(fitted.Of(method), request.Horizon);
        var bands = Bands(pool, tested.Stretch, request, magnitude, out var last);
        return new()
        {
            Method = method,
            Mean = [.. pool.Mean.Select(v => Scaled(v, magnitude))],
            Intervals = bands,
            Probability = request.Target is { } target && count >= lengths.Probability ? Meets(last, target, magnitude, request.Direction) : null,
            Backtest = tested.Backtest,
        };
    }

    private static void Check(ForecastRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfZero(request.Values.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Values.Count, SeriesLengths.Maximum);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Horizon, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Horizon, SeriesLengths.MaximumHorizon);
        if (!request.Values.All(double.IsFinite) || request.Target is { } target && !double.IsFinite(target))
            throw new ArgumentException("A value is not finite.", nameof(request));
        if (!request.Levels.All(l => l is > 0 and < 100))
            throw new ArgumentException("A level is not between 0 and 100.", nameof(request));
    }

    private static PredictionInterval[] Bands(PooledForecast pool, double stretch, ForecastRequest request, double magnitude, out double[] last)
    {
        var lower = request.Levels.Select(_ => new double[request.Horizon]).ToArray();
        var upper = request.Levels.Select(_ => new double[request.Horizon]).ToArray();
        last = [];
        for (var h = 0; h < request.Horizon; h++)
        {
            last = pool.Simulate(h, stretch);
            for (var l = 0; l < request.Levels.Count; l++)
            {
                var outside = (1 - request.Levels[l] / 100) / 2;
                lower[l][h] = Scaled(Quantile(last, outside), magnitude);
                upper[l][h] = Scaled(Quantile(last, 1 - outside), magnitude);
            }
        }
        return [.. request.Levels.Select((level, l) => new PredictionInterval(level, lower[l], upper[l]))];
    }

    /// <summary>The share of the draws that meet the target.</summary>
    private static double Meets(double[] draws, double target, double magnitude, ForecastDirection direction) =>
        draws.Count(d => direction == ForecastDirection.Up ? Scaled(d, magnitude) >= target : Scaled(d, magnitude) <= target) / (double)draws.Length;

    private static double Quantile(double[] ordered, double probability)
    {
        var at = Math.Clamp(probability * ordered.Length - 0.5, 0, ordered.Length - 1);
        var below = (int)at;
        return below + 1 < ordered.Length ? ordered[below] + (at - below) * (ordered[below + 1] - ordered[below]) : ordered[below];
    }

    private static double Scaled(double value, double magnitude) => Math.Clamp(value * magnitude, double.MinValue, double.MaxValue);
}
