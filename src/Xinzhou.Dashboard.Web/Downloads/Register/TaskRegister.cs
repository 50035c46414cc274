using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Web.Downloads.Register;

/// <summary>台账: what a department owes, or all departments, at a moment.</summary>
public sealed class TaskRegister
{
    private readonly CityPlan _plan;

    private TaskRegister(CityPlan plan, LightBoard lights, Department? department, IReadOnlyList<RegisterRow> rows, IReadOnlyList<AssessedTarget> targets) =>
        (_plan, Lights, Department, Rows, Targets) = (plan, lights, department, rows, targets);

    /// <summary>All lights of the moment.</summary>
    public LightBoard Lights { get; }

    /// <summary>Whose register it is; null for that of all.</summary>
    public Department? Department { get; }

    /// <summary>By task and work item; withdrawn items are left out.</summary>
    public IReadOnlyList<RegisterRow> Rows { get; }

    /// <summary>The targets that the department answers for; in the register of all those that somebody does.</summary>
    public IReadOnlyList<AssessedTarget> Targets { get; }

    /// <summary>The lights of the work items.</summary>
    public LightCounts Counts => LightCounts.Of(Rows.Where(r => r.Item is not null).Select(r => r.Light.Colour));

    /// <summary>The work items of which nothing is reported though a report was due.</summary>
    public IEnumerable<RegisterRow> Unreported => Rows.Where(r => r.Light.Reason == LightReason.NothingReported);

    /// <param name="plan">The plan as it was known at the moment.</param>
    /// <param name="lights">The lights of the moment.</param>
    /// <param name="department">Whose register; null for that of all.</param>
    public static TaskRegister Of(CityPlan plan, LightBoard lights, Department? department)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(lights);
        var rows = new List<RegisterRow>();
        foreach (var task in plan.Tasks.OrderBy(t => t.Number))
        {
            var before = rows.Count;
            foreach (var item in task.WorkItems)
            {
                if (lights.Item(task.Number, item.Number) is { } light) Add(task, item, light);
            }

            if (before == rows.Count && task.WorkItems.All(i => i.IsWithdrawn)) Add(task, null, lights.LightOf(task));
        }

        return new(plan, lights, department, rows,
            [.. lights.Targets.Where(t => department is null ? t.Commitment is not null : t.Commitment?.Owner == department.Code).OrderBy(t => t.Year ?? int.MaxValue)]);

        void Add(KeyTask task, WorkItem? item, Light light)
        {
            var role = department is null ? null : RoleOf(department.Code, task, item);
            if (department is null || role is not null) rows.Add(new(task, item, light, role));
        }
    }

    /// <summary>Every department that owes something, with what it owes as lead unit: the lights of its work items.</summary>
    public IEnumerable<(Department Department, int Tasks, LightCounts Items, int Overdue)> ByLead()
    {
        var rows = Rows.Where(r => r.Item is not null && r.Lead is not null).ToLookup(r => r.Lead!);
        foreach (var department in _plan.Departments.OrderBy(d => d.Order))
        {
            var (own, tasks) = (rows[department.Code].ToList(), _plan.Tasks.Count(t => t.Lead == department.Code));
            if (own.Count > 0 || tasks > 0)
            {
                yield return (department, tasks, LightCounts.Of(own.Select(r => r.Light.Colour)), own.Count(r => r.Light.Reason == LightReason.Overdue));
            }
        }
    }

    private static RegisterRole? RoleOf(string code, KeyTask task, WorkItem? item) =>
        (item?.Lead ?? task.Lead) == code || task.Lead == code ? RegisterRole.Lead
        : task.Responsible.Contains(code) ? RegisterRole.Responsible
        : task.Supporting.Contains(code) ? RegisterRole.Supporting
        : null;
}
