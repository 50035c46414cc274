namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>
/// How far a value stands from the others, by statistics that one wild value does not move: Iglewicz and Hoaglin, How to
/// Detect and Handle Outliers (ASQC, 1993): M = 0.6745·(x − median) ÷ MAD; they call |M| &gt; 3.5 an outlier. Where more
/// than half of the values are equal, MAD is zero; then the mean absolute deviation takes its place,
/// M = (x − median) ÷ (1.253314·MeanAD), 1.253314 = √(π/2) doing for it what 1/0.6745 does for MAD: both estimate the
/// standard deviation of normal values. If all values are equal, none stands out and there is no score.
/// </summary>
public sealed class ModifiedZScore
{
    /// <summary>The upper quartile of the standard normal distribution.</summary>
    public const decimal MadFactor = 0.6745m;

    /// <summary>√(π/2).</summary>
    public const decimal MeanFactor = 1.253314m;

    /// <summary>No score is given further from zero: beyond it, digits mean nothing.</summary>
    public const decimal Max = 9999;

    private readonly decimal _scale;

    /// <param name="values">The values, in any order; at least one.</param>
    public ModifiedZScore(IEnumerable<decimal> values)
    {
        var all = values.ToArray();
        ArgumentOutOfRangeException.ThrowIfZero(all.Length, nameof(values));
        Count = all.Length;
        Median = MedianOf(all);
        var deviations = Array.ConvertAll(all, v => Math.Abs(v - Median));
        var mad = MedianOf(deviations);
        _scale = mad > 0 ? mad / MadFactor : deviations.Average() * MeanFactor;
    }

    public int Count { get; }

    /// <summary>The mean of the two middle values where their number is even.</summary>
    public decimal Median { get; }

    /// <summary>The score of one of the values; null when all are equal.</summary>
    public decimal? Of(decimal value)
    {
        var deviation = value - Median;
        return _scale == 0 ? null
            : Math.Abs(deviation) / Max >= _scale ? Math.Sign(deviation) * Max
            : deviation / _scale;
    }

    private static decimal MedianOf(decimal[] values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2;
    }
}
