using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Pledges;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Pledges;

namespace Xinzhou.Dashboard.Data.Pledges;

/// <summary>
/// Commitments signed by who is named as responsible (军令状). That it is he was proved a moment before by a second factor; a signature
/// belongs to the terms that he saw.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="snapshots">The targets.</param>
/// <param name="time">The clock.</param>
public sealed class CommitmentSigning(IDbContextFactory<DashboardContext> contexts, SnapshotStore snapshots, TimeProvider time)
{
    /// <summary>Signs.</summary>
    /// <param name="figure">The number of the target.</param>
    /// <param name="digest">What he saw: <see cref="TargetTerms.Digest"/>.</param>
    /// <param name="factor">By what he has just proved that it is he.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public async Task<ChangeOutcome<PlanCheckFault>> SignAsync(
        long figure, string digest, SignatureFactor factor, Actor actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Role.Has(Right.Read)) return ChangeRefusal.WrongRole;
        await using var change = await Change.BeginAsync(contexts, actor.UserName, time, ChangeLock.Plan, cancellation);
        var held = await HeldCommitment.ReadAsync(change, snapshots, cancellation);
        if (held.Target(figure) is not { } target || held.Of(target) is not { } commitment) return ChangeRefusal.NotFound;
        if (Signatory.Fault(commitment, actor) is { } fault) return new(ChangeRefusal.Faulty, [new(PlanSubject.OfCommitment(commitment.Target), fault)]);
        var terms = TargetTerms.Of(target, commitment);
        if (terms.Digest != digest) return ChangeRefusal.Stale;
        if (await change.Context.CommitmentSignatures.AnyAsync(s => s.Digest == digest, cancellation))
        {
            return new(ChangeRefusal.Faulty, [new(PlanSubject.OfCommitment(commitment.Target), PlanCheckReason.AlreadySigned)]);
        }

        change.Context.Add(new CommitmentSignatureEntity
        {
            FigureId = target.Id,
            Digest = terms.Digest,
            Terms = terms.Text,
            Person = commitment.Person!,
            Factor = factor,
            SignedBy = actor.Id,
            SignedAt = change.Now,
        });
        change.Audit("commitment.sign", PlanSubject.OfCommitment(commitment.Target), new { figure = target.Key, digest, factor, terms = terms.Text });
        await change.CommitAsync(cancellation);
        return new();
    }
}
