namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>
/// How much wider than the methods say an interval has to be. Methods see the errors within their sample, with parameters chosen
/// to make these small; those of forecasts are larger.
/// </summary>
internal static class ForecastCalibration
{
    /// <summary>No error counts for more than this, in variances: one break in a series is no measure of its usual errors.</summary>
    public const double MostRatio = 16;

    /// <summary>What is usual: the square of the stretch.</summary>
    public static double Usual = 1.3;

    /// <summary>How many origins what is usual counts for.</summary>
    public static double Weight = 6;

    public static double Share = 0.5;

    /// <summary>The stretch from the sum of squared errors in variances, a mean for each of <paramref name="origins"/>.</summary>
    public static double Stretch(double squares, double origins) => Math.Sqrt((Weight * Usual + Share*squares) / (Weight + Share*origins));
}
