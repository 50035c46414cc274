namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>
/// Simple exponential smoothing by least squares of the one-step errors. The errors are linear in the level before the first
/// value, so for each α the best level is known and only α is searched.
/// </summary>
/// <param name="Alpha">The smoothing parameter, 0.0001–0.9999.</param>
/// <param name="Start">The level before the first value.</param>
internal readonly record struct SimpleSmoothing(double Alpha, double Start)
{
    private const double Smallest = 1e-4;
    private const double Largest = 0.9999;
    private const double Step = 0.04;
    private const double GoldenSection = 0.6180339887498949;

    /// <summary>Fits a series of one value at least: a grid over α, then the golden section about its best point.</summary>
    public static SimpleSmoothing Fit(ReadOnlySpan<double> values)
    {
        var (best, least) = (0.5, double.PositiveInfinity);
        for (var alpha = Step / 2; alpha < 1; alpha += Step)
        {
            if (Squares(values, alpha).Sum is var sum && sum < least)
                (best, least) = (alpha, sum);
        }
        var (low, high) = (Math.Max(Smallest, best - Step), Math.Min(Largest, best + Step));
        for (var i = 0; i < 16; i++)
        {
            var (left, right) = (high - GoldenSection * (high - low), low + GoldenSection * (high - low));
            if (Squares(values, left).Sum < Squares(values, right).Sum)
                high = right;
            else
                low = left;
        }
        var found = (low + high) / 2;
        return new(found, Squares(values, found).Start);
    }

    private static (double Sum, double Start) Squares(ReadOnlySpan<double> values, double alpha)
    {
        // What the errors would be with a level of 0 at the start, and how much of that level each still carries.
        var (level, weight, sum, product, square) = (0.0, 1.0, 0.0, 0.0, 0.0);
        foreach (var value in values)
        {
            var error = value - level;
            sum += error * error;
            product += error * weight;
            square += weight * weight;
            level += alpha * error;
            weight *= 1 - alpha;
        }
        var start = product / square;
        return (sum - start * product, start);
    }
}
