using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Progress.Pledges;

namespace Xinzhou.Dashboard.Web.Plan.Targets;

/// <summary>A target with its commitment, what is proposed of it, and whether it is signed.</summary>
public sealed record TargetLine
{
    /// <summary>The target.</summary>
    public required AssessedTarget Target { get; init; }

    /// <summary>What is proposed and not decided yet; null for nothing.</summary>
    public CommitmentProposal? Proposal { get; init; }

    /// <summary>The signature under what holds; null while it is not signed.</summary>
    public CommitmentSignature? Signature { get; init; }

    /// <summary>The last signature under what held before; null where there is none, or where what holds is signed.</summary>
    public CommitmentSignature? FallenAway { get; init; }

    /// <summary>Who owes it; null where nobody is known to.</summary>
    public Commitment? Commitment => Target.Commitment;

    /// <summary>How far it has come.</summary>
    public TargetState State =>
        Proposal is not null ? TargetState.Pending
        : Commitment is null ? TargetState.Open
        : Signature is not null ? TargetState.Pledged
        : FallenAway is not null ? TargetState.FallenAway
        : TargetState.Owed;

    /// <summary>A target as it is at the moment.</summary>
    public static TargetLine Of(AssessedTarget target, PlanNow now)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(now);
        var terms = target.Commitment is { } commitment ? TargetTerms.Of(target.Figure, commitment) : null;
        return new()
        {
            Target = target,
            Proposal = now.Pledges.Proposals.FirstOrDefault(p => p.Decision is null && p.Said.Target.Covers(target.Figure.Series, target.Figure.Period)),
            Signature = terms is null ? null : now.Pledges.SignatureUnder(terms, now.Moment),
            FallenAway = terms is null ? null : now.Pledges.FallenAway(terms, now.Moment),
        };
    }
}
