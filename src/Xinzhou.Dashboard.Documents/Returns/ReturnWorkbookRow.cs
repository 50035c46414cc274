namespace Xinzhou.Dashboard.Documents.Returns;

/// <summary>What stands in a row of a workbook that came back, as written; empty texts are null.</summary>
/// <param name="Row">The number of the form's row.</param>
/// <param name="Line">The line of the sheet.</param>
/// <param name="ValueVersion">The version of the value that the workbook was made from.</param>
/// <param name="GrowthVersion">The version of the growth that the workbook was made from.</param>
/// <param name="Value">The value.</param>
/// <param name="Growth">The growth.</param>
/// <param name="Blank">Why there is none.</param>
/// <param name="Reason">In words.</param>
/// <param name="Explanation">Why it is right though a rule asks.</param>
/// <param name="Source">Where it was taken from.</param>
public sealed record ReturnWorkbookRow(
    int Row,
    int Line,
    int ValueVersion,
    int GrowthVersion,
    string? Value,
    string? Growth,
    string? Blank,
    string? Reason,
    string? Explanation,
    string? Source)
{
    /// <summary>What the row was about, in codes (<see cref="ReturnRowKey"/>).</summary>
    public required string Subject { get; init; }

    /// <summary>What the row says to whoever fills it in; hidden keys stay where they are when the columns beside them are sorted.</summary>
    public ReturnRowShown Shown { get; init; } = new(null, null, null, null);
}
