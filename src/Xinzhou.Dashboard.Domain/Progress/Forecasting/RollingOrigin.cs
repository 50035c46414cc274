namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>
/// Forecasts made at earlier moments of a series, with what was known then, against what came. Source: L. J. Tashman,
/// Out-of-sample tests of forecasting accuracy, International Journal of Forecasting 16 (2000), 437–450.
/// </summary>
internal sealed class RollingOrigin
{
    private const int MaxOrigins = 16;
    private const int Effort = 16_000;

    private static readonly ForecastMethod[] Methods = [ForecastMethod.ThetaDamped, ForecastMethod.ThetaDampedSnaive, ForecastMethod.Snaive];

    private readonly double[] _errors;
    private readonly double[] _stretches;

    private RollingOrigin(double[] errors, double[] stretches) => (_errors, _stretches) = (errors, stretches);

    /// <summary>The mean absolute scaled error of a method, as <see cref="Backtest"/> tells it.</summary>
    public double Error(ForecastMethod method) => _errors[(int)method];

    /// <summary>How much wider than a method says its errors were, drawn toward what is usual where there are few origins.</summary>
    public double Stretch(ForecastMethod method) => _stretches[(int)method];

    /// <summary>Goes back along the series once and measures all methods on the way: to fit them is what takes time.</summary>
    /// <param name="values">The series, of ordinary magnitude.</param>
    /// <param name="season">Values in a season.</param>
    /// <param name="horizon">How many steps ahead.</param>
    /// <param name="fitted">The methods, fitted to the whole.</param>
    public static RollingOrigin Run(double[] values, int season, int horizon, FittedPool fitted)
    {
        var n = values.Length;
        var first = Math.Max(5, Math.Min(2 * season, n / 2));
        var span = Math.Min(n - first, 2 * Math.Max(season, 4));
        var origins = Math.Min(span, MaxOrigins);
        var evaluations = Math.Clamp(Effort / n, 80, 300);
        var (errors, ratios, compared) = (new double[Methods.Length], new double[Methods.Length], 0);
        for (var k = 0; k < origins; k++)
        {
            var origin = n - span + k * span / origins;
            var steps = Math.Min(horizon, n - origin);
            var pool = fitted.Refit(values[..origin], season, evaluations);
            foreach (var method in Methods)
            {
                var (error, squares) = Compare(new(pool.Of(method), steps), values.AsSpan(origin, steps));
                errors[(int)method] += error;
                ratios[(int)method] += squares / steps;
            }

            compared += steps;
        }

        var scale = Scale(values, season) * Math.Max(1, compared);
        return new([.. errors.Select(e => e / scale)], [.. ratios.Select(r => ForecastCalibration.Stretch(r, origins))]);
    }

    /// <summary>The absolute errors of a forecast, and their squares in its variances, each added up.</summary>
    private static (double Errors, double Squares) Compare(PooledForecast forecast, ReadOnlySpan<double> came)
    {
        var (errors, squares) = (0.0, 0.0);
        for (var h = 0; h < came.Length; h++)
        {
            var error = came[h] - forecast.Mean[h];
            var variance = forecast.Spread[h] * forecast.Spread[h];
            errors += Math.Abs(error);
            squares += variance > 0 ? Math.Min(ForecastCalibration.MaxRatio, error * error / variance) : 1;
        }

        return (errors, squares);
    }

    private static double Scale(double[] values, int season)
    {
        var sum = 0.0;
        for (var i = season; i < values.Length; i++)
            sum += Math.Abs(values[i] - values[i - season]) / (values.Length - season);
        return sum > 0 ? sum : 1;
    }
}
