using Xinzhou.Dashboard.Web.Api.Problems;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Plan;

/// <summary>The plan: dimensions, aspects, tasks, milestones, programmes, mechanisms, departments, notes, lights.</summary>
public sealed class PlanResources(IStringLocalizer<ApiText> text)
{
    private const string Group = "Plan";

    private static readonly ApiJson Json = ApiJson.Default;
    private static readonly ListShape<DimensionItem> Dimensions = new(Json.PageDimensionItem, DimensionItem.Columns);
    private static readonly ListShape<AspectItem> Aspects = new(Json.PageAspectItem, AspectItem.Columns);
    private static readonly ListShape<MilestoneItem> Milestones = new(Json.PageMilestoneItem, MilestoneItem.Columns);
    private static readonly ListShape<DepartmentItem> Departments = new(Json.PageDepartmentItem, DepartmentItem.Columns);
    private static readonly ListShape<ProgrammeItem> Programmes = new(Json.PageProgrammeItem, ProgrammeItem.Columns);
    private static readonly ListShape<MechanismItem> Mechanisms = new(Json.PageMechanismItem, MechanismItem.Columns);
    private static readonly ListShape<TaskItem> Tasks = new(Json.PageTaskItem, TaskItem.Columns);
    private static readonly ListShape<LightItem> Lights = new(Json.PageLightItem, LightItem.Columns);

    public IEnumerable<ReadResource> All =>
    [
        new("dimensions", Group, "The seven dimensions (能级), in the official order.", Parameters.Lists, typeof(Page<DimensionItem>),
            r => Answers.List(r, r.Snapshot.Plan.Dimensions, d => d.Order, d => DimensionItem.Of(r.Snapshot.Plan, d), Dimensions)),
        new("aspects", Group, "The five aspects (方面) of the Opinion; four are not named.", Parameters.Lists, typeof(Page<AspectItem>),
            r => Answers.List(r, r.Snapshot.Plan.Aspects, a => a.Order, AspectItem.Of, Aspects)),
        new("tasks", Group, "The 39 key tasks (重点任务): 25 from the article and 14 placeholders.",
            [.. Parameters.Lists, Parameters.Dimension, Parameters.Aspect], typeof(Page<TaskItem>), TaskList),
        new("tasks/{number}", Group, "One key task.", Parameters.Always, typeof(TaskItem), OneTask),
        new("milestones", Group, "The five stage goals (里程碑).", Parameters.Lists, typeof(Page<MilestoneItem>),
            r => Answers.List(r, r.Snapshot.Plan.Milestones, m => m.Year, MilestoneItem.Of, Milestones)),
        new("lights", Group, "The lights (亮灯) of the key tasks.", Parameters.Lists, typeof(Page<LightItem>),
            r => Answers.List(r, r.Snapshot.Plan.Tasks, t => t.Number, t => LightItem.Of(t, text), Lights)),
        new("departments", Group, "The departments that report or are responsible.", Parameters.Lists, typeof(Page<DepartmentItem>),
            r => Answers.List(r, r.Snapshot.Plan.Departments, d => d.Order, DepartmentItem.Of, Departments)),
        new("programmes", Group, "The programmes (专项) that the article names.", Parameters.Lists, typeof(Page<ProgrammeItem>),
            r => Answers.List(r, r.Snapshot.Plan.Programmes, p => p.Order, ProgrammeItem.Of, Programmes)),
        new("mechanisms", Group, "The mechanisms of accountability (责任机制) that the article names.", Parameters.Lists, typeof(Page<MechanismItem>),
            r => Answers.List(r, r.Snapshot.Plan.Accountability, m => m.Order, MechanismItem.Of, Mechanisms)),
        new("notes", Group, "What the article does not state, and what it leaves ambiguous.", Parameters.Lists, typeof(NotesPage), NoteList),
    ];

    private static Answer NoteList(ReadRequest request)
    {
        var plan = request.Snapshot.Plan;
        return Answers.One(request, NotesPage.Of(plan, request), Json.NotesPage, NotesPage.Columns);
    }

    private Answer? TaskList(ReadRequest request)
    {
        var plan = request.Snapshot.Plan;
        var dimensions = request.Query.Entries(Parameters.Dimension, text["Expected.Dimension"].Value, t => plan.Dimension(t)?.Code);
        var aspects = request.Query.Entries(Parameters.Aspect, text["Expected.Aspect"].Value,
            t => plan.Aspects.FirstOrDefault(a => a.Code == t || a.Title == t)?.Code);
        var tasks = plan.Tasks
            .Where(t => dimensions?.Contains(t.Dimension) != false)
            .Where(t => aspects is null || (t.Aspect is not null && aspects.Contains(t.Aspect)));
        return Answers.List(request, tasks, t => t.Number, t => TaskItem.Of(t, text), Tasks);
    }

    // A task has one address: 01 is not another name of 1.
    private Answer? OneTask(ReadRequest request) =>
        request.Route("number") is var written
        && int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && !written.StartsWith('0')
        && request.Snapshot.Plan.Task(number) is { } task
            ? Answers.One(request, TaskItem.Of(task, text), Json.TaskItem, TaskItem.Columns)
            : null;
}
