using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Web.Downloads.Register;

/// <summary>A line of the register: a work item, or a task of which none is known.</summary>
/// <param name="Task">The task.</param>
/// <param name="Item">The work item; null where the task has none.</param>
/// <param name="Light">The light of the work item, else of the task.</param>
/// <param name="Role">What the department of the register is to it; null in the register of all.</param>
public sealed record RegisterRow(KeyTask Task, WorkItem? Item, Light Light, RegisterRole? Role)
{
    /// <summary>牵头单位 of the work item, else of the task.</summary>
    public string? Lead => Item?.Lead ?? Task.Lead;

    /// <summary>责任人 of the work item, else of the task.</summary>
    public string? Person => Item?.Person ?? Task.Person;

    /// <summary>The percent planned for the end of the quarter that was reported last, unrounded; null without a report or a term.</summary>
    public decimal? Planned => Item is { Latest: { } latest } ? PlannedProgress.At(Item, latest.Quarter.LastDay) : null;

    /// <summary>The percent reported less the percent planned.</summary>
    public decimal? Deviation => Item?.Latest is { } latest && Planned is { } planned ? latest.Percent - planned : null;
}
