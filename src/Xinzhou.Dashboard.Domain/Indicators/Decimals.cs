
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
}
