namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>
/// Whether a series is seasonal: the autocorrelation at the lag of a season against what chance gives (Bartlett's formula), at
/// 90 %. Source: V. Assimakopoulos and K. Nikolopoulos, The theta model, International Journal of Forecasting 16 (2000), 521–530.
/// </summary>
public static class SeasonalityTest
{
    /// <summary>The quantile of the normal distribution for a two-sided test at 90 %.</summary>
    private const double Critical = 1.6448536269514722;

    /// <summary>True if the series has more than two seasons and its autocorrelation at lag <paramref name="season"/> is significant.</summary>
    /// <param name="values">The series.</param>
    /// <param name="season">Observations in a season; 1 is never seasonal.</param>
    public static bool Finds(ReadOnlySpan<double> values, int season)
    {
        if (season < 2 || values.Length <= 2 * season)
            return false;
        var mean = 0.0;
        foreach (var value in values)
            mean += value / values.Length;
        var variance = 0.0;
        foreach (var value in values)
            variance += (value - mean) * (value - mean);
        if (variance <= 0)
            return false;
        var sum = 0.0;
        var last = 0.0;
        for (var lag = 1; lag <= season; lag++)
        {
            var covariance = 0.0;
            for (var i = lag; i < values.Length; i++)
                covariance += (values[i] - mean) * (values[i - lag] - mean);
            last = covariance / variance;
            if (lag < season)
                sum += last * last;
        }
        return Math.Abs(last) > Critical * Math.Sqrt((1 + 2 * sum) / values.Length);
    }
}
