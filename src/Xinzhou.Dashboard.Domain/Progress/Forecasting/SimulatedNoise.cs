namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>
/// Draws of errors for the simulation: of Student's distribution, scaled to variance 1, because the parameters are estimated and
/// real errors have heavier tails than the normal distribution. One draw from each of equally probable strata (stratified
/// sampling), from a fixed seed: the same series always has the same answer.
/// </summary>
internal static class SimulatedNoise
{
    private const int Count = 1000;
    private const int Seed = 20260101;
    private const double DegreesOfFreedom = 8;

    /// <summary>The draws in ascending order, symmetrical about 0.</summary>
    public static double[] Draws { get; } = Make();

    private static double[] Make()
    {
        var random = new Random(Seed);
        var draws = new double[Count];
        var scale = Math.Sqrt((DegreesOfFreedom - 2) / DegreesOfFreedom);
        for (var i = 0; i < Count / 2; i++)
        {
#pragma warning disable CA5394 // Nothing secret is drawn; it has to be repeatable.
            var probability = (i + 0.25 + 0.5 * random.NextDouble()) / Count;
#pragma warning restore CA5394
            draws[i] = scale * Student(Normal(probability));
            draws[Count - 1 - i] = -draws[i];
        }
        return draws;
    }

    /// <summary>A quantile of Student's distribution from that of the normal: the expansion of Cornish and Fisher (Abramowitz and Stegun, 26.7.5).</summary>
    private static double Student(double z)
    {
        const double v = DegreesOfFreedom;
        var (z3, z5, z7) = (Math.Pow(z, 3), Math.Pow(z, 5), Math.Pow(z, 7));
        return z + (z3 + z) / (4 * v) + (5 * z5 + 16 * z3 + 3 * z) / (96 * v * v) + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * v * v * v);
    }

    /// <summary>The quantile of the normal distribution by bisection of its distribution function (Abramowitz and Stegun, 26.2.17; error below 1e-7).</summary>
    private static double Normal(double probability)
    {
        var (low, high) = (-10.0, 10.0);
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            if (Below(middle) < probability)
                low = middle;
            else
                high = middle;
        }
        return (low + high) / 2;
    }

    private static double Below(double z)
    {
        var t = 1 / (1 + 0.2316419 * Math.Abs(z));
        var tail = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI)
            * t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return z < 0 ? tail : 1 - tail;
    }
}
