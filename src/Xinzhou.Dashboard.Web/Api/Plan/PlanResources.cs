using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Web.Api.Lights;
using Xinzhou.Dashboard.Web.Api.Problems;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Plan;

/// <summary>The plan: dimensions, aspects, tasks, milestones, programmes, mechanisms, departments, notes.</summary>
public sealed class PlanResources(LightShaper lights, IStringLocalizer<ApiText> text)
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

    public IEnumerable<ReadResource> All =>
    [
        new("dimensions", Group, "The seven dimensions (能级), in the official order.", Parameters.Lists, typeof(Page<DimensionItem>), DimensionList)
        { CarriesLights = true },
        new("aspects", Group, "The five aspects (方面) of the Opinion; four are not named.", Parameters.Lists, typeof(Page<AspectItem>),
            r => Answers.List(r, r.Snapshot.Plan.Aspects, a => a.Order, AspectItem.Of, Aspects)),
        new("tasks", Group, "The 39 key tasks (重点任务): 25 from the article and 14 placeholders.",
            [.. Parameters.Lists, Parameters.Dimension, Parameters.Aspect], typeof(Page<TaskItem>), TaskList)
        { CarriesLights = true },
        new("tasks/{number}", Group, "One key task: who owes it, its work items, its light, and what was said of it.", Parameters.Always, typeof(OwedTaskItem), OneTask)
        { CarriesLights = true },
        new("milestones", Group, "The five stage goals (里程碑).", Parameters.Lists, typeof(Page<MilestoneItem>),
            r => Answers.List(r, r.Snapshot.Plan.Milestones, m => m.Year, MilestoneItem.Of, Milestones)),
        new("milestones/{year}", Group, "One stage goal, and how targets, tasks and landmark outcomes stand to it, by dimension.",
            Parameters.Always, typeof(MilestoneStandingItem), OneMilestone)
        { CarriesLights = true },
        new("milestones/{year}/dimensions/{code}", Group, "How one dimension stands to a stage goal.",
            Parameters.Always, typeof(StandingItem), DimensionOfMilestone)
        { CarriesLights = true },
        new("departments", Group, "The departments that report or are responsible.", Parameters.Lists, typeof(Page<DepartmentItem>),
            r => Answers.List(r, r.Snapshot.Plan.Departments.Index(), d => d.Index, d => DepartmentItem.Of(d.Item), Departments)),
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

    private static Answer? DimensionList(ReadRequest request)
    {
        var (plan, board, reviews) = (request.Plan, request.Lights, request.Reviews);
        return Answers.List(request, plan.Dimensions, d => d.Order, d => DimensionItem.Of(plan, d, board, reviews), Dimensions);
    }

    private static Answer? OneMilestone(ReadRequest request) => MilestoneOf(request) is { } milestone
        ? Answers.One(
            request, MilestoneStandingItem.Of(milestone, request.Plan, request.Lights, request.Reviews), Json.MilestoneStandingItem, MilestoneStandingItem.Columns)
        : null;

    private static Answer? DimensionOfMilestone(ReadRequest request) =>
        MilestoneOf(request) is { } milestone && request.Plan.Dimensions.FirstOrDefault(d => d.Code == request.Route("code")) is { } dimension
            ? Answers.One(
                request,
                StandingItem.Of(
                    dimension.Code,
                    request.Lights.OfMilestone(milestone.Year, dimension.Code),
                    ReviewItem.Of(request.Reviews, milestone.Year, dimension.Code)),
                Json.StandingItem,
                StandingItem.Columns)
            : null;

    private static Milestone? MilestoneOf(ReadRequest request) =>
        request.RouteNumber("year") is { } year ? request.Plan.Milestones.FirstOrDefault(m => m.Year == year) : null;

    private Answer? TaskList(ReadRequest request)
    {
        var (plan, board) = (request.Plan, request.Lights);
        var dimensions = request.Query.Entries(Parameters.Dimension, text["Expected.Dimension"].Value, t => plan.Dimension(t)?.Code);
        var aspects = request.Query.Entries(Parameters.Aspect, text["Expected.Aspect"].Value,
            t => plan.Aspects.FirstOrDefault(a => a.Code == t || a.Title == t)?.Code);
        var tasks = plan.Tasks
            .Where(t => dimensions?.Contains(t.Dimension) != false)
            .Where(t => aspects is null || (t.Aspect is not null && aspects.Contains(t.Aspect)));
        return Answers.List(request, tasks, t => t.Number, t => TaskItem.Of(t, lights.Shape(board.Task(t.Number)!, board)), Tasks);
    }

    private Answer? OneTask(ReadRequest request) => request.RouteNumber("number") is { } number && request.Plan.Task(number) is { } task
        ? Answers.One(request, OwedTaskItem.Of(request, task, lights), Json.OwedTaskItem, OwedTaskItem.Columns)
        : null;
}
