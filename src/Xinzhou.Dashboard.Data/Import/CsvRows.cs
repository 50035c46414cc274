using System.Collections;
using System.Text;
using CsvHelper;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Data.Import;

/// <summary>The rows of a CSV file, read anew whenever they are asked for.</summary>
/// <param name="layout">How the file is laid out.</param>
/// <param name="columns">How many columns its header has.</param>
/// <param name="faulty">The lines, within the content, that are no rows.</param>
/// <param name="count">How many rows there are.</param>
internal sealed class CsvRows(CsvLayout layout, int columns, IReadOnlySet<int> faulty, int count) : IReadOnlyCollection<SourceRow>
{
    public int Count => count;

    public IEnumerator<SourceRow> GetEnumerator()
    {
        using var csv = CsvTable.Open(layout.Content, layout.Separator, _ => { });
        while (csv.Read())
        {
            var line = (int)csv.LineNumber;
            if (line > layout.HeaderLine && !faulty.Contains(line) && !IsBlank(csv))
            {
                yield return new(line + layout.LinesAbove, CsvTable.Cells(csv, columns));
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>True when nothing but white space stands in a record: what a spreadsheet leaves behind below its table is no row.</summary>
    /// <param name="csv">Stands on the record.</param>
    public static bool IsBlank(CsvReader csv)
    {
        for (var i = 0; i < csv.FieldCount; i++)
        {
            if (!IsBlank(csv.GetSpan(i)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True when a record has fields beyond the columns in which anything stands.</summary>
    public static bool HasMore(CsvReader csv, int columns)
    {
        for (var i = columns; i < csv.FieldCount; i++)
        {
            if (!csv.GetSpan(i).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The apostrophe that keeps a tab from being taken for a formula is taken away before, as in every cell.</summary>
    private static bool IsBlank(ReadOnlySpan<byte> utf8)
    {
        if (utf8 is [(byte)'\'', (byte)'\t' or (byte)'\r', ..])
        {
            utf8 = utf8[1..];
        }

        while (!utf8.IsEmpty)
        {
            Rune.DecodeFromUtf8(utf8, out var rune, out var length);
            if (!Rune.IsWhiteSpace(rune))
            {
                return false;
            }

            utf8 = utf8[length..];
        }

        return true;
    }
}
