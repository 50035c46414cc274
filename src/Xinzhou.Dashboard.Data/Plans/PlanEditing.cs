using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Plan;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Plans;

/// <summary>
/// The plan as it is kept on pages: by a supervisor, and who owes a target by a leader too. What is said is known from the
/// moment it is said; the reason is its source. Nothing is overwritten. What holds of a commitment is not changed here but by a
/// proposal (<see cref="Pledges.CommitmentChanges"/>).
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="time">The clock.</param>
public sealed class PlanEditing(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    /// <summary>Says something of the plan: all of it, or nothing.</summary>
    /// <param name="edits">What; no two of one subject. What says what is known already is left out.</param>
    /// <param name="reason">Why; 1–300 letters.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public async Task<ChangeOutcome<PlanCheckFault>> SaveAsync(
        IReadOnlyList<PlanEdit> edits, string? reason, Actor actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(edits);
        if (edits.Select(e => Refusal(e.Said, reason, actor)).FirstOrDefault(r => r is not null) is { } refusal) return refusal;
        await using var change = await Change.BeginAsync(contexts, actor.UserName, time, ChangeLock.Plan, cancellation);
        var book = await PlanImportReading.BookAsync(change.Context, cancellation);
        if (edits.Select(e => SeenVersion.Refusal(book.Versions(e.Said.Subject).LastOrDefault()?.Origin.Id, e.Seen)).FirstOrDefault(r => r is not null) is { } outdated)
        {
            return outdated;
        }

        var now = new AsOf(change.Now);
        var plan = book.At(now);
        if (edits.Select(e => e.Said).OfType<CommitmentStatement>().Where(s => plan.Commitments.Any(c => c.Target.Overlaps(s.Target))).ToList() is { Count: > 0 } held)
        {
            return new(ChangeRefusal.Faulty, [.. held.Select(s => new PlanCheckFault(s.Subject, PlanCheckReason.NeedsApproval))]);
        }

        if (await FaultsAsync(change, plan, edits, cancellation) is { Count: > 0 } faults) return new(ChangeRefusal.Faulty, faults);
        var known = new KnownPlan(book, now);
        PlanStatement[] said = [.. edits.Select(e => e.Said).Where(s => !known.Says(s))];
        if (said.Length == 0) return ChangeRefusal.Unchanged;
        var origin = new PlanOrigin
        {
            Id = 0,
            Source = reason!.Trim(),
            KnownFrom = change.Now,
            KnownFromBasis = KnownFromBasis.Recorded,
            RecordedAt = change.Now,
            Actor = actor.UserName,
        };
        foreach (var part in said.GroupBy(s => s is ProgressStatement).OrderBy(g => g.Key))
        {
            change.Context.AddRange(part.Select(s => PlanStatementEntity.Of(s with { Origin = origin })));
            await change.SaveAsync(cancellation);
        }

        await PlanMessages.OwnersAsync(change, plan, [.. said.Select(s => s with { Origin = origin })], cancellation);
        change.Audit(
            "plan.change",
            said.Length == 1 ? said[0].Subject : "",
            // As what they are, not as what they have in common.
            new { reason = origin.Source, changes = said.Select(s => new { s.Subject, after = (object)(s with { Origin = origin }) }) });
        await change.CommitAsync(cancellation);
        return new();
    }

    private static ChangeRefusal? Refusal(PlanStatement said, string? reason, Actor actor) =>
        ChangeReason.Refusal(actor, said is CommitmentStatement && actor.Role.Has(Right.SetTargets) ? Right.SetTargets : Right.EditPlan, reason);

    private static async Task<IReadOnlyList<PlanCheckFault>> FaultsAsync(
        Change change, CityPlan plan, IReadOnlyList<PlanEdit> edits, CancellationToken cancellation)
    {
        var targets = edits.Any(e => e.Said is CommitmentStatement) ? await KnownTargets.ReadAsync(change.Context, change.Now, cancellation) : null;
        var items = edits.Select(e => e.Said).OfType<WorkItemStatement>().Select(i => (i.Task, i.Number)).ToHashSet();
        var check = new PlanCheck(plan, target => targets?.Has(target) == true, Shanghai.DayOf(change.Now));
        return [.. edits.SelectMany(e => check.Faults(e.Said, (task, item) => items.Contains((task, item))))];
    }
}
