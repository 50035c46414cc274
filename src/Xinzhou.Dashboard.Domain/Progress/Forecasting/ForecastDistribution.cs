namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>How a total, or one value to come, is distributed.</summary>
public sealed class ForecastDistribution
{
    // So many equally probable values tell probabilities to a quarter of a percent.
    private const int Count = 400;

    private readonly double[] _values;

    private ForecastDistribution(double mean, double[] values) => (Mean, _values) = (mean, values);

    /// <summary>The forecast.</summary>
    public double Mean { get; }

    /// <summary>Of draws in ascending order.</summary>
    internal static ForecastDistribution Of(double mean, double[] ordered)
    {
        var values = new double[Math.Min(Count, ordered.Length)];
        for (var i = 0; i < values.Length; i++) values[i] = QuantileOf(ordered, (i + 0.5) / values.Length);
        return new(mean, values);
    }

    /// <summary>The value that is not exceeded with a probability.</summary>
    /// <param name="probability">0–1.</param>
    public double Quantile(double probability) => QuantileOf(_values, probability);

    /// <summary>Between which bounds it lies with a probability.</summary>
    /// <param name="level">In %: above 0 and below 100.</param>
    public (double Lower, double Upper) Interval(double level)
    {
        var outside = (1 - level / 100) / 2;
        return (Quantile(outside), Quantile(1 - outside));
    }

    /// <summary>The probability that it meets a target, 0–1.</summary>
    /// <param name="target">The target.</param>
    /// <param name="direction">On which side it is met.</param>
    public double Meets(double target, ForecastDirection direction) =>
        _values.Count(v => direction == ForecastDirection.Up ? v >= target : v <= target) / (double)_values.Length;

    /// <summary>The quantile of values in ascending order.</summary>
    internal static double QuantileOf(double[] ordered, double probability)
    {
        var at = Math.Clamp(probability * ordered.Length - 0.5, 0, ordered.Length - 1);
        var below = (int)at;
        return below + 1 < ordered.Length ? ordered[below] + (at - below) * (ordered[below + 1] - ordered[below]) : ordered[below];
    }
}
