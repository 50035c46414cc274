namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>
/// The Theta method: the mean of the linear trend and of simple exponential smoothing of the series with doubled curvature,
/// which is simple exponential smoothing with half the slope of the trend as drift. Seasonality that
/// <see cref="SeasonalityTest"/> finds is taken out first and put back: as factors, or as terms where not all values are
/// positive. Sources: V. Assimakopoulos and K. Nikolopoulos, International Journal of Forecasting 16 (2000), 521–530;
/// R. J. Hyndman and B. Billah, Unmasking the Theta method, International Journal of Forecasting 19 (2003), 287–290.
/// </summary>
public sealed class Theta : IForecastModel
{
    private readonly int _length;
    private readonly double[]? _indices;
    private readonly bool _multiplicative;
    private readonly double _deviation;

    private Theta(int length, double[]? indices, bool multiplicative, double alpha, double level, double slope, double deviation) =>
        (_length, _indices, _multiplicative, Alpha, Level, Slope, _deviation) =
        (length, indices, multiplicative, alpha, level, slope, deviation);

    /// <summary>The smoothing parameter, between 0 and 1.</summary>
    public double Alpha { get; }

    /// <summary>The level after the last value, without its season.</summary>
    public double Level { get; }

    /// <summary>The slope of the linear trend, per value.</summary>
    public double Slope { get; }

    /// <summary>Whether seasonality was found.</summary>
    public bool IsSeasonal => _indices is not null;

    /// <summary>Fits a series of three values at least.</summary>
    /// <param name="values">The series.</param>
    /// <param name="season">Values in a season, 1 or more.</param>
    public static Theta Fit(ReadOnlySpan<double> values, int season)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Length, 3);
        var n = values.Length;
        var multiplicative = SeasonalAdjustment.IsPositive(values);
        var indices = SeasonalityTest.Finds(values, season) ? ClassicalDecomposition.Indices(values, season, multiplicative) : null;
        var adjusted = SeasonalAdjustment.Remove(values, indices, multiplicative);
        var (_, slope) = LinearTrend.Fit(adjusted);
        var smoothing = SimpleSmoothing.Fit(adjusted);
        var (alpha, squares) = (smoothing.Alpha, 0.0);
        var (level, kept) = (smoothing.Start, 1.0);
        for (var i = 0; i < n; i++)
        {
            var error = adjusted[i] - level - slope / 2 * (1 - kept) / alpha;
            squares += error * error;
            level += alpha * (adjusted[i] - level);
            kept *= 1 - alpha;
        }
        var parameters = indices is null ? 2 : 1 + season;
        return new(n, indices, multiplicative, alpha, level, slope, Math.Sqrt(squares / Math.Max(1, n - parameters)));
    }

    /// <inheritdoc/>
    public double[] Mean(int horizon)
    {
        var mean = new double[horizon];
        var settled = (1 - Math.Pow(1 - Alpha, _length)) / Alpha;
        for (var h = 0; h < horizon; h++)
            mean[h] = SeasonalAdjustment.PutBack(Level + Slope / 2 * (h + settled), _indices, _multiplicative, _length + h);
        return mean;
    }

    /// <inheritdoc/>
    public double[] Spread(int horizon)
    {
        var spread = new double[horizon];
        for (var h = 0; h < horizon; h++)
        {
            var factor = _multiplicative && _indices is not null ? _indices[(_length + h) % _indices.Length] : 1;
            spread[h] = _deviation * factor * Math.Sqrt(1 + h * Alpha * Alpha);
        }
        return spread;
    }
}
