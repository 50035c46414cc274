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
    /// <summary>The columns that are filled.</summary>
    private static readonly ReturnColumn[] Open =
        [ReturnColumn.Value, ReturnColumn.Growth, ReturnColumn.Blank, ReturnColumn.Reason, ReturnColumn.Explanation, ReturnColumn.Source];

    private static readonly WorkbookOptions Reading = new()
    {
        AllDigits = true,
        LooksForHeader = false,
        Mark = text => ReturnRowKey.Parse(text) is not null,
        IsNumber = (column, _) => (ReturnColumn)column is ReturnColumn.Value or ReturnColumn.Growth,
        MaxCharacters = 5_000_000,
        MaxCells = 500_000,
    };

    /// <summary>Reads it; nothing is judged yet. Numbers keep the decimals that were typed, whatever their format shows.</summary>
    public static ReturnWorkbookReading Read(byte[] content)
    {
        var table = WorkbookReader.Read(content, Reading);
        var rows = new Dictionary<int, ReturnWorkbookRow>();
        var (returns, strays) = (new HashSet<int>(), new List<int>());
        foreach (var row in table.Rows)
        {
            if (ReturnRowKey.Parse(Text(row, ReturnColumn.Key)) is { } key && rows.TryAdd(key.Row, RowOf(row, key)))
            {
                returns.Add(key.Return);
            }
            else if (Open.Any(c => Text(row, c) is not null))
            {
                strays.Add(row.Line);
            }
        }

        return new(returns is { Count: 1 } ? returns.Single() : null, rows, table.Faults)
        {
            Heads = [.. table.Columns.Select(c => c.Trim())],
            CellFaults = [.. table.Faults.Select(f => CellFault(f, table.Columns)).OfType<ReturnWorkbookFault>()],
            StrayLines = strays,
        };
    }

    private static ReturnWorkbookFault? CellFault(Fault fault, IReadOnlyList<string> columns)
    {
        var column = columns.TakeWhile(c => TableHeader.Name(c) != fault.Column).Count();
        return fault.Line > 0 && column < Enum.GetValues<ReturnColumn>().Length
            ? new(fault.Line, (ReturnColumn)column, fault.Reason, fault.Found)
            : null;
    }

    private static ReturnWorkbookRow RowOf(SourceRow row, ReturnRowKey key)
    {
        var versions = Pair(Text(row, ReturnColumn.Versions)) ?? (0, 0);
        return new(
            key.Row, row.Line, versions.First, versions.Second,
            Text(row, ReturnColumn.Value), Text(row, ReturnColumn.Growth), Text(row, ReturnColumn.Blank),
            Text(row, ReturnColumn.Reason), Text(row, ReturnColumn.Explanation), Text(row, ReturnColumn.Source))
        {
            Subject = key.Subject,
            Shown = new(Text(row, ReturnColumn.Number), Text(row, ReturnColumn.Indicator), Text(row, ReturnColumn.StatisticalUnit), Text(row, ReturnColumn.Uom)),
        };
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
