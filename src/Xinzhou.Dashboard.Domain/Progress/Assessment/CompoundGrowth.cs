namespace Xinzhou.Dashboard.Domain.Progress.Assessment;

/// <summary>
/// Compound growth as the progress measure of Open SDG computes it, a method of Statistics Canada
/// (Progress Measurement Methodology for the Sustainable Development Goals).
/// </summary>
internal static class CompoundGrowth
{
    /// <summary>What a zero base or target counts as: no growth leads away from zero.</summary>
    private const double ForZero = 0.001;

    /// <summary>A base or target as it is computed with.</summary>
    public static double WithoutZero(double value) => value == 0 ? ForZero : value;

    /// <summary>
    /// The yearly rate (to ÷ from)^(1 ÷ years) − 1, as a fraction; null between values of opposite sign.
    /// </summary>
    /// <param name="from">Not zero.</param>
    /// <param name="to">May be zero: the rate is −1 then.</param>
    /// <param name="years">At least 1.</param>
    public static double? Rate(double from, double to, int years) =>
        Math.Sign(from) * Math.Sign(to) < 0 ? null : Math.Pow(to / from, 1.0 / years) - 1;

    /// <summary>
    /// C, by which less growth is asked for near a natural limit: 1 − (y ÷ L)^4.44 up to the limit (a greatest value),
    /// 1 − ((2L − y) ÷ L)^4.44 beyond it (a least value), 1 from twice the limit on and without one. Of a negative base the size
    /// counts, as in Open SDG.
    /// </summary>
    public static double LimitFactor(double from, double? limit)
    {
        const double steepness = 4.44;
        var size = Math.Abs(from);
        return limit switch
        {
            null => 1,
            { } l when size >= 2 * l => 1,
            { } l when size <= l => 1 - Math.Pow(size / l, steepness),
            { } l => 1 - Math.Pow(((2 * l) - size) / l, steepness),
        };
    }
}
