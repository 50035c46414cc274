namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>What came of a change of a cell.</summary>
/// <param name="Address">The cell.</param>
/// <param name="Refusal">Why it was not done; null when it was.</param>
/// <param name="Stored">What stands in the cell now: what was saved, or, when somebody else was faster, what he saved.</param>
public sealed record CellOutcome(CellAddress Address, ReturnRefusal? Refusal, ReturnCell? Stored);
