namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>Takes seasonal indices out of a series and puts them back.</summary>
internal static class SeasonalAdjustment
{
    /// <summary>Whether factors can describe the seasons: all values are above 0.</summary>
    public static bool IsPositive(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (value <= 0)
                return false;
        }
        return true;
    }

    /// <summary>The series without its seasons; a copy.</summary>
    public static double[] Remove(ReadOnlySpan<double> values, double[]? indices, bool multiplicative)
    {
        var adjusted = values.ToArray();
        for (var i = 0; indices is not null && i < adjusted.Length; i++)
            adjusted[i] = multiplicative ? adjusted[i] / indices[i % indices.Length] : adjusted[i] - indices[i % indices.Length];
        return adjusted;
    }

    /// <summary>A value with the index of its position put back.</summary>
    public static double PutBack(double value, double[]? indices, bool multiplicative, int position) =>
        indices is null ? value
        : multiplicative ? value * indices[position % indices.Length]
        : value + indices[position % indices.Length];
}
