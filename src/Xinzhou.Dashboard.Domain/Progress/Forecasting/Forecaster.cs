namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>
/// Forecasts one series: Theta and the damped trend combined, with the seasonal naive forecast where the series is short, or that
/// alone where it did better on the series itself. The same request always has the same answer. See docs/forecasting.md.
/// </summary>
public static class Forecaster
{
    // The smoothing states have forgotten what lies further back, and the trend of decades ago is none of today.
    private const int MaxUsed = 240;

    // A series whose trend explains it that much better than its seasons do has no use for the seasonal naive forecast.
    private const double ClearTrend = 0.25;

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
        double[] values = [.. request.Values.Skip(count - MaxUsed).Select(v => v / magnitude)];
        var fitted = FittedPool.Fit(values, lengths.Season);
        var tested = RollingOrigin.Run(values, lengths.Season, request.Horizon, fitted);
        var naive = tested.Error(ForecastMethod.Snaive);
        var isPair = count >= lengths.Pair || (count >= lengths.Combination && tested.Error(ForecastMethod.ThetaDamped) < ClearTrend * naive);
        var combination = isPair ? ForecastMethod.ThetaDamped : ForecastMethod.ThetaDampedSnaive;
        var backtest = new Backtest(tested.Error(combination), naive);
        var method = count >= lengths.Combination && backtest.Combination < naive ? combination : ForecastMethod.Snaive;
        var pool = new PooledForecast(fitted.Of(method), request.Horizon);
        var bands = Bands(pool, tested.Stretch(method), request, magnitude, out var last, out var totals);
        return new()
        {
            Method = method,
            Mean = [.. pool.Mean.Select(v => Scaled(v, magnitude))],
            Intervals = bands,
            Totals = totals,
            Probability = request.Target is { } target && count >= lengths.Probability ? Meets(last, target, magnitude, request.Direction) : null,
            Backtest = backtest,
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
        if (!request.Totals.All(t => t.First >= 1 && t.First <= t.Last && t.Last <= request.Horizon && double.IsFinite(t.Reached)))
            throw new ArgumentException("A total goes beyond the horizon.", nameof(request));
    }

    private static PredictionInterval[] Bands(PooledForecast pool, double stretch, ForecastRequest request, double magnitude, out double[] last, out ForecastDistribution[] totals)
    {
        var lower = request.Levels.Select(_ => new double[request.Horizon]).ToArray();
        var upper = request.Levels.Select(_ => new double[request.Horizon]).ToArray();
        last = [];
        var sums = new double[request.Totals.Count][];
        for (var h = 0; h < request.Horizon; h++)
        {
            last = pool.Simulate(h, stretch);
            for (var t = 0; t < sums.Length; t++)
            {
                if (request.Totals[t] is { } total && h + 1 >= total.First && h + 1 <= total.Last)
                    sums[t] = Added(sums[t], last, total.Reached, magnitude);
            }

            for (var l = 0; l < request.Levels.Count; l++)
            {
                var outside = (1 - request.Levels[l] / 100) / 2;
                lower[l][h] = Scaled(ForecastDistribution.QuantileOf(last, outside), magnitude);
                upper[l][h] = Scaled(ForecastDistribution.QuantileOf(last, 1 - outside), magnitude);
            }
        }
        totals =
        [
            .. request.Totals.Select((total, t) =>
                ForecastDistribution.Of(total.Reached + Scaled(pool.Mean[(total.First - 1)..total.Last].Sum(), magnitude), sums[t])),
        ];
        return [.. request.Levels.Select((level, l) => new PredictionInterval(level, lower[l], upper[l]))];
    }

    /// <summary>Draws of a total with those of one step more, rank by rank: what is high in one is high in the next.</summary>
    private static double[] Added(double[]? sum, double[] draws, double reached, double magnitude)
    {
        sum ??= [.. Enumerable.Repeat(reached, draws.Length)];
        for (var i = 0; i < draws.Length; i++) sum[i] += Scaled(draws[i], magnitude);
        return sum;
    }

    /// <summary>The share of the draws that meet the target.</summary>
    private static double Meets(double[] draws, double target, double magnitude, ForecastDirection direction) =>
        draws.Count(d => direction == ForecastDirection.Up ? Scaled(d, magnitude) >= target : Scaled(d, magnitude) <= target) / (double)draws.Length;

    private static double Scaled(double value, double magnitude) => Math.Clamp(value * magnitude, double.MinValue, double.MaxValue);
}
