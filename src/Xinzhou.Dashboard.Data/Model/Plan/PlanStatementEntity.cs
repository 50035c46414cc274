using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Data.Model.Plan;

/// <summary>Something said of the plan, as it is kept: in a table for each kind of thing, under numbers of one sequence. Only ever inserted.</summary>
internal abstract class PlanStatementEntity
{
    /// <summary>Given by the database; grows in the order of commit, over all kinds.</summary>
    public long Id { get; init; }

    /// <summary>The document as cited, or the person's reason.</summary>
    public required string Source { get; init; }

    /// <summary>From when it was known.</summary>
    public required DateTimeOffset KnownFrom { get; init; }

    /// <summary>How that is known.</summary>
    public required KnownFromBasis KnownFromBasis { get; init; }

    /// <summary>When it was entered here.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who entered it.</summary>
    public required string Actor { get; init; }

    /// <summary>What is said, as the plan knows it.</summary>
    /// <exception cref="FormatException">It is not understood here.</exception>
    public abstract PlanStatement Statement { get; }

    /// <summary>Where it comes from, as the plan knows it.</summary>
    protected PlanOrigin Origin => new()
    {
        Id = Id,
        Source = Source,
        KnownFrom = KnownFrom,
        KnownFromBasis = KnownFromBasis,
        RecordedAt = RecordedAt,
        Actor = Actor,
    };

    /// <summary>The row of a statement; its number is given when it is saved.</summary>
    public static PlanStatementEntity Of(PlanStatement statement) => statement switch
    {
        TaskStatement said => TaskStatementEntity.Of(said),
        WorkItemStatement said => WorkItemStatementEntity.Of(said),
        ProgressStatement said => ProgressStatementEntity.Of(said),
        CommitmentStatement said => CommitmentStatementEntity.Of(said),
        OutcomeStatement said => OutcomeStatementEntity.Of(said),
        _ => throw new ArgumentException($"{statement.GetType().Name} has no table.", nameof(statement)),
    };
}
