using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Domain.Notation.Plans;

/// <summary>What a row of the plan's file says.</summary>
/// <param name="Sheet">Which of the sheets it stands in.</param>
/// <param name="SheetName">What the file calls the sheet.</param>
/// <param name="Line">Its line there.</param>
/// <param name="Statement">What it says; its origin has no number and no actor yet.</param>
public sealed record PlanDraft(PlanSheet Sheet, string SheetName, int Line, PlanStatement Statement);
