namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>What is said of a work item (具体工作).</summary>
public sealed record WorkItemStatement : PlanStatement
{
    /// <summary>序号 of its task.</summary>
    public required int Task { get; init; }

    /// <summary>工作序号 in its task, from 1.</summary>
    public required int Number { get; init; }

    public override string Subject => PlanSubject.OfItem(Task, Number);

    public string? Text { get; init; }

    /// <summary>牵头单位: one, by its code.</summary>
    public string? Lead { get; init; }

    /// <summary>责任人.</summary>
    public string? Person { get; init; }

    /// <summary>开始.</summary>
    public PlanDay? Start { get; init; }

    /// <summary>完成时限.</summary>
    public PlanDay? Due { get; init; }

    /// <summary>计划进度: rising, by quarter.</summary>
    public IReadOnlyList<PlanPoint>? Path { get; init; }

    /// <summary>True takes it out of the plan, false puts it back; what was said of it stays.</summary>
    public bool? IsWithdrawn { get; init; }
}
