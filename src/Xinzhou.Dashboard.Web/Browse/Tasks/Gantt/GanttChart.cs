using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Web.Browse.Tasks.Gantt;

/// <summary>甘特图: tasks with their work items over the years, against the milestones and the days as they were first known.</summary>
public sealed class GanttChart
{
    private GanttChart(IReadOnlyList<GanttGroup> groups, GanttScale scale, IReadOnlyList<Milestone> milestones, DateOnly today) =>
        (Groups, Scale, Milestones, Today) = (groups, scale, milestones, today);

    public IReadOnlyList<GanttGroup> Groups { get; }

    public GanttScale Scale { get; }

    /// <summary>All milestones of the plan.</summary>
    public IReadOnlyList<Milestone> Milestones { get; }

    public DateOnly Today { get; }

    /// <summary>The milestones whose day is beyond the last day drawn.</summary>
    public IEnumerable<Milestone> Beyond => Milestones.Where(m => m.Due > Scale.To);

    /// <param name="view">What the page reads.</param>
    /// <param name="tasks">The tasks, in the order in which they stand.</param>
    /// <param name="whole">True for all years of the plan; else those of the work and of the next milestone.</param>
    public static GanttChart Of(PageView view, IEnumerable<KeyTask> tasks, bool whole = false)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(tasks);
        var (book, lights) = (view.Snapshot.PlanBook, view.Lights);
        GanttGroup[] groups =
        [
            .. tasks.Select(t => new GanttGroup(t,
            [
                .. t.WorkItems.Where(i => !i.IsWithdrawn && lights.Item(t.Number, i.Number) is not null)
                    .Select(i => new GanttRow(i, lights.Item(t.Number, i.Number)!, PlanBaseline.Of(book, i, view.AsOf))),
            ])),
        ];
        Milestone[] milestones = [.. view.Plan.Milestones.OrderBy(m => m.Year)];
        var rows = groups.SelectMany(g => g.Rows).ToList();
        DateOnly[] days =
        [
            .. rows.SelectMany(r => new[] { r.Start, r.Due, r.Baseline.Start, r.Baseline.Due }).OfType<DateOnly>(),
            .. whole ? milestones.Select(m => m.Due) : milestones.Where(m => m.Due >= view.Today).Take(1).Select(m => m.Due),
            view.Today,
        ];
        return new(groups, new(new(days.Min().Year, 1, 1), new(days.Max().Year, 12, 31)), milestones, view.Today);
    }
}
