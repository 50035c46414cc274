using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Domain.Progress.Pledges;

namespace Xinzhou.Dashboard.Data.Model.Pledges;

/// <summary>What was decided of a proposal. Only ever inserted.</summary>
internal sealed class CommitmentDecisionEntity
{
    /// <summary>The proposal.</summary>
    public required long ProposalId { get; init; }

    public required ProposalVerdict Verdict { get; init; }

    /// <summary>Why; may be empty, but not of a rejection.</summary>
    public required string Reason { get; init; }

    /// <summary>Who.</summary>
    public required Guid DecidedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>Who.</summary>
    public User Author { get; init; } = null!;
}
