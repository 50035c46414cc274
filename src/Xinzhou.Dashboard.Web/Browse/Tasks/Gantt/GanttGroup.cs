using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Web.Browse.Tasks.Gantt;

/// <summary>A task with its work items as rows of the chart.</summary>
/// <param name="Task">The task.</param>
/// <param name="Rows">Its work items that are not withdrawn.</param>
public sealed record GanttGroup(KeyTask Task, IReadOnlyList<GanttRow> Rows)
{
    /// <summary>The first day on which one of its work items starts.</summary>
    public DateOnly? Start => Rows.Min(r => r.Start);

    /// <summary>The last day on which one of its work items is due.</summary>
    public DateOnly? Due => Rows.Max(r => r.Due);

    public bool HasBars => Rows.Any(r => r.HasBar);
}
