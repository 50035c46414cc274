using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Web.Plan.Tasks;

/// <summary>A line of the list on which the plan is kept: a task, or one of its work items.</summary>
/// <param name="Task">The task.</param>
/// <param name="Item">The work item; null for the task itself.</param>
public sealed record PlanLine(KeyTask Task, WorkItem? Item)
{
    /// <summary>Of what it is: <see cref="PlanStatement.Subject"/>.</summary>
    public string Subject => Item is null ? PlanSubject.OfTask(Task.Number) : PlanSubject.OfItem(Task.Number, Item.Number);

    /// <summary>3, 3/2.</summary>
    public string Number => Item is null ? $"{Task.Number}" : $"{Task.Number}/{Item.Number}";

    /// <summary>The title, or what the work is.</summary>
    public string Text => Item is null ? Task.Title : Item.Text;

    /// <summary>牵头单位, by its code; null is not known.</summary>
    public string? Lead => Item is null ? Task.Lead : Item.Lead;

    /// <summary>责任人; null is not known.</summary>
    public string? Person => Item is null ? Task.Person : Item.Person;
}
