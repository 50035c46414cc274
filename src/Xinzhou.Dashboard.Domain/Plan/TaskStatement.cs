namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>What is said of a key task (重点任务).</summary>
public sealed record TaskStatement : PlanStatement
{
    /// <summary>序号.</summary>
    public required int Number { get; init; }

    public override string Subject => PlanSubject.OfTask(Number);

    /// <summary>The official title.</summary>
    public string? Title { get; init; }

    /// <summary>能级, by its code.</summary>
    public string? Dimension { get; init; }

    /// <summary>方面, by its code.</summary>
    public string? Aspect { get; init; }

    /// <summary>牵头单位: one, by its code.</summary>
    public string? Lead { get; init; }

    /// <summary>责任单位, by their codes.</summary>
    public IReadOnlyList<string>? Responsible { get; init; }

    /// <summary>配合单位, by their codes.</summary>
    public IReadOnlyList<string>? Supporting { get; init; }

    /// <summary>责任人.</summary>
    public string? Person { get; init; }

    /// <summary>原文.</summary>
    public string? Quote { get; init; }
}
