using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Documents.Workbooks;

/// <summary>A sheet of a workbook that was read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsVisible">False for one that is hidden.</param>
/// <param name="Table">What is written in it.</param>
public sealed record WorkbookTable(string Name, bool IsVisible, SourceTable Table);
