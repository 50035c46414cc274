using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Web.Browse.Tasks;

/// <summary>Which tasks the address asks for. What it asks for and does not exist is left aside and named as a fault.</summary>
public sealed record TaskFilter
{
    /// <summary>The value of the filter by aspect that stands for the unnamed ones.</summary>
    public const string OtherAspects = "other";

    /// <summary>The value of the filter by lead unit that stands for tasks without one.</summary>
    public const string NoLead = "none";

    public string? Aspect { get; init; }
    public string? Dimension { get; init; }
    public Status? Title { get; init; }
    public Status? Content { get; init; }
    public LightColour? Light { get; init; }

    /// <summary>牵头单位 by its code, or <see cref="NoLead"/>.</summary>
    public string? Lead { get; init; }

    /// <summary>By the deadlines of its work items.</summary>
    public TaskDue? Due { get; init; }

    /// <summary>What is asked for and does not exist, as written.</summary>
    public IReadOnlyList<(TaskFilterName Filter, string Written)> Faults { get; init; } = [];

    /// <summary>True when something is narrowed.</summary>
    public bool IsSet => this is not { Aspect: null, Dimension: null, Title: null, Content: null, Light: null, Lead: null, Due: null };

    /// <summary>What is set, as the parameters of an address.</summary>
    public IEnumerable<(string Name, string? Value)> Query =>
    [
        ("aspect", Aspect),
        ("dimension", Dimension),
        ("title", Title?.Written()),
        ("content", Content?.Written()),
        ("light", Light is { } light ? Code.Of(light) : null),
        ("lead", Lead),
        ("due", Due is { } due ? Code.Of(due) : null),
    ];

    /// <summary>Reads the parameters of an address; an empty one is no filter.</summary>
    public static TaskFilter Read(
        CityPlan plan, string? aspect, string? dimension, string? title, string? content, string? light, string? lead = null, string? due = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var faults = new List<(TaskFilterName, string)>();
        T? Found<T>(TaskFilterName filter, string? written, T? value)
        {
            if (!string.IsNullOrEmpty(written) && value is null)
            {
                faults.Add((filter, written));
            }

            return value;
        }

        return new()
        {
            Aspect = Found(TaskFilterName.Aspect, aspect, aspect == OtherAspects ? OtherAspects : plan.Aspects.FirstOrDefault(a => a.Code == aspect)?.Code),
            Dimension = Found(TaskFilterName.Dimension, dimension, string.IsNullOrEmpty(dimension) ? null : plan.Dimension(dimension)?.Code),
            Title = Found(TaskFilterName.Title, title, Among(title, Status.Official, Status.Provisional)),
            Content = Found(TaskFilterName.Content, content, Among(content, Status.FromArticle, Status.Placeholder)),
            Light = Found(TaskFilterName.Light, light, Code.TryParse<LightColour>(light, out var colour) ? colour : (LightColour?)null),
            Lead = Found(TaskFilterName.Lead, lead, lead == NoLead ? NoLead : string.IsNullOrEmpty(lead) ? null : plan.Department(lead)?.Code),
            Due = Found(TaskFilterName.Due, due, Code.TryParse<TaskDue>(due, out var time) ? time : (TaskDue?)null),
            Faults = faults,
        };
    }

    /// <param name="task">The task.</param>
    /// <param name="lights">The lights of the moment.</param>
    public bool Admits(KeyTask task, LightBoard lights)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(lights);
        return (Aspect is null || (Aspect == OtherAspects ? task.Aspect is null : task.Aspect == Aspect))
            && (Dimension is null || task.Dimension == Dimension)
            && (Title is null || (Title == Status.Official) == (task.TitleStatus == Status.Official))
            && (Content is null || (Content == Status.Placeholder) == task.IsPlaceholder)
            && (Light is null || lights.Task(task.Number)?.Colour == Light)
            && (Lead is null || (Lead == NoLead ? task.Lead is null : task.Lead == Lead))
            && (Due is not { } due || task.WorkItems.Any(i => lights.Item(task.Number, i.Number) is { } light && Admits(due, i, light, lights.Day)));
    }

    private static bool Admits(TaskDue due, WorkItem item, Domain.Progress.Light light, DateOnly day) => due switch
    {
        TaskDue.Overdue => light.Reason == LightReason.Overdue,
        _ when light.Reason is LightReason.Done or LightReason.DoneLate => false,
        TaskDue.Month => item.Due?.Day >= day && item.Due.Day <= day.AddDays(30),
        TaskDue.Quarter => item.Due?.Day >= day && item.Due.Day <= day.AddDays(90),
        _ => item.Due?.Day >= day && item.Due.Day <= day.AddYears(1),
    };

    private static Status? Among(string? written, params Status[] allowed) =>
        allowed.Cast<Status?>().FirstOrDefault(s => s!.Value.Written() == written);
}
