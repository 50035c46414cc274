using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Deadlines;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Deadlines;

/// <summary>What units owe by a day, as the snapshot knows it: check-ins, work items, notices, what reviews decided. Returns lie in the database.</summary>
internal static class OwedDeadlines
{
    /// <param name="snapshot">What is held.</param>
    /// <param name="now">The moment.</param>
    /// <param name="days">Which days are worked.</param>
    public static IReadOnlyList<OwedDeadline> Of(Snapshot.Snapshot snapshot, DateTimeOffset now, WorkingDays days)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var (plan, today) = (snapshot.PlanAt(new(now)), Shanghai.DayOf(now));
        return
        [
            .. CheckIns(snapshot, plan, now, today),
            .. Items(snapshot, plan, now, today),
            .. Notices(snapshot, plan, now, days),
            .. Matters(snapshot, plan, now, today),
        ];
    }

    private static IEnumerable<OwedDeadline> CheckIns(Snapshot.Snapshot snapshot, CityPlan plan, DateTimeOffset now, DateOnly today)
    {
        var quarter = CheckInDuties.LastEnded(today);
        var settings = snapshot.LightSettings.At(new(now));
        return CheckInDuties.Of(snapshot.PlanBook, snapshot.CheckIns, quarter, settings, now).Where(d => d.IsOwed)
            .GroupBy(d => d.Department)
            .Select(g => new OwedDeadline(g.Key, new()
            {
                Kind = ConcernKind.CheckIns,
                Reference = quarter.Code,
                Unit = plan.DepartmentName(g.Key),
                Quarter = quarter,
                Count = g.Count(),
                Day = CheckInDuties.DueOn(quarter, settings),
                IsLate = g.Any(d => d.IsLate(today)),
            })
            { Items = [.. g.Select(d => NameOf(d.Item))] });
    }

    private static IEnumerable<OwedDeadline> Items(Snapshot.Snapshot snapshot, CityPlan plan, DateTimeOffset now, DateOnly today)
    {
        var lights = snapshot.LightsAt(new(now));
        foreach (var task in plan.Tasks)
        {
            foreach (var item in task.WorkItems.Where(i => !i.IsWithdrawn))
            {
                // What the light says is done or overdue is so here too: a report of the last quarter may still come.
                var reason = lights.Item(item.Task, item.Number)?.Reason;
                if (item.Due?.Day is not { } due || CheckInDuties.LeadOf(task, item) is not { } lead || reason is LightReason.Done or LightReason.DoneLate) continue;
                yield return new(lead, new()
                {
                    Kind = ConcernKind.Item,
                    Reference = NameOf(item),
                    Title = item.Text.Length > 0 ? item.Text : task.Title,
                    Unit = plan.DepartmentName(lead),
                    Day = due,
                    IsLate = reason == LightReason.Overdue,
                })
                { Items = [NameOf(item)], NotBefore = item.Start?.Day ?? DateOnly.MinValue };
            }
        }
    }

    private static IEnumerable<OwedDeadline> Notices(Snapshot.Snapshot snapshot, CityPlan plan, DateTimeOffset now, WorkingDays days) =>
        from notice in snapshot.Notices.At(new AsOf(now), days)
        where notice.IsRunning
        from step in notice.Steps
        where step is { Due: not null, At: null }
        select new OwedDeadline(notice.Assignment.Lead, new()
        {
            Kind = ConcernKind.Notice,
            Reference = notice.Assignment.Number.Code,
            Title = notice.Assignment.Subject,
            Unit = plan.DepartmentName(notice.Assignment.Lead),
            Step = step.Step,
            Day = step.Due!.Value,
            IsLate = step.IsLate,
        })
        {
            IssuedBy = notice.Assignment.By.Id,
            // While its clock is paused nothing presses.
            NotBefore = notice.IsPaused ? DateOnly.MaxValue : Shanghai.DayOf(notice.Assignment.At).AddDays(1),
        };

    private static IEnumerable<OwedDeadline> Matters(Snapshot.Snapshot snapshot, CityPlan plan, DateTimeOffset now, DateOnly today) =>
        from review in snapshot.Reviews.At(new(now)).All
        from matter in review.Matters
        where matter.State == MatterState.Open
        select new OwedDeadline(matter.Owner, new()
        {
            Kind = ConcernKind.ReviewMatter,
            Reference = FormattableString.Invariant($"{review.Id}/{matter.Id}"),
            Title = matter.Text,
            Unit = plan.DepartmentName(matter.Owner),
            Day = matter.Due,
            IsLate = matter.IsLate(today),
        })
        { NotBefore = Shanghai.DayOf(matter.At).AddDays(1) };

    private static string NameOf(WorkItem item) => FormattableString.Invariant($"{item.Task}/{item.Number}");
}
