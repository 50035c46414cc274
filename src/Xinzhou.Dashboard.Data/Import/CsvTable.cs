using CsvHelper;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Data.Import;

/// <summary>Reads and writes a table as CSV (RFC 4180).</summary>
public static class CsvTable
{
    private const int PartSize = 64 * 1024;

    private static readonly CsvWriterOptions Written = new() { WriteByteOrderMark = true };

    /// <summary>Reads a table: comma, semicolon, tab or ， as its header says, the header below titles, short rows filled up.</summary>
    /// <param name="utf8">The file in UTF-8, without a byte order mark.</param>
    /// <param name="header">How well a row would be the header; null for that of the import format.</param>
    public static SourceTable Read(ReadOnlyMemory<byte> utf8, Func<IEnumerable<string>, int>? header = null)
    {
        var layout = CsvLayout.Of(utf8, header);
        var faults = new List<Fault>();
        var faulty = new HashSet<int>();
        using var csv = Open(layout.Content, layout.Separator, record =>
            Refuse((int)record.LineNumber, FaultReason.Quoting, record.RawRecord));

        var (columns, headerLine, count) = ((string[]?)null, 0, 0);
        while (csv.Read())
        {
            var line = (int)csv.LineNumber;
            if (columns is null)
            {
                if (line >= layout.HeaderLine)
                {
                    (columns, headerLine) = (Cells(csv, csv.FieldCount), line);
                    faults.Clear();
                    faulty.Clear();
                }
            }
            else if (!faulty.Contains(line) && !CsvRows.IsBlank(csv))
            {
                // Missing last fields are empty, as spreadsheets leave them out; empty ones beyond the header are none.
                if (CsvRows.HasMore(csv, columns.Length))
                {
                    Refuse(line, FaultReason.FieldCount, $"{csv.FieldCount}", $"{columns.Length}");
                }
                else if (++count > SourceTable.MaxRows)
                {
                    return SourceTable.Unreadable(Fault.OfFile(FaultReason.TooManyRows, $"{SourceTable.MaxRows}"));
                }
            }
        }

        return columns is null
            ? SourceTable.Unreadable(Fault.OfFile(FaultReason.EmptyFile))
            : new()
            {
                Columns = columns,
                HeaderLine = headerLine + layout.LinesAbove,
                Rows = new CsvRows(layout with { HeaderLine = headerLine }, columns.Length, faulty, count),
                Faults = faults,
            };

        void Refuse(int line, FaultReason reason, string found, params string[] arguments)
        {
            faulty.Add(line);
            faults.Add(new(line + layout.LinesAbove, "", reason, found, arguments));
        }
    }

    /// <param name="utf8">The file, or a part of it.</param>
    /// <param name="separator">What stands between its fields.</param>
    /// <param name="onMalformed">Told of records whose quotation marks are misplaced.</param>
    internal static CsvReader Open(ReadOnlyMemory<byte> utf8, char separator, Action<CsvMalformedRecord> onMalformed) => CsvReader.Create(utf8, new CsvReaderOptions
    {
        Separator = separator,
        HasHeader = false,
        TrackLineNumbers = true,
        PoolStrings = true,
        OnMalformedRecord = onMalformed,
    });

    /// <summary>
    /// Writes a table in UTF-8 with a byte order mark, so that spreadsheets show its Chinese; text that they would take for a
    /// formula is neutralised.
    /// </summary>
    public static void Write(Stream output, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        ArgumentNullException.ThrowIfNull(output);
        foreach (var part in Parts(columns, rows.Select(r => r.Select(SpreadsheetText.Neutralise))))
        {
            output.Write(part.Span);
        }
    }

    /// <summary>Writes a table as <see cref="Write"/> does, while its rows come.</summary>
    public static async Task WriteAsync(
        Stream output, IReadOnlyList<string> columns, IAsyncEnumerable<IReadOnlyList<string>> rows, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        await using var csv = CsvWriter.Create(output, Written, leaveOpen: true);
        await csv.WriteRecordAsync([.. columns], cancellation);
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            await csv.WriteRecordAsync([.. row.Select(SpreadsheetText.Neutralise)], cancellation);
        }

        await csv.FlushAsync(cancellation);
    }

    /// <summary>
    /// A table in UTF-8 with a byte order mark, a part at a time: each holds until the next is asked for. Texts are written
    /// as they are, for programs that read them.
    /// </summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Parts(IReadOnlyList<string> columns, IEnumerable<IEnumerable<string?>> rows)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        return PartsOf(columns, rows);
    }

    private static IEnumerable<ReadOnlyMemory<byte>> PartsOf(IReadOnlyList<string> columns, IEnumerable<IEnumerable<string?>> rows)
    {
        using var part = new MemoryStream();
        using var csv = CsvWriter.Create(part, Written, leaveOpen: true);
        csv.WriteRecord([.. columns]);
        foreach (var row in rows)
        {
            csv.WriteRecord([.. row.Select(t => t ?? "")]);
            if (part.Length >= PartSize)
            {
                yield return part.GetBuffer().AsMemory(0, (int)part.Length);
                part.SetLength(0);
            }
        }

        csv.Flush();
        yield return part.GetBuffer().AsMemory(0, (int)part.Length);
    }

    internal static string[] Cells(CsvReader csv, int columns)
    {
        var cells = new string[Math.Min(csv.FieldCount, columns)];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = SpreadsheetText.Restore(csv.GetString(i));
        }

        return cells;
    }
}
