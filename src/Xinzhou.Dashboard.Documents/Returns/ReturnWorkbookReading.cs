using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Documents.Returns;

/// <summary>What a workbook that came back says.</summary>
/// <param name="Return">The number of the return it was made from; null when it was not made here, or of several.</param>
/// <param name="Rows">Its rows, by the number of the form's row.</param>
/// <param name="Faults">What is wrong with the file or with cells as such (formulas, error values); empty when it can be used.</param>
public sealed record ReturnWorkbookReading(int? Return, IReadOnlyDictionary<int, ReturnWorkbookRow> Rows, IReadOnlyList<Fault> Faults)
{
    /// <summary>The heads of its columns as they stand; columns that were moved or put in show here.</summary>
    public IReadOnlyList<string> Heads { get; init; } = [];

    /// <summary>The faults of single cells, with the column they stand in; faults beside the table are none of the return's.</summary>
    public IReadOnlyList<ReturnWorkbookFault> CellFaults { get; init; } = [];

    /// <summary>The lines with something written in them that belong to no row, or to a row that stands in the sheet already.</summary>
    public IReadOnlyList<int> StrayLines { get; init; } = [];
}
