
namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>Published decimals: they carry information and are kept.</summary>
public static class Decimals
{
    /// <summary>The size of the last digit: 676.5 → 0.1, -4.20 → 0.01, 14 → 1.</summary>
    public static decimal Step(decimal value) => new(1, 0, 0, false, value.Scale);

    /// <summary>Rounds half away from zero to a multiple of a step.</summary>
    /// <param name="value">The value.</param>
    /// <param name="step">Greater than zero.</param>
    public static decimal Round(decimal value, decimal step) =>
        Math.Round(value / step, 0, MidpointRounding.AwayFromZero) * step;

    /// <summary>
    /// A difference as it may be told: with the decimals of the coarser of its operands, half away from zero. Operands in
    /// hundreds give a difference in hundreds.
    /// </summary>
    /// <param name="value">What is taken from.</param>
    /// <param name="step">The size of its last published digit, in the unit of both.</param>
    /// <param name="other">What is taken.</param>
    /// <param name="otherStep">The size of its last published digit, in the unit of both.</param>
    public static decimal Difference(decimal value, decimal step, decimal other, decimal otherStep)
    {
        var coarser = Math.Max(step, otherStep);
        var decimals = 0;
        for (var rest = coarser; rest < 1 && decimals < 28; rest *= 10)
        {
            decimals++;
        }

        // Adding a zero of that scale keeps the zeros behind the point; rounding again drops those of the conversion.
        return Math.Round(Round(value - other, coarser), decimals) + new decimal(0, 0, 0, false, (byte)decimals);
    }
}
