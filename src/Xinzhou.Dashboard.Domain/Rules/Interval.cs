using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>The values that a rounded figure may stand for: the published value ± ½ unit of its last digit.</summary>
/// <param name="Low">The least.</param>
/// <param name="High">The greatest.</param>
internal readonly record struct Interval(decimal Low, decimal High)
{
    /// <summary>What 左右 allows, of the value.</summary>
    private const decimal Tolerance = 0.05m;

    public static Interval Around(decimal value, decimal step) => new(value - step / 2, value + step / 2);

    /// <summary>The values that a statement allows: itself, all from it on, all up to it, or those within 5 % of it.</summary>
    public static Interval Stated(Comparator comparator, decimal value) => comparator switch
    {
        Comparator.AtLeast => new(value, decimal.MaxValue),
        Comparator.AtMost => new(decimal.MinValue, value),
        Comparator.Approximately => new(value - Math.Abs(value) * Tolerance, value + Math.Abs(value) * Tolerance),
        _ => new(value, value),
    };

    public bool Overlaps(Interval other) => Low <= other.High && other.Low <= High;

    public static Interval operator +(Interval a, Interval b) => new(a.Low + b.Low, a.High + b.High);

    public static Interval operator -(Interval a, Interval b) => new(a.Low - b.High, a.High - b.Low);

    /// <summary>The quotient; null when the divisor may be zero.</summary>
    public static Interval? operator /(Interval a, Interval b)
    {
        if (b.Low <= 0 && b.High >= 0)
        {
            return null;
        }

        ReadOnlySpan<decimal> corners = [a.Low / b.Low, a.Low / b.High, a.High / b.Low, a.High / b.High];
        var (low, high) = (corners[0], corners[0]);
        foreach (var corner in corners)
        {
            (low, high) = (Math.Min(low, corner), Math.Max(high, corner));
        }

        return new(low, high);
    }

    public static Interval operator *(Interval a, decimal factor) => new(a.Low * factor, a.High * factor);
}
