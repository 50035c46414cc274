using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>What came of saving cells.</summary>
/// <param name="Refusal">Why nothing at all was done; null when each cell was looked at.</param>
/// <param name="Cells">What came of each change, in their order.</param>
/// <param name="Return">The return as it stands now; null when nothing was done.</param>
public sealed record EntryOutcome(ReturnRefusal? Refusal, IReadOnlyList<CellOutcome> Cells, Return? Return);
