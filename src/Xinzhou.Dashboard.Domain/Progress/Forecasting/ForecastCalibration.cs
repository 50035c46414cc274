namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>
/// How much wider than the methods say an interval has to be. Methods see the errors within their sample, with parameters chosen
/// to make these small; those of forecasts are larger.
/// </summary>
internal static class ForecastCalibration
{
    /// <summary>No error counts for more than this, in variances: one break in a series is no measure of its usual errors.</summary>
    public const double MaxRatio = 16;

    // Over-shooting the errors of the sample by some 30 % is what short series need as a rule; overlapping origins tell half as
    // much as independent ones would.
    private const double Usual = 1.7;
    private const double UsualWeight = 6;
    private const double OriginWeight = 0.5;

    /// <summary>The stretch of the standard deviations.</summary>
    /// <param name="ratios">The sum, over the origins, of the mean squared error in variances.</param>
    /// <param name="origins">How many origins there are; with none it is what is usual.</param>
    public static double Stretch(double ratios, int origins) =>
        Math.Sqrt((UsualWeight * Usual + OriginWeight * ratios) / (UsualWeight + OriginWeight * origins));
}
