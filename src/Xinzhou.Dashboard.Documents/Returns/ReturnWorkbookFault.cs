using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Documents.Returns;

/// <summary>Why a cell of a workbook that came back cannot be read as such.</summary>
/// <param name="Line">The line of the sheet.</param>
/// <param name="Column">The column.</param>
/// <param name="Reason">A formula, an error value, a format that shows another number.</param>
/// <param name="Found">What stands in it.</param>
public sealed record ReturnWorkbookFault(int Line, ReturnColumn Column, FaultReason Reason, string Found);
