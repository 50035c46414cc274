using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Documents.Returns;

/// <summary>What a workbook that came back says.</summary>
/// <param name="Return">The number of the return it was made from; null when it was not made here, or of several.</param>
/// <param name="Rows">Its rows, by the number of the form's row.</param>
/// <param name="Faults">What is wrong with the file or with cells as such (formulas, error values); empty when it can be used.</param>
public sealed record ReturnWorkbookReading(int? Return, IReadOnlyDictionary<int, ReturnWorkbookRow> Rows, IReadOnlyList<Fault> Faults);
