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
        var malformed = new HashSet<long>();
        using var csv = Open(layout.Content, layout.Separator, record =>
        {
            malformed.Add(record.LineNumber);
            faults.Add(new((int)record.LineNumber + layout.LinesAbove, "", FaultReason.Quoting, record.RawRecord));
        });

        var (columns, headerLine) = ((string[]?)null, 0);
        var rows = new List<SourceRow>();
        while (csv.Read())
        {
            var line = (int)csv.LineNumber;
            if (columns is null)
            {
                if (line < layout.HeaderLine)
                {
                    continue;
                }

                columns = Cells(csv);
                headerLine = line + layout.LinesAbove;
                faults.Clear();
                malformed.Clear();
                continue;
            }

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

            // Missing last fields are empty, as spreadsheets leave them out; empty ones beyond the header are none.
            if (cells.Length > columns.Length && cells.AsSpan(columns.Length).ContainsAnyExcept(""))
            {
                faults.Add(new(line + layout.LinesAbove, "", FaultReason.FieldCount, $"{cells.Length}", $"{columns.Length}"));
                continue;
            }

            if (rows.Count == SourceTable.MaxRows)
            {
                return SourceTable.Unreadable(Fault.OfFile(FaultReason.TooManyRows, $"{SourceTable.MaxRows}"));
            }

            rows.Add(new(line + layout.LinesAbove, cells.Length > columns.Length ? cells[..columns.Length] : cells));
        }

        return columns is null
            ? SourceTable.Unreadable(Fault.OfFile(FaultReason.EmptyFile))
            : new() { Columns = columns, HeaderLine = headerLine, Rows = rows, Faults = faults };
    }

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

    internal static string[] Cells(CsvReader csv)
    {
        var cells = new string[csv.FieldCount];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = SpreadsheetText.Restore(csv.GetString(i));
        }

        return cells;
    }
}
