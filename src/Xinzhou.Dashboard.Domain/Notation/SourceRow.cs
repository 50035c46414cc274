namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>A row of a table to import.</summary>
/// <param name="Line">The physical line its record starts on (in a workbook, the row number).</param>
/// <param name="Cells">At most as many as the table has columns: empty where nothing is written, and left out behind the last that is.</param>
public readonly record struct SourceRow(int Line, string[] Cells);
