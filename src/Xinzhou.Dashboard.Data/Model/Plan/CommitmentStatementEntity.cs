using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Data.Model.Plan;

/// <summary>What is said of the responsibility for a target.</summary>
internal sealed class CommitmentStatementEntity : PlanStatementEntity
{
    /// <summary>What is said.</summary>
    public required CommitmentColumns Said { get; init; }

    /// <summary>The fields that it takes away.</summary>
    public required string[] Cleared { get; init; }

    /// <summary>The approved proposal that it carries out; null of what a document says, or a leader says first.</summary>
    public long? ProposalId { get; init; }

    public override PlanStatement Statement => Said.Statement(Origin, Cleared);

    /// <param name="said">What is said.</param>
    /// <param name="proposal">The approved proposal that it carries out; null for none.</param>
    public static CommitmentStatementEntity Of(CommitmentStatement said, long? proposal = null) => new()
    {
        Source = said.Origin.Source,
        KnownFrom = said.Origin.KnownFrom,
        KnownFromBasis = said.Origin.KnownFromBasis,
        RecordedAt = said.Origin.RecordedAt,
        Actor = said.Origin.Actor,
        Said = CommitmentColumns.Of(said),
        Cleared = ClearedFields.NamesOf(said),
        ProposalId = proposal,
    };
}
