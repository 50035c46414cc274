using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Web.Browse.Tasks;

/// <summary>How a task stands at a moment: its light, how far its work items are, what is due next.</summary>
public sealed record TaskStanding
{
    public required KeyTask Task { get; init; }

    public required Light Light { get; init; }

    /// <summary>Its work items that are not withdrawn, each with its light.</summary>
    public required IReadOnlyList<(WorkItem Item, Light Light)> Items { get; init; }

    /// <summary>The targets whose commitment names it.</summary>
    public required IReadOnlyList<AssessedTarget> Targets { get; init; }

    /// <summary>How many work items are done.</summary>
    public int Done => Items.Count(i => IsDone(i.Light));

    /// <summary>How many work items are overdue.</summary>
    public int Overdue => Items.Count(i => i.Light.Reason == LightReason.Overdue);

    /// <summary>The day on which the first of the work items that are not done is due; null where none has a day.</summary>
    public DateOnly? NextDue => Items.Where(i => !IsDone(i.Light)).Min(i => i.Item.Due?.Day);

    /// <param name="task">The task.</param>
    /// <param name="lights">The lights of the moment.</param>
    public static TaskStanding Of(KeyTask task, LightBoard lights)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(lights);
        return new()
        {
            Task = task,
            Light = lights.LightOf(task),
            Items = [.. task.WorkItems.Select(i => (i, Light: lights.Item(task.Number, i.Number))).Where(i => i.Light is not null).Select(i => (i.i, i.Light!))],
            Targets = [.. lights.TargetsOf(task.Number)],
        };
    }

    /// <summary>True for a work item that is done.</summary>
    public static bool IsDone(Light light)
    {
        ArgumentNullException.ThrowIfNull(light);
        return light.Reason is LightReason.Done or LightReason.DoneLate;
    }
}
