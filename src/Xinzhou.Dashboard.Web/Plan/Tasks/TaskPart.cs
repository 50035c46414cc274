using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Web.Plan.Tasks;

/// <summary>Part of the page on which one task is kept.</summary>
public abstract class TaskPart : PlanPart
{
    /// <summary>The task as it stands.</summary>
    [Parameter, EditorRequired]
    public required KeyTask Task { get; set; }

    /// <summary>The plan that it stands in.</summary>
    [Parameter, EditorRequired]
    public required PlanNow Now { get; set; }
}
