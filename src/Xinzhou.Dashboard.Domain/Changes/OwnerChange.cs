using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Domain.Changes;

/// <summary>That somebody else owes a task, a work item, a target or an outcome than at an earlier moment.</summary>
/// <param name="Statement">What says so last; it names what is owed.</param>
/// <param name="LeadBefore">牵头单位, by its code; null where none was known.</param>
/// <param name="Lead">牵头单位 now; null where none is known.</param>
/// <param name="PersonBefore">责任人; null where none was known.</param>
/// <param name="Person">责任人 now; null where none is known.</param>
/// <param name="At">Since when.</param>
public sealed record OwnerChange(PlanStatement Statement, string? LeadBefore, string? Lead, string? PersonBefore, string? Person, DateTimeOffset At)
{
    /// <summary>False where only the person is another.</summary>
    public bool IsOfUnit => LeadBefore != Lead;
}
