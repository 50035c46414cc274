namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>A straight line by least squares.</summary>
internal static class LinearTrend
{
    /// <summary>The line over positions 0, 1, …: its value at 0 and its slope. One value has slope 0.</summary>
    public static (double Start, double Slope) Fit(ReadOnlySpan<double> values)
    {
        var n = values.Length;
        var middle = (n - 1) / 2.0;
        var (mean, product, square) = (0.0, 0.0, 0.0);
        foreach (var value in values)
            mean += value / n;
        for (var i = 0; i < n; i++)
        {
            product += (i - middle) * (values[i] - mean);
            square += (i - middle) * (i - middle);
        }
        var slope = square > 0 ? product / square : 0;
        return (mean - slope * middle, slope);
    }
}
