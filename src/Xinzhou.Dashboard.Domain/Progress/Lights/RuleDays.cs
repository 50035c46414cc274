using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>The days on which a rule of lights begins to say something else, if nothing is said, published or decided until then.</summary>
internal static class RuleDays
{
    /// <summary>Of a work item; none where it is withdrawn or lacks a day of start or one that it is due on.</summary>
    public static IEnumerable<DateOnly> Of(WorkItem item, LightSettings settings)
    {
        if (item is not { IsWithdrawn: false, Start.Day: { } start, Due.Day: { } due }) yield break;
        yield return start;
        yield return Shifted(due, 1);
        yield return Shifted(due, -settings.DueSoonDays);
        // Also of one that is due before it begins the last report is missed some day.
        for (var (quarter, last) = (Quarter.Of(start < due ? start : due), Quarter.Of(due)); quarter.LastDay <= last.LastDay; quarter = quarter.Next)
        {
            yield return Shifted(quarter.LastDay, settings.ReportDays + 1);
            if (quarter is { Year: 9999, Number: 4 }) break;
        }
    }

    /// <summary>Of a target: it is judged otherwise in its year and after it.</summary>
    public static IEnumerable<DateOnly> OfTarget(Period period)
    {
        if (TargetFigures.YearOf(period) is not { } year) yield break;
        yield return new(year, 1, 1);
        if (year < DateOnly.MaxValue.Year) yield return new(year + 1, 1, 1);
    }

    /// <summary>The first day on which what was decided no longer holds.</summary>
    public static DateOnly After(LightOverride decided) => Shifted(decided.Until, 1);

    private static DateOnly Shifted(DateOnly day, int by) =>
        DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + by, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
