using System.Buffers;
using System.Text;

namespace Xinzhou.Dashboard.Web.Api.Reading;

/// <summary>
/// Writes CSV by RFC 4180: UTF-8 with BOM (so that spreadsheets read Chinese), comma, CRLF, quotes only where they are needed.
/// Texts are written as they are.
/// </summary>
public static class CsvWriter
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    public static void WriteHeader<T>(IBufferWriter<byte> output, IReadOnlyList<CsvColumn<T>> columns)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(columns);
        output.Write(Encoding.UTF8.Preamble);
        for (var i = 0; i < columns.Count; i++)
        {
            WriteCell(output, columns[i].Name, i == columns.Count - 1);
        }
    }

    public static void WriteRow<T>(IBufferWriter<byte> output, IReadOnlyList<CsvColumn<T>> columns, T row)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(columns);
        for (var i = 0; i < columns.Count; i++)
        {
            WriteCell(output, columns[i].Value(row), i == columns.Count - 1);
        }
    }

    private static void WriteCell(IBufferWriter<byte> output, string? text, bool last)
    {
        if (text is not null)
        {
            if (text.AsSpan().ContainsAny(Special))
            {
                text = $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
            }

            Encoding.UTF8.GetBytes(text, output);
        }

        output.Write(last ? "\r\n"u8 : ","u8);
    }
}
