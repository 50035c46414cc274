using Xinzhou.Dashboard.Domain.Notation.Plans;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Data.Plans;

/// <summary>A row of the plan's file beside what is held.</summary>
/// <param name="Draft">What it says.</param>
/// <param name="Kind">What it is.</param>
public sealed record PlanRowOutcome(PlanDraft Draft, PlanChangeKind Kind);
