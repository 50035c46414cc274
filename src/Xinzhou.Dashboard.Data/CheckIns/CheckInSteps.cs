using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.CheckIns;
using Xinzhou.Dashboard.Data.Model.Plan;
using Xinzhou.Dashboard.Data.Plans;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.CheckIns;

/// <summary>
/// What a unit says of its work items, and what the inspection office decides on it. An acknowledgement is what makes the
/// progress count: it is known from the day the unit said it, and recorded when it was acknowledged.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="time">The clock.</param>
public sealed class CheckInSteps(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    /// <summary>报送: by a reporter of the unit that leads the item. It takes the place of what was sent before.</summary>
    /// <param name="key">Of what.</param>
    /// <param name="entry">What is said.</param>
    /// <param name="evidence">The numbers of the files that go along: of those that the unit has added.</param>
    /// <param name="seen">The number of the last check-in that he saw; null if there was none.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public async Task<ChangeOutcome<CheckInFault>> SendAsync(
        CheckInKey key, CheckInEntry entry, IReadOnlyList<long> evidence, long? seen, Actor actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Role.Has(Right.EnterReturns) || actor.Department is not { } department) return ChangeRefusal.WrongRole;
        var said = entry.Trimmed();
        if (said.Faults().ToArray() is { Length: > 0 } faults) return new(ChangeRefusal.Faulty, faults);
        await using var change = await Change.BeginAsync(contexts, actor.UserName, time, ChangeLock.Plan, cancellation);
        var latest = (await CheckInReader.ReadAsync(change.Context, key, cancellation)).Latest(key);
        if (latest?.Id != seen) return ChangeRefusal.Stale;
        var (refusal, fault) = await RefusalAsync(change, key, department, cancellation);
        if (refusal is { } why) return fault is { } wrong ? new ChangeOutcome<CheckInFault>(why, [wrong]) : why;
        if (latest is { State: not CheckInState.SentBack } && latest.Entry == said && latest.Evidence.Select(e => e.Id).ToHashSet().SetEquals(evidence))
        {
            return new(ChangeRefusal.Faulty, [CheckInFault.Unchanged]);
        }

        var files = await FilesAsync(change, key, department, evidence, cancellation);
        if (files.Count != evidence.Distinct().Count()) return ChangeRefusal.NotFound;
        var row = new CheckInEntity
        {
            TaskNumber = key.Task,
            ItemNumber = key.Item,
            Quarter = key.Quarter,
            DepartmentCode = department,
            Percent = said.Percent,
            Done = said.Done,
            Next = said.Next,
            Obstacles = said.Obstacles,
            SentBy = actor.Id,
            SentAt = change.Now,
        };
        row.Evidence.AddRange(files.Select(f => new CheckInEvidenceEntity { EvidenceId = f.Key }));
        change.Context.Add(row);
        change.Audit("check_in.send", SubjectOf(key), new { department, said.Percent, said.Done, said.Next, said.Obstacles, evidence = files.Values });
        await CheckInMessages.SentAsync(change, key, department, cancellation);
        await change.CommitAsync(cancellation);
        return new();
    }

    /// <summary>确认: by the inspection office. What was sent counts from then on.</summary>
    /// <param name="id">The number of the check-in.</param>
    /// <param name="actor">Who: never who sent it.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public Task<ChangeOutcome<CheckInFault>> AcknowledgeAsync(long id, Actor actor, CancellationToken cancellation = default) =>
        DecideAsync(id, CheckInOutcome.Acknowledged, null, actor, cancellation);

    /// <summary>退回: by the inspection office, with what is to be mended.</summary>
    /// <param name="id">The number of the check-in.</param>
    /// <param name="reason">Why; 1–300 letters.</param>
    /// <param name="actor">Who: never who sent it.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public Task<ChangeOutcome<CheckInFault>> SendBackAsync(long id, string? reason, Actor actor, CancellationToken cancellation = default) =>
        DecideAsync(id, CheckInOutcome.SentBack, reason, actor, cancellation);

    /// <summary>What the audit log calls a check-in.</summary>
    internal static string SubjectOf(CheckInKey key) => $"check_in {key}";

    /// <summary>Why a unit may say nothing of an item and quarter; nulls if it may.</summary>
    internal static async Task<(ChangeRefusal? Refusal, CheckInFault? Fault)> RefusalAsync(
        Change change, CheckInKey key, string department, CancellationToken cancellation)
    {
        var plan = (await PlanImportReading.BookAsync(change.Context, cancellation)).At(new AsOf(change.Now));
        if (plan.Task(key.Task) is not { } task || task.WorkItems.FirstOrDefault(i => i.Number == key.Item) is not { } item)
        {
            return (ChangeRefusal.NotFound, null);
        }

        CheckInFault? fault = item.IsWithdrawn ? CheckInFault.Withdrawn
            : CheckInDuties.LeadOf(task, item) != department ? CheckInFault.OtherDepartment
            : Shanghai.DayOf(change.Now) <= key.Quarter.LastDay ? CheckInFault.NotEnded
            : null;
        return fault is null ? (null, null) : (ChangeRefusal.Faulty, fault);
    }

    private static Task<Dictionary<long, string>> FilesAsync(
        Change change, CheckInKey key, string department, IReadOnlyList<long> evidence, CancellationToken cancellation)
    {
        var (task, item, quarter) = (key.Task, key.Item, key.Quarter);
        return change.Context.Evidence
            .Where(e => evidence.Contains(e.Id) && e.TaskNumber == task && e.ItemNumber == item && e.Quarter == quarter && e.DepartmentCode == department)
            .OrderBy(e => e.Id)
            .ToDictionaryAsync(e => e.Id, e => e.Name, cancellation);
    }

    private async Task<ChangeOutcome<CheckInFault>> DecideAsync(
        long id, CheckInOutcome outcome, string? reason, Actor actor, CancellationToken cancellation)
    {
        if (ChangeReason.Refusal(actor, Right.RunSupervision, reason, outcome == CheckInOutcome.SentBack) is { } refusal) return refusal;
        await using var change = await Change.BeginAsync(contexts, actor.UserName, time, ChangeLock.Plan, cancellation);
        if (await change.Context.CheckIns.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellation) is not { } row) return ChangeRefusal.NotFound;
        var book = await CheckInReader.ReadAsync(change.Context, new CheckInKey(row.TaskNumber, row.ItemNumber, row.Quarter), cancellation);
        var sent = book.Find(id)!;
        if (sent.Decision is not null || book.Latest(sent.Key)!.Id != id) return new(ChangeRefusal.Faulty, [CheckInFault.Decided]);
        if (book.Versions(sent.Key).Any(c => c.SentBy.Id == actor.Id)) return new(ChangeRefusal.Faulty, [CheckInFault.OwnCheckIn]);

        var statement = outcome == CheckInOutcome.Acknowledged ? await StatementAsync(change, sent, cancellation) : null;
        change.Context.Add(new CheckInDecisionEntity
        {
            CheckInId = id,
            Outcome = outcome,
            Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
            StatementId = statement?.Id,
            DecidedBy = actor.Id,
            DecidedAt = change.Now,
        });
        change.Audit(
            outcome == CheckInOutcome.Acknowledged ? "check_in.acknowledge" : "check_in.send_back",
            SubjectOf(sent.Key),
            new { sent.Department, sent.Entry.Percent, sentBy = sent.SentBy.Name, sent.SentAt, reason = reason?.Trim() });
        await CheckInMessages.DecidedAsync(change, sent, outcome, reason?.Trim(), cancellation);
        await change.CommitAsync(cancellation);
        return new();
    }

    private static Task<string> NameAsync(Change change, string department, CancellationToken cancellation) =>
        change.Context.Departments.Where(d => d.Code == department).Select(d => d.Name).SingleAsync(cancellation);

    /// <summary>What the plan is told: the unit said it then, and it is recorded now.</summary>
    private static async Task<PlanStatementEntity> StatementAsync(Change change, CheckIn sent, CancellationToken cancellation)
    {
        var department = await NameAsync(change, sent.Department, cancellation);
        var row = PlanStatementEntity.Of(new ProgressStatement
        {
            Origin = new()
            {
                Id = 0,
                Source = $"报送 {department} {sent.Key.Quarter.Name(english: false)}",
                KnownFrom = sent.SentAt,
                KnownFromBasis = KnownFromBasis.Stated,
                RecordedAt = change.Now,
                Actor = change.Actor,
            },
            Task = sent.Key.Task,
            Item = sent.Key.Item,
            Quarter = sent.Key.Quarter,
            Percent = sent.Entry.Percent,
            Text = sent.Entry.Done,
        });
        change.Context.Add(row);
        await change.SaveAsync(cancellation);
        return row;
    }
}
