using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress;

namespace Xinzhou.Dashboard.Web.Browse.Tasks.Gantt;

/// <summary>A work item as a row of the chart.</summary>
/// <param name="Item">The work item.</param>
/// <param name="Light">Its light.</param>
/// <param name="Baseline">Its days as they were first known.</param>
public sealed record GanttRow(WorkItem Item, Light Light, PlanBaseline Baseline)
{
    public DateOnly? Start => Item.Start?.Day;

    public DateOnly? Due => Item.Due?.Day;

    /// <summary>The percent that was reported last; null while nothing is.</summary>
    public decimal? Percent => Item.Latest?.Percent;

    public bool IsOverdue => Light.Reason == LightReason.Overdue;

    /// <summary>True when the days are others than they first were.</summary>
    public bool IsMoved => Baseline.Start != Start || Baseline.Due != Due;

    /// <summary>True when there is anything to draw.</summary>
    public bool HasBar => Start is not null || Due is not null;
}
