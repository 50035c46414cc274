using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Documents.Returns;

/// <summary>What a row of the workbook says once of its value and its growth together.</summary>
/// <param name="Blank">Why there is none.</param>
/// <param name="Reason">In words.</param>
/// <param name="Explanation">Why it is right though a rule asks.</param>
/// <param name="Source">Where the value was taken from; the growth where it alone is asked for.</param>
public sealed record ReturnRowNotes(BlankReason? Blank, string? Reason, string? Explanation, string? Source)
{
    /// <summary>The notes that a workbook carries for what stands in the two cells.</summary>
    /// <param name="value">The value; null where it is not asked for.</param>
    /// <param name="growth">The growth; null where it is not asked for.</param>
    public static ReturnRowNotes Of(CellEntry? value, CellEntry? growth) => new(
        value?.Blank ?? growth?.Blank, value?.Reason ?? growth?.Reason, value?.Explanation ?? growth?.Explanation, (value ?? growth)?.Source);
}
