namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>
/// Forecasts made at earlier moments of a series, with what was known then, against what came. Source: L. J. Tashman,
/// Out-of-sample tests of forecasting accuracy, International Journal of Forecasting 16 (2000), 437–450.
/// </summary>
internal sealed class RollingOrigin
{
    private const int MostOrigins = 16;
    private const int Effort = 16_000;

    private RollingOrigin(Backtest backtest, double pair, double stretch) => (Backtest, Pair, Stretch) = (backtest, pair, stretch);

    /// <summary>How the combination and the seasonal naive forecast did.</summary>
    public Backtest Backtest { get; }

    /// <summary>How Theta and the damped trend did without the seasonal naive forecast, in the terms of <see cref="Backtest"/>.</summary>
    public double Pair { get; }

    /// <summary>How much wider than the methods say the errors were, drawn toward what is usual where there are few origins.</summary>
    public double Stretch { get; }

    /// <summary>Goes back along the series.</summary>
    /// <param name="values">The series, of ordinary magnitude.</param>
    /// <param name="season">Values in a season.</param>
    /// <param name="horizon">How many steps ahead.</param>
    /// <param name="fitted">The methods, fitted to the whole.</param>
    /// <param name="combination">What is tested against the seasonal naive forecast.</param>
    /// <param name="calibrated">Whose errors the stretch is taken from.</param>
    public static RollingOrigin Run(double[] values, int season, int horizon, FittedPool fitted, ForecastMethod combination, ForecastMethod? calibrated = null)
    {
        var n = values.Length;
        var first = Math.Max(5, Math.Min(2 * season, n / 2));
        var span = Math.Min(n - first, 2 * Math.Max(season, 4));
        var origins = Math.Min(span, MostOrigins);
        var evaluations = Math.Clamp(Effort / n, 80, 300);
        var (combined, paired, naive, compared) = (0.0, 0.0, 0.0, 0);
        var ratios = 0.0;
        for (var k = 0; k < origins; k++)
        {
            var origin = n - span + k * span / origins;
            var steps = Math.Min(horizon, n - origin);
            var pool = fitted.Refit(values[..origin], season, evaluations);
            var forecast = new PooledForecast(pool.Of(combination), steps);
            var used = calibrated is { } other && other != combination ? new PooledForecast(pool.Of(other), steps) : forecast;
            var (theta, damped, simple) = (pool.Theta.Mean(steps), pool.Damped.Mean(steps), pool.Naive.Mean(steps));
            var squares = 0.0;
            for (var h = 0; h < steps; h++)
            {
                combined += Math.Abs(values[origin + h] - forecast.Mean[h]);
                paired += Math.Abs(values[origin + h] - ((theta[h] + damped[h]) / 2));
                naive += Math.Abs(values[origin + h] - simple[h]);
                var error = values[origin + h] - used.Mean[h];
                var variance = used.Spread[h] * used.Spread[h];
                squares += variance > 0 ? Math.Min(ForecastCalibration.MostRatio, error * error / variance) : 1;
            }
            compared += steps;
            ratios += squares / steps;
        }
        var scale = Scale(values, season) * Math.Max(1, compared);
        return new(new(combined / scale, naive / scale), paired / scale, ForecastCalibration.Stretch(ratios, origins));
    }

    private static double Scale(double[] values, int season)
    {
        var sum = 0.0;
        for (var i = season; i < values.Length; i++)
            sum += Math.Abs(values[i] - values[i - season]) / (values.Length - season);
        return sum > 0 ? sum : 1;
    }
}
