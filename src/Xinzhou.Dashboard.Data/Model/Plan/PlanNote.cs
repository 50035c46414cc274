namespace Xinzhou.Dashboard.Data.Model.Plan;

/// <summary>Something that the plan leaves open, in the order it is told.</summary>
internal sealed class PlanNote
{
    /// <summary>What it is.</summary>
    public required PlanNoteKind Kind { get; init; }

    /// <summary>From 1, among those of its kind.</summary>
    public required int Order { get; init; }

    /// <summary>What is said.</summary>
    public required string Text { get; init; }
}
