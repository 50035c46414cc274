using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>
/// 计划进度: the percent of a work item that is planned for the end of a day. The line goes from 0 at the end of the day before the
/// start through each point of the plan at the end of its quarter to 100 at the end of the day that the item is due, linear by days.
/// </summary>
public static class PlannedProgress
{
    /// <summary>The percent planned for the end of a day, 0–100, unrounded; null without a day of start or one that it is due on.</summary>
    public static decimal? At(WorkItem item, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item is { Start.Day: { } start, Due.Day: { } due } ? At(start, due, item.Path, day) : null;
    }

    private static decimal At(DateOnly start, DateOnly due, IReadOnlyList<PlanPoint> path, DateOnly day)
    {
        if (day >= due) return 100;
        if (day < start) return 0;

        var (from, fromPercent) = (start.DayNumber - 1, 0m);
        var (to, toPercent) = (due.DayNumber, 100m);
        foreach (var point in path)
        {
            // The line goes to a point on the day that it is due, too; at the end of that day all of it is done. One beyond says nothing.
            var at = point.Quarter.LastDay.DayNumber;
            if (at > from && at <= day.DayNumber) (from, fromPercent) = (at, point.Percent);
            else if (at > day.DayNumber && at <= to) (to, toPercent) = (at, point.Percent);
        }

        return fromPercent + ((toPercent - fromPercent) * (day.DayNumber - from) / (to - from));
    }
}
