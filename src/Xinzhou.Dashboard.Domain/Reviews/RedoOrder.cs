using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Domain.Reviews;

/// <summary>再办: what the notice asks that is issued with the signature. What is to be done is the comment on the verdict.</summary>
/// <param name="Lead">牵头单位: the code of the one unit that owes it.</param>
/// <param name="Grade">By when it is to be settled.</param>
public sealed record RedoOrder(string Lead, MatterGrade Grade);
