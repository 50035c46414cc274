using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Data.Model.Plan;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Data.Model.Pledges;

/// <summary>A change of a commitment as it is proposed. Only ever inserted.</summary>
internal sealed class CommitmentProposalEntity
{
    /// <summary>Given by the database.</summary>
    public long Id { get; init; }

    /// <summary>What is to be said.</summary>
    public required CommitmentColumns Said { get; init; }

    /// <summary>The fields that it takes away.</summary>
    public required string[] Cleared { get; init; }

    /// <summary>The number of what held when it was proposed.</summary>
    public required long Seen { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who.</summary>
    public required Guid ProposedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>Who.</summary>
    public User Author { get; init; } = null!;

    /// <summary>What is to be said, as the plan knows it.</summary>
    /// <exception cref="FormatException">It is not understood here.</exception>
    public CommitmentStatement Statement => Said.Statement(PlanOrigin.NotRecorded, Cleared);

    /// <param name="said">What is to be said.</param>
    /// <param name="seen">The number of what holds.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public static CommitmentProposalEntity Of(CommitmentStatement said, long seen, string reason, Guid by, DateTimeOffset at) => new()
    {
        Said = CommitmentColumns.Of(said),
        Cleared = ClearedFields.NamesOf(said),
        Seen = seen,
        Reason = reason,
        ProposedBy = by,
        ProposedAt = at,
    };
}
