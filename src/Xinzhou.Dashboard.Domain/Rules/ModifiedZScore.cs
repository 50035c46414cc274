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

    private readonly decimal[] _sorted;
    private readonly Lazy<decimal> _scale;

    /// <param name="values">The values, in any order; at least one.</param>
    public ModifiedZScore(IEnumerable<decimal> values)
        : this(Sorted(values))
    {
    }

    private ModifiedZScore(decimal[] sorted)
    {
        ArgumentOutOfRangeException.ThrowIfZero(sorted.Length, "values");
        _sorted = sorted;
        Median = MedianOf(sorted);
        _scale = new(Scale, LazyThreadSafetyMode.PublicationOnly);
    }

    public int Count => _sorted.Length;

    /// <summary>The mean of the two middle values where their number is even.</summary>
    public decimal Median { get; }

    /// <summary>The score of one of the values; null when all are equal.</summary>
    public decimal? Of(decimal value)
    {
        var deviation = value - Median;
        return _scale.Value == 0 ? null
            : Math.Abs(deviation) / Max >= _scale.Value ? Math.Sign(deviation) * Max
            : deviation / _scale.Value;
    }

    /// <summary>The score with some of the values replaced, without sorting anew; null when none is left.</summary>
    /// <param name="removed">Values that are among them; they are sorted.</param>
    /// <param name="added">Values; they are sorted.</param>
    internal ModifiedZScore? With(decimal[] removed, decimal[] added)
    {
        var sorted = new decimal[_sorted.Length - removed.Length + added.Length];
        if (sorted.Length == 0)
        {
            return null;
        }

        Array.Sort(removed);
        Array.Sort(added);
        var (count, left, more) = (0, 0, 0);
        foreach (var value in _sorted)
        {
            if (left < removed.Length && removed[left] == value)
            {
                left++;
                continue;
            }

            while (more < added.Length && added[more] < value) sorted[count++] = added[more++];
            sorted[count++] = value;
        }

        added.AsSpan(more).CopyTo(sorted.AsSpan(count));
        return new(sorted);
    }

    private decimal Scale() => MedianDeviation() is > 0 and var mad ? mad / MadFactor : _sorted.Average(v => Math.Abs(v - Median)) * MeanFactor;

    /// <summary>Values are sorted: deviations grow from the median to both sides, and are merged as far as their own middle.</summary>
    private decimal MedianDeviation()
    {
        var (below, above) = ((_sorted.Length - 1) / 2, ((_sorted.Length - 1) / 2) + 1);
        var (before, deviation) = (0m, 0m);
        for (var i = 0; i <= _sorted.Length / 2; i++)
        {
            var isBelow = above == _sorted.Length || (below >= 0 && Deviation(below) <= Deviation(above));
            (before, deviation) = (deviation, Deviation(isBelow ? below-- : above++));
        }

        return _sorted.Length % 2 == 1 ? deviation : (before / 2) + (deviation / 2);

        decimal Deviation(int index) => Math.Abs(_sorted[index] - Median);
    }

    private static decimal[] Sorted(IEnumerable<decimal> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return sorted;
    }

    private static decimal MedianOf(decimal[] sorted)
    {
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2;
    }
}
