using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress;

namespace Xinzhou.Dashboard.Web.Browse.Tasks;

/// <summary>Which tasks the address asks for. What it asks for and does not exist is left aside and named as a fault.</summary>
public sealed record TaskFilter
{
    /// <summary>The value of the filter by aspect that stands for the unnamed ones.</summary>
    public const string OtherAspects = "other";

    public string? Aspect { get; init; }
    public string? Dimension { get; init; }
    public Status? Title { get; init; }
    public Status? Content { get; init; }
    public LightColour? Light { get; init; }

    /// <summary>What is asked for and does not exist, as written.</summary>
    public IReadOnlyList<(TaskFilterName Filter, string Written)> Faults { get; init; } = [];

    /// <summary>True when something is narrowed.</summary>
    public bool IsSet => this is not { Aspect: null, Dimension: null, Title: null, Content: null, Light: null };

    /// <summary>Reads the parameters of an address; an empty one is no filter.</summary>
    public static TaskFilter Read(CityPlan plan, string? aspect, string? dimension, string? title, string? content, string? light)
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
            Faults = faults,
        };
    }

    public bool Admits(KeyTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return (Aspect is null || (Aspect == OtherAspects ? task.Aspect is null : task.Aspect == Aspect))
            && (Dimension is null || task.Dimension == Dimension)
            && (Title is null || (Title == Status.Official) == (task.TitleStatus == Status.Official))
            && (Content is null || (Content == Status.Placeholder) == task.IsPlaceholder)
            && (Light is null || Domain.Progress.Light.Of(task).Colour == Light);
    }

    private static Status? Among(string? written, params Status[] allowed) =>
        allowed.Cast<Status?>().FirstOrDefault(s => s!.Value.Written() == written);
}
