namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>
/// Each forecast is the last value of the same season; of yearly values the last. What other methods have to beat. Source:
/// R. J. Hyndman and G. Athanasopoulos, Forecasting: Principles and Practice, "Some simple forecasting methods" and
/// "Prediction intervals".
/// </summary>
public sealed class SeasonalNaive : IForecastModel
{
    private readonly double[] _last;
    private readonly double _deviation;

    private SeasonalNaive(double[] last, double deviation) => (_last, _deviation) = (last, deviation);

    /// <summary>Fits a series of one season at least.</summary>
    /// <param name="values">The series.</param>
    /// <param name="season">Values in a season, 1 or more.</param>
    public static SeasonalNaive Fit(ReadOnlySpan<double> values, int season)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(season, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Length, season);
        var squares = 0.0;
        for (var i = season; i < values.Length; i++)
            squares += (values[i] - values[i - season]) * (values[i] - values[i - season]);
        var deviation = values.Length > season ? Math.Sqrt(squares / (values.Length - season)) : 0;
        return new(values[^season..].ToArray(), deviation);
    }

    /// <inheritdoc/>
    public double[] Mean(int horizon)
    {
        var mean = new double[horizon];
        for (var h = 0; h < horizon; h++)
            mean[h] = _last[h % _last.Length];
        return mean;
    }

    /// <inheritdoc/>
    public double[] Spread(int horizon)
    {
        var spread = new double[horizon];
        for (var h = 0; h < horizon; h++)
            spread[h] = _deviation * Math.Sqrt(h / _last.Length + 1);
        return spread;
    }
}
