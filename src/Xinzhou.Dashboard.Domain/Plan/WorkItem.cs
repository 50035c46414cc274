namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>具体工作: a part of a key task, as it was known at a moment.</summary>
public sealed record WorkItem
{
    /// <summary>序号 of its task.</summary>
    public required int Task { get; init; }

    /// <summary>工作序号 in its task, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The wording; empty where none is known.</summary>
    public string Text { get; init; } = "";

    /// <summary>牵头单位, by its code; null is not known.</summary>
    public string? Lead { get; init; }

    /// <summary>责任人; null is not known.</summary>
    public string? Person { get; init; }

    public PlanDay? Start { get; init; }
    public PlanDay? Due { get; init; }

    /// <summary>计划进度, by quarter; empty where the work is planned evenly.</summary>
    public IReadOnlyList<PlanPoint> Path { get; init; } = [];

    /// <summary>Withdrawn items are shown as such and count nowhere.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>What was known of each quarter, the latest quarter last.</summary>
    public IReadOnlyList<ProgressStatement> Progress { get; init; } = [];

    /// <summary>The progress of the latest quarter; null while nothing is reported.</summary>
    public ProgressStatement? Latest => Progress is [.., var last] ? last : null;
}
