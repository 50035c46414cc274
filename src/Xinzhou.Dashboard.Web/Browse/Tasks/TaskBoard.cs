using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Web.Browse.Steps;

namespace Xinzhou.Dashboard.Web.Browse.Tasks;

/// <summary>The board of tasks: a column for each dimension that has any the filter admits.</summary>
public sealed class TaskBoard
{
    public TaskBoard(CityPlan plan, TaskFilter filter, DateOnly today, int? selected = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(filter);
        Columns = [.. Course.Of(plan).Select(c => c with { Tasks = [.. c.Tasks.Where(filter.Admits)] }).Where(c => c.Tasks.Count > 0)];
        Shown = PlanCounts.Of([.. Columns.SelectMany(c => c.Tasks)], plan.Milestones, today);
        All = PlanCounts.Of([.. plan.Tasks], plan.Milestones, today);
        Selected = selected is { } number ? plan.Task(number) : null;
    }

    public IReadOnlyList<Course> Columns { get; }

    /// <summary>Counts of the tasks shown.</summary>
    public PlanCounts Shown { get; }

    /// <summary>Counts of all tasks.</summary>
    public PlanCounts All { get; }

    /// <summary>The task looked at more closely; null when none is, or when there is none of that number.</summary>
    public KeyTask? Selected { get; }
}
