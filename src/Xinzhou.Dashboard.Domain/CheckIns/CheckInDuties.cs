using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.CheckIns;

/// <summary>Who is to check in what of a quarter.</summary>
public static class CheckInDuties
{
    /// <summary>The last quarter that is over: check-ins are of it, as a rule.</summary>
    public static Quarter LastEnded(DateOnly today) => Quarter.Of(today).Previous;

    /// <summary>The unit that leads a work item: its own, else that of its task; null where neither is known.</summary>
    public static string? LeadOf(KeyTask task, WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(item);
        return item.Lead ?? task.Lead;
    }

    /// <summary>The last day on which the check-in of a quarter is in time: the same day after which the light turns grey.</summary>
    public static DateOnly DueOn(Quarter quarter, LightSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return quarter.LastDay.AddDays(settings.ReportDays);
    }

    /// <summary>
    /// The duties of a quarter in the order of the plan: items that are led by somebody, had begun when it ended and were not
    /// done before, as the plan is known now.
    /// </summary>
    /// <param name="book">What was said of the plan.</param>
    /// <param name="checkIns">What was sent.</param>
    /// <param name="quarter">Whose progress it is.</param>
    /// <param name="settings">How long a report may take.</param>
    /// <param name="now">The present moment.</param>
    /// <returns>Empty while the quarter is not over.</returns>
    public static IReadOnlyList<CheckInDuty> Of(PlanBook book, CheckInBook checkIns, Quarter quarter, LightSettings settings, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(checkIns);
        if (Shanghai.DayOf(now) <= quarter.LastDay) return [];
        var then = book.At(new(Shanghai.EndOf(quarter.LastDay)));
        return
        [
            .. book.At(new AsOf(now)).Tasks
                .SelectMany(task => task.WorkItems.Where(i => IsAsked(i, quarter)).Select(item => DutyOf(item, LeadOf(task, item))))
                .OfType<CheckInDuty>(),
        ];

        CheckInDuty? DutyOf(WorkItem item, string? lead) => lead is null ? null : new()
        {
            Item = item,
            Quarter = quarter,
            Department = lead,
            DueOn = DueOn(quarter, settings),
            Latest = checkIns.Latest(new(item.Task, item.Number, quarter)),
            IsReported = item.Progress.Any(p => p.Quarter == quarter),
            IsOwn = LedAt(then, item) == lead,
        };
    }

    private static bool IsAsked(WorkItem item, Quarter quarter) =>
        !item.IsWithdrawn
        && !(item.Start?.Day >= quarter.LastDay)
        && item.Progress.LastOrDefault(p => p.Quarter.LastDay < quarter.LastDay) is not { Percent: 100 };

    private static string? LedAt(CityPlan then, WorkItem item) =>
        then.Task(item.Task) is { } task && task.WorkItems.FirstOrDefault(i => i.Number == item.Number) is { } known ? LeadOf(task, known) : null;
}
