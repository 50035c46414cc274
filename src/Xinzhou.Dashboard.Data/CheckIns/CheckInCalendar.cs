using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.CheckIns;
using Xinzhou.Dashboard.Data.Model.Messages;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.CheckIns;

/// <summary>
/// What was to be checked in and was not goes up a level: the inspection office is told, and the unit that it was. Once of
/// each item and quarter, whichever instance does it.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="snapshots">Gives the plan and what was sent.</param>
/// <param name="days">Which days are worked.</param>
/// <param name="time">The clock.</param>
public sealed class CheckInCalendar(IDbContextFactory<DashboardContext> contexts, SnapshotStore snapshots, WorkingDays days, TimeProvider time)
{
    /// <summary>Leaves the messages that are due now.</summary>
    /// <returns>How many check-ins went up.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        var (snapshot, now) = (snapshots.Current, time.GetUtcNow());
        var today = Shanghai.DayOf(now);
        var quarter = CheckInDuties.LastEnded(today);
        // Nothing is asked of the database on the many days on which nothing can be missed.
        if (today <= CheckInDuties.DueOn(quarter, snapshot.LightSettings.At(new(now))) || snapshot.PlanBook.Statements.Count == 0) return 0;
        CheckInDuty[] missed =
        [
            .. CheckInDuties.Of(snapshot.PlanBook, snapshot.CheckIns, quarter, snapshot.LightSettings.At(new(now)), now)
                .Where(d => d.IsMissed(today, days)),
        ];
        if (missed.Length == 0) return 0;
        await using (var context = await contexts.ReadAsync(cancellation))
        {
            if ((await NotRaisedAsync(context, missed, quarter, cancellation)).Count == 0) return 0;
        }

        await using var change = await Change.BeginAsync(contexts, "calendar", time, ChangeLock.Calendar, cancellation);
        var raised = await NotRaisedAsync(change.Context, missed, quarter, cancellation);
        foreach (var unit in raised.GroupBy(d => d.Department)) await RaiseAsync(change, unit.Key, quarter, [.. unit], cancellation);
        await change.CommitAsync(cancellation);
        return raised.Count;
    }

    /// <summary>Those that did not go up yet, and of which nothing was sent that the snapshot does not hold.</summary>
    private static async Task<List<CheckInDuty>> NotRaisedAsync(
        DashboardContext context, CheckInDuty[] missed, Quarter quarter, CancellationToken cancellation)
    {
        var before = (await context.CheckInMisses.Where(m => m.Quarter == quarter).Select(m => new { m.TaskNumber, m.ItemNumber }).ToListAsync(cancellation))
            .Select(m => (m.TaskNumber, m.ItemNumber)).ToHashSet();
        var sent = (await context.CheckIns.Where(c => c.Quarter == quarter)
            .GroupBy(c => new { c.TaskNumber, c.ItemNumber })
            .Select(g => new { g.Key.TaskNumber, g.Key.ItemNumber, Last = g.Max(c => c.Id) })
            .ToListAsync(cancellation)).ToDictionary(s => (s.TaskNumber, s.ItemNumber), s => s.Last);
        return
        [
            .. missed.Where(d => (d.Item.Task, d.Item.Number) is var item && !before.Contains(item)
                && sent.GetValueOrDefault(item) == (d.Latest?.Id ?? 0)),
        ];
    }

    private static async Task RaiseAsync(Change change, string department, Quarter quarter, CheckInDuty[] duties, CancellationToken cancellation)
    {
        var context = change.Context;
        context.AddRange(duties.Select(d => new CheckInMissEntity
        {
            TaskNumber = d.Item.Task,
            ItemNumber = d.Item.Number,
            Quarter = quarter,
            DepartmentCode = department,
            RaisedAt = change.Now,
        }));
        var name = await context.Departments.Where(d => d.Code == department).Select(d => d.Name).SingleAsync(cancellation);
        var items = string.Join('、', duties.Select(d => FormattableString.Invariant($"{d.Item.Task}/{d.Item.Number}")));
        var told = await context.Users
            .Where(u => u.DisabledAt == null && (u.Role == Role.Supervisor || (u.Role == Role.Reporter && u.DepartmentCode == department)))
            .Select(u => u.Id).ToListAsync(cancellation);
        context.AddRange(told.Select(u => new MessageEntity
        {
            UserId = u,
            At = change.Now,
            Kind = MessageKind.CheckInMissed,
            Details = new() { CheckIns = items, Quarter = quarter.Code, Department = name },
        }));
        change.Audit("check_in.miss", FormattableString.Invariant($"check_in {department} {quarter.Code}"), new { department, items });
    }
}
