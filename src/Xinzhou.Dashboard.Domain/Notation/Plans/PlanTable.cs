namespace Xinzhou.Dashboard.Domain.Notation.Plans;

/// <summary>A table of the plan's file.</summary>
/// <param name="Sheet">Which of the sheets it is.</param>
/// <param name="Name">What its file calls it; it stands in the report.</param>
/// <param name="Table">What is written in it.</param>
public sealed record PlanTable(PlanSheet Sheet, string Name, SourceTable Table);
