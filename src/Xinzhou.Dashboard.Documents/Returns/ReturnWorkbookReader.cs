using System.Globalization;
using Xinzhou.Dashboard.Documents.Workbooks;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Documents.Returns;

/// <summary>
/// Reads a return's workbook as Excel, WPS or LibreOffice saved it: rows are known by their hidden key, wherever they were
/// moved to; columns stand where they stood.
/// </summary>
public static class ReturnWorkbookReader
{
    /// <summary>Reads it; nothing is judged yet.</summary>
    public static ReturnWorkbookReading Read(byte[] content)
    {
        var table = WorkbookReader.Read(content);
        var rows = new Dictionary<int, ReturnWorkbookRow>();
        var returns = new HashSet<int>();
        foreach (var row in table.Rows)
        {
            if (Pair(Text(row, ReturnColumn.Key)) is not var (filled, number) || !rows.TryAdd(number, RowOf(row, number)))
            {
                continue;
            }

            returns.Add(filled);
        }

        return new(returns is { Count: 1 } ? returns.Single() : null, rows, table.Faults);
    }

    private static ReturnWorkbookRow RowOf(SourceRow row, int number)
    {
        var versions = Pair(Text(row, ReturnColumn.Versions)) ?? (0, 0);
        return new(
            number, row.Line, versions.First, versions.Second,
            Text(row, ReturnColumn.Value), Text(row, ReturnColumn.Growth), Text(row, ReturnColumn.Blank),
            Text(row, ReturnColumn.Reason), Text(row, ReturnColumn.Explanation), Text(row, ReturnColumn.Source));
    }

    private static string? Text(SourceRow row, ReturnColumn column) =>
        (int)column < row.Cells.Length && row.Cells[(int)column].Trim() is { Length: > 0 } text ? text : null;

    private static (int First, int Second)? Pair(string? text) =>
        text?.Split('/') is [var first, var second]
        && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var one)
        && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var other)
            ? (one, other)
            : null;
}
