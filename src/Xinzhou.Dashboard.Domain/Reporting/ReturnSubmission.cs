using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>What was submitted, kept as it was.</summary>
/// <param name="Number">From 1.</param>
/// <param name="By">Who submitted.</param>
/// <param name="At">When.</param>
/// <param name="Cells">What stood in the cells.</param>
public sealed record ReturnSubmission(int Number, Person By, DateTimeOffset At, IReadOnlyDictionary<CellAddress, CellEntry> Cells);
