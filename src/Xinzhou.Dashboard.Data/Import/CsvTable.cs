using CsvHelper;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Data.Import;

/// <summary>Reads and writes a table as CSV (RFC 4180).</summary>
public static class CsvTable
{
    /// <param name="utf8">The file in UTF-8, without a byte order mark.</param>
    public static SourceTable Read(ReadOnlyMemory<byte> utf8)
    {
        var faults = new List<Fault>();
        var malformed = new HashSet<long>();
        using var csv = CsvReader.Create(utf8, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            TrackLineNumbers = true,
            PoolStrings = true,
            OnMalformedRecord = record =>
            {
                malformed.Add(record.LineNumber);
                faults.Add(new((int)record.LineNumber, "", FaultReason.Quoting, record.RawRecord));
            },
        });

        if (!csv.Read())
        {
            return SourceTable.Unreadable(Fault.OfFile(FaultReason.EmptyFile));
        }

        var columns = Cells(csv);
        var rows = new List<SourceRow>();
        while (csv.Read())
        {
            var line = (int)csv.LineNumber;
            if (malformed.Contains(line))
            {
                continue;
            }

            // What a spreadsheet leaves behind below its table is no row.
            var cells = Cells(csv);
            if (cells.All(string.IsNullOrWhiteSpace))
            {
                continue;
            }

            if (cells.Length != columns.Length)
            {
                faults.Add(new(line, "", FaultReason.FieldCount, $"{cells.Length}", $"{columns.Length}"));
                continue;
            }

            if (rows.Count == SourceTable.MaxRows)
            {
                return SourceTable.Unreadable(Fault.OfFile(FaultReason.TooManyRows, $"{SourceTable.MaxRows}"));
            }

            rows.Add(new(line, cells));
        }

        return new() { Columns = columns, Rows = rows, Faults = faults };
    }

    /// <summary>
    /// Writes a table in UTF-8 with a byte order mark, so that spreadsheets show its Chinese; text that they would take for a
    /// formula is neutralised.
    /// </summary>
    public static void Write(Stream output, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        using var csv = CsvWriter.Create(output, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true);
        csv.WriteHeader([.. columns]);
        foreach (var row in rows)
        {
            csv.WriteRecord([.. row.Select(SpreadsheetText.Neutralise)]);
        }
    }

    private static string[] Cells(CsvReader csv)
    {
        var cells = new string[csv.FieldCount];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = SpreadsheetText.Restore(csv.GetString(i));
        }

        return cells;
    }
}
