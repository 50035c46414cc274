using Xinzhou.Dashboard.Domain.Notation.Plans;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Web.Plan;

/// <summary>What stands in the fields of the plan's things, in words: what a statement says, and what is held of its subject.</summary>
/// <param name="text">The words.</param>
public sealed class PlanFields(IStringLocalizer<PlanWords> text)
{
    /// <summary>The fields that a statement states; empty where it takes something away.</summary>
    /// <param name="said">The statement.</param>
    /// <param name="plan">Names dimensions, aspects and departments.</param>
    public IReadOnlyDictionary<PlanField, string> Said(PlanStatement said, CityPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Stated(said switch
        {
            TaskStatement s =>
            [
                (PlanField.Title, s.Title),
                (PlanField.Dimension, Dimension(s.Dimension, plan)),
                (PlanField.Aspect, Aspect(s.Aspect, plan)),
                (PlanField.Lead, Department(s.Lead, plan)),
                (PlanField.Responsible, Departments(s.Responsible, plan)),
                (PlanField.Supporting, Departments(s.Supporting, plan)),
                (PlanField.Person, s.Person),
                (PlanField.Quote, s.Quote),
            ],
            WorkItemStatement s =>
            [
                (PlanField.Text, s.Text),
                (PlanField.Lead, Department(s.Lead, plan)),
                (PlanField.Person, s.Person),
                (PlanField.Start, s.Start is null ? null : Day(s.Start)),
                (PlanField.Due, s.Due is null ? null : Day(s.Due)),
                (PlanField.Path, s.Path is null ? null : PathNotation.Write(s.Path)),
                (PlanField.Withdrawn, s.IsWithdrawn is { } withdrawn ? Withdrawn(withdrawn) : null),
            ],
            ProgressStatement s => [(PlanField.Percent, Percent(s.Percent)), (PlanField.Report, s.Text)],
            CommitmentStatement s =>
            [
                (PlanField.Lead, Department(s.Owner, plan)),
                (PlanField.Person, s.Person),
                (PlanField.Baseline, s.Baseline),
                (PlanField.Tolerance, Percent(s.Tolerance)),
                (PlanField.Task, s.Task is { } task ? Task(task) : null),
                (PlanField.YearPath, s.Path is null ? null : YearPathNotation.Write(s.Path)),
                (PlanField.Justification, s.Justification),
            ],
            OutcomeStatement s =>
            [
                (PlanField.Lead, Department(s.Owner, plan)),
                (PlanField.Achieved, s.Achieved is null ? null : Day(s.Achieved)),
                (PlanField.Evidence, s.Evidence),
            ],
            _ => [],
        });
    }

    /// <summary>What a plan holds of the subject of a statement; empty where it holds nothing.</summary>
    /// <param name="said">The statement.</param>
    /// <param name="plan">The plan.</param>
    public IReadOnlyDictionary<PlanField, string> Held(PlanStatement said, CityPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return said switch
        {
            TaskStatement s when plan.Task(s.Number) is { } task => Of(task, plan),
            WorkItemStatement s when Item(s.Task, s.Number, plan) is { } item => Of(item, plan),
            ProgressStatement s when Item(s.Task, s.Item, plan)?.Progress.FirstOrDefault(p => p.Quarter == s.Quarter) is { } progress => Said(progress, plan),
            CommitmentStatement s when plan.Commitments.FirstOrDefault(c => c.Target == s.Target) is { } held => Stated(
            [
                (PlanField.Lead, Department(held.Owner, plan)),
                (PlanField.Person, held.Person),
                (PlanField.Baseline, held.Baseline),
                (PlanField.Tolerance, Percent(held.Tolerance)),
                (PlanField.Task, held.Task is { } task ? Task(task) : null),
                (PlanField.YearPath, YearPathNotation.Write(held.Path)),
                (PlanField.Justification, held.Justification),
            ]),
            OutcomeStatement s when plan.Outcomes.FirstOrDefault(o => (o.Year, o.Dimension, o.Text) == (s.Year, s.Dimension, s.Text)) is { } held => Stated(
            [
                (PlanField.Lead, Department(held.Owner, plan)),
                (PlanField.Achieved, held.Achieved is { } day ? PlanDayText.Of(day) : null),
                (PlanField.Evidence, held.Evidence),
            ]),
            _ => Stated([]),
        };
    }

    /// <summary>The fields of a task. What is not official yet carries its mark.</summary>
    public IReadOnlyDictionary<PlanField, string> Of(KeyTask task, CityPlan plan)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(plan);
        return Stated(
        [
            (PlanField.Title, Marked(task.Title, task.TitleStatus)),
            (PlanField.Dimension, Marked(Dimension(task.Dimension, plan)!, task.DimensionStatus)),
            (PlanField.Aspect, Aspect(task.Aspect, plan)),
            (PlanField.Lead, Department(task.Lead, plan)),
            (PlanField.Responsible, Departments(task.Responsible, plan)),
            (PlanField.Supporting, Departments(task.Supporting, plan)),
            (PlanField.Person, task.Person),
            (PlanField.Quote, task.Quote),
        ]);
    }

    /// <summary>The fields of a work item.</summary>
    public IReadOnlyDictionary<PlanField, string> Of(WorkItem item, CityPlan plan)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(plan);
        return Stated(
        [
            (PlanField.Text, item.Text),
            (PlanField.Lead, Department(item.Lead, plan)),
            (PlanField.Person, item.Person),
            (PlanField.Start, Day(item.Start)),
            (PlanField.Due, Day(item.Due)),
            (PlanField.Path, PathNotation.Write(item.Path)),
            (PlanField.Withdrawn, Withdrawn(item.IsWithdrawn)),
        ]);
    }

    /// <summary>A dimension by its code; 能级 in full.</summary>
    public static string? Dimension(string? code, CityPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return code is not null && plan.Dimension(code) is { } dimension ? Names.Of(dimension) : code;
    }

    /// <summary>An aspect by its code: its title, or its place where it has none.</summary>
    public string? Aspect(string? code, CityPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Aspects.FirstOrDefault(a => a.Code == code) is { } aspect ? aspect.Title ?? text["AspectWithoutName", aspect.Order] : code;
    }

    private static string? Department(string? code, CityPlan plan) => string.IsNullOrEmpty(code) ? code : plan.DepartmentName(code);

    private static string? Departments(IReadOnlyList<string>? codes, CityPlan plan) =>
        codes is null ? null : string.Join(Languages.IsEnglish ? ", " : "、", codes.Select(plan.DepartmentName));

    private static string Day(PlanDay? day) => PlanDayText.Of(day) ?? "";

    private static string? Percent(decimal? percent) => percent is { } value ? $"{ValueText.Number(value)}%" : null;

    private static WorkItem? Item(int task, int number, CityPlan plan) => plan.Task(task)?.WorkItems.FirstOrDefault(i => i.Number == number);

    private static Dictionary<PlanField, string> Stated(IEnumerable<(PlanField Field, string? Value)> fields) =>
        fields.Where(f => f.Value is not null).ToDictionary(f => f.Field, f => f.Value!);

    private string Task(int number) => number == 0 ? "" : text["Task", number];

    private string Withdrawn(bool withdrawn) => text[withdrawn ? "IsWithdrawn" : "InForce"];

    private string Marked(string value, Status status) => status == Status.Official ? value : text["NotOfficial", value];
}
