using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Plan;
using Xinzhou.Dashboard.Data.Model.Pledges;
using Xinzhou.Dashboard.Data.Plans;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Pledges;

namespace Xinzhou.Dashboard.Data.Pledges;

/// <summary>
/// Who owes a target, and how, as leaders say it on a page: the first time at once, later by a proposal that holds once somebody else has
/// approved it. Nothing is overwritten; what was decided stays readable.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="snapshots">The figures that a commitment is held against.</param>
/// <param name="time">The clock.</param>
public sealed class CommitmentChanges(IDbContextFactory<DashboardContext> contexts, SnapshotStore snapshots, TimeProvider time)
{
    /// <summary>Enters into a commitment of which nothing is known yet, or proposes to change the one that is.</summary>
    /// <param name="figure">The number of the target.</param>
    /// <param name="edit">What is to be said of it, and the number of the last that was said (<see cref="PlanBook.LastSaidOf"/>) when he saw it.</param>
    /// <param name="reason">Why, or by which document; 1–300 letters.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public async Task<ChangeOutcome<PlanCheckFault>> SaveAsync(
        long figure, PlanEdit edit, string? reason, Actor actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(edit);
        if (ChangeReason.Refusal(actor, Right.SetTargets, reason) is { } refusal) return refusal;
        if (edit.Said is not CommitmentStatement said) throw new ArgumentException("This speaks of no commitment.", nameof(edit));
        await using var change = await Change.BeginAsync(contexts, actor.UserName, time, ChangeLock.Plan, cancellation);
        var held = await HeldCommitment.ReadAsync(change, snapshots, cancellation);
        if (held.Target(figure) is not { } target || !said.Target.Covers(target.Series, target.Period)) return ChangeRefusal.NotFound;
        if (SeenVersion.Refusal(held.Seen(said.Target), edit.Seen) is { } outdated) return outdated;
        if (await IsPendingAsync(change, said.Target, cancellation)) return Fault(said, PlanCheckReason.AlreadyProposed);
        if (held.Says(said)) return ChangeRefusal.Unchanged;
        if (held.Faults(said) is { Count: > 0 } faults) return new(ChangeRefusal.Faulty, faults);
        if (edit.Seen is { } seen)
        {
            var proposal = CommitmentProposalEntity.Of(said, seen, reason!.Trim(), actor.Id, change.Now);
            change.Context.Add(proposal);
            change.Audit("commitment.propose", said.Subject, new { reason = proposal.Reason, after = said });
            await PledgeMessages.ProposedAsync(change, target, proposal.Reason, cancellation);
        }
        else
        {
            Say(change, said, reason!.Trim(), null);
            change.Audit("commitment.set", said.Subject, new { reason = reason.Trim(), after = said });
            await PledgeMessages.AssignedAsync(change, target, said.Owner, said.Person, reason.Trim(), cancellation);
        }

        await change.CommitAsync(cancellation);
        return new();
    }

    /// <summary>Decides on a proposal: by another leader than who made it; who made it may withdraw it.</summary>
    /// <param name="proposal">Its number.</param>
    /// <param name="verdict">What is decided.</param>
    /// <param name="reason">Why; needed where it is rejected. 300 letters at most.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public async Task<ChangeOutcome<PlanCheckFault>> DecideAsync(
        long proposal, ProposalVerdict verdict, string? reason, Actor actor, CancellationToken cancellation = default)
    {
        if (ChangeReason.Refusal(actor, Right.SetTargets, reason, verdict == ProposalVerdict.Rejected) is { } refusal) return refusal;
        await using var change = await Change.BeginAsync(contexts, actor.UserName, time, ChangeLock.Plan, cancellation);
        if (await change.Context.CommitmentProposals.AsNoTracking().SingleOrDefaultAsync(p => p.Id == proposal, cancellation) is not { } row) return ChangeRefusal.NotFound;
        var said = row.Statement;
        if (await change.Context.CommitmentDecisions.AnyAsync(d => d.ProposalId == proposal, cancellation)) return Fault(said, PlanCheckReason.AlreadyDecided);
        if (verdict == ProposalVerdict.Withdrawn != (row.ProposedBy == actor.Id))
        {
            return Fault(said, verdict == ProposalVerdict.Withdrawn ? PlanCheckReason.NotOwnProposal : PlanCheckReason.OwnProposal);
        }

        if (verdict == ProposalVerdict.Approved)
        {
            var held = await HeldCommitment.ReadAsync(change, snapshots, cancellation);
            // Something else has come to hold since, by a document: what was proposed was proposed of what is no more.
            if (held.Seen(said.Target) != row.Seen) return ChangeRefusal.Stale;
            if (held.Faults(said) is { Count: > 0 } faults) return new(ChangeRefusal.Faulty, faults);
        }

        change.Context.Add(new CommitmentDecisionEntity
        {
            ProposalId = proposal,
            Verdict = verdict,
            Reason = reason?.Trim() ?? "",
            DecidedBy = actor.Id,
            DecidedAt = change.Now,
        });
        await change.SaveAsync(cancellation);
        if (verdict == ProposalVerdict.Approved) Say(change, said, row.Reason, proposal);
        change.Audit(ActionOf(verdict), said.Subject, new { proposal, reason = reason?.Trim() ?? "", after = said });
        await TellAsync(change, row, verdict, reason, cancellation);
        await change.CommitAsync(cancellation);
        return new();
    }

    private async Task TellAsync(Change change, CommitmentProposalEntity proposal, ProposalVerdict verdict, string? reason, CancellationToken cancellation)
    {
        var said = proposal.Statement;
        var target = PledgeMessages.Find(snapshots.Current.Figures, said.Target, change.Now);
        await PledgeMessages.DecidedAsync(change, target, verdict, proposal.ProposedBy, reason, cancellation);
        if (verdict != ProposalVerdict.Approved) return;
        var held = target is null ? null : (await HeldCommitment.ReadAsync(change, snapshots, cancellation)).Of(target);
        await PledgeMessages.AssignedAsync(change, target, said.Owner ?? held?.Owner, said.Person ?? held?.Person, proposal.Reason, cancellation);
    }

    private static string ActionOf(ProposalVerdict verdict) => verdict switch
    {
        ProposalVerdict.Approved => "commitment.approve",
        ProposalVerdict.Rejected => "commitment.reject",
        _ => "commitment.withdraw",
    };

    private static void Say(Change change, CommitmentStatement said, string reason, long? proposal) =>
        change.Context.Add(CommitmentStatementEntity.Of(
            said with
            {
                Origin = new()
                {
                    Id = 0,
                    Source = reason,
                    KnownFrom = change.Now,
                    KnownFromBasis = KnownFromBasis.Recorded,
                    RecordedAt = change.Now,
                    Actor = change.Actor,
                },
            },
            proposal));

    private static Task<bool> IsPendingAsync(Change change, CommitmentTarget target, CancellationToken cancellation) =>
        change.Context.CommitmentProposals.AnyAsync(
            p => p.Said.IndicatorCode == target.Indicator && p.Said.UnitCode == target.Unit && p.Said.PeriodCode == target.Period
                && p.Said.PeriodKind == target.PeriodKind && p.Said.Measure == target.Measure && p.Said.Benchmark == target.Benchmark
                && !change.Context.CommitmentDecisions.Any(d => d.ProposalId == p.Id),
            cancellation);

    private static ChangeOutcome<PlanCheckFault> Fault(CommitmentStatement said, PlanCheckReason reason) =>
        new(ChangeRefusal.Faulty, [new(said.Subject, reason)]);
}
