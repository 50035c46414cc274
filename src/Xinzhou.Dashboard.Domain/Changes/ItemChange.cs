using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Domain.Changes;

/// <summary>A work item that the plan has otherwise than at an earlier moment.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Before">As it was; null where there was none.</param>
/// <param name="After">As it is.</param>
/// <param name="Statement">What says so last; null where only the article does.</param>
/// <param name="At">Since when.</param>
public sealed record ItemChange(ItemChangeKind Kind, WorkItem? Before, WorkItem After, WorkItemStatement? Statement, DateTimeOffset At);
