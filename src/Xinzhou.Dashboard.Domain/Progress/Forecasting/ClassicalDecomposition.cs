namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>
/// Seasonal indices by classical decomposition: the averages, season by season, of the series against its centred moving average,
/// normalised. Source: R. J. Hyndman and G. Athanasopoulos, Forecasting: Principles and Practice, "Classical decomposition".
/// </summary>
public static class ClassicalDecomposition
{
    /// <summary>
    /// The indices by position in the season, the first value's first: factors with mean 1 if multiplicative, else terms with
    /// mean 0. Null if there are fewer than two seasons, or if factors would be near zero.
    /// </summary>
    public static double[]? Indices(ReadOnlySpan<double> values, int season, bool multiplicative)
    {
        var n = values.Length;
        if (season < 2 || n < 2 * season)
            return null;
        var sums = new double[season];
        var counts = new int[season];
        var half = season / 2;
        for (var i = half; i < n - half; i++)
        {
            var trend = 0.0;
            for (var j = i - half; j <= i + half; j++)
                trend += values[j] * (season % 2 == 0 && (j == i - half || j == i + half) ? 0.5 : 1);
            trend /= season;
            sums[i % season] += multiplicative ? values[i] / trend : values[i] - trend;
            counts[i % season]++;
        }
        var mean = 0.0;
        for (var i = 0; i < season; i++)
            mean += (sums[i] /= counts[i]) / season;
        for (var i = 0; i < season; i++)
        {
            sums[i] = multiplicative ? sums[i] / mean : sums[i] - mean;
            if (!double.IsFinite(sums[i]) || (multiplicative && sums[i] < 0.01))
                return null;
        }
        return sums;
    }
}
