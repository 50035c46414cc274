using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Domain.Progress.Pledges;

/// <summary>变更申请: a change of who owes a target, and how, which holds only once somebody else has approved it.</summary>
public sealed record CommitmentProposal
{
    /// <summary>Its number.</summary>
    public required long Id { get; init; }

    /// <summary>What is to be said of the commitment; fields that are null stay as they are.</summary>
    public required CommitmentStatement Said { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who proposes it.</summary>
    public required Guid AuthorId { get; init; }

    /// <summary>Who proposes it, by the name shown.</summary>
    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What was decided; null while it is pending.</summary>
    public ProposalDecision? Decision { get; init; }
}
