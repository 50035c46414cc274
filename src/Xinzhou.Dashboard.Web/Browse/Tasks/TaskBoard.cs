using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Web.Browse.Steps;

namespace Xinzhou.Dashboard.Web.Browse.Tasks;

/// <summary>The board of tasks: a column for each dimension that has any the filter admits.</summary>
public sealed class TaskBoard
{
    /// <param name="plan">The plan as it was known at the moment.</param>
    /// <param name="filter">What is asked for.</param>
    /// <param name="lights">The lights of the moment.</param>
    /// <param name="selected">The number of the task that is looked at more closely.</param>
    public TaskBoard(CityPlan plan, TaskFilter filter, LightBoard lights, int? selected = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(lights);
        Columns = [.. Course.Of(plan).Select(c => c with { Tasks = [.. c.Tasks.Where(t => filter.Admits(t, lights))] }).Where(c => c.Tasks.Count > 0)];
        Tasks = [.. Columns.SelectMany(c => c.Tasks).Select(t => TaskStanding.Of(t, lights))
            .OrderByDescending(t => t.Light.Colour.Severity()).ThenBy(t => t.Task.Number)];
        Shown = PlanCounts.Of([.. Columns.SelectMany(c => c.Tasks)], plan.Milestones, lights);
        All = PlanCounts.Of([.. plan.Tasks], plan.Milestones, lights);
        Selected = selected is { } number ? plan.Task(number) : null;
    }

    public IReadOnlyList<Course> Columns { get; }

    /// <summary>The tasks shown, the worst light first, those of one colour by their numbers.</summary>
    public IReadOnlyList<TaskStanding> Tasks { get; }

    /// <summary>Counts of the tasks shown.</summary>
    public PlanCounts Shown { get; }

    /// <summary>Counts of all tasks.</summary>
    public PlanCounts All { get; }

    /// <summary>The task looked at more closely; null when none is, or when there is none of that number.</summary>
    public KeyTask? Selected { get; }
}
