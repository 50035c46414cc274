using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>The periods that returns of a quarter speak of.</summary>
public static class ReportedPeriod
{
    /// <summary>The period that a row of a return for a quarter speaks of: year to date, or the end of the quarter.</summary>
    public static Period Period(this Quarter quarter, RowTiming timing) => timing == RowTiming.PointInTime
        ? Indicators.Period.Point(quarter.LastDay)
        : Indicators.Period.Ytd(quarter.Year, 3 * quarter.Number);
}
