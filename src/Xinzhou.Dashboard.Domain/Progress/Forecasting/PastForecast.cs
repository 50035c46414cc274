using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>What was forecast at the end of a quarter, held against what has been published of it since. In the unit of the series.</summary>
/// <param name="Made">The quarter at whose end it was forecast.</param>
/// <param name="Period">The year, or the day, that it is about.</param>
/// <param name="Mean">The forecast.</param>
/// <param name="Lower">The lower bound of the band of <see cref="ForecastHistory.BandLevel"/> %.</param>
/// <param name="Upper">Its upper bound.</param>
/// <param name="Actual">What was published since.</param>
public sealed record PastForecast(Quarter Made, Period Period, double Mean, double Lower, double Upper, SinglePeriod Actual)
{
    /// <summary>By how much it was too high; below 0 it was too low.</summary>
    public double Error => Mean - (double)Actual.Value;

    /// <summary>The error in % of the size of what came; null where that is 0.</summary>
    public double? Percent => Actual.Value == 0 ? null : 100 * Error / (double)Math.Abs(Actual.Value);

    /// <summary>True where what came lies in the band.</summary>
    public bool IsInBand => (double)Actual.Value >= Lower && (double)Actual.Value <= Upper;
}
