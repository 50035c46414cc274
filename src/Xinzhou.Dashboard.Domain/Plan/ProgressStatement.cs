using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>形象进度 of a work item, as reported. It is known from the day of the report.</summary>
public sealed record ProgressStatement : PlanStatement
{
    /// <summary>序号 of the task.</summary>
    public required int Task { get; init; }

    /// <summary>工作序号.</summary>
    public required int Item { get; init; }

    /// <summary>At whose end it stood so.</summary>
    public required Quarter Quarter { get; init; }

    public override string Subject => PlanSubject.OfProgress(Task, Item, Quarter);

    /// <summary>0–100, % of the work.</summary>
    public required decimal Percent { get; init; }

    /// <summary>进展: what the unit says of it; null if nothing.</summary>
    public string? Text { get; init; }
}
