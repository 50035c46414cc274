using System.Text;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Data.Import;

/// <summary>How a CSV file is laid out, told by its first lines.</summary>
/// <param name="Content">The file, or as much of it as is a table.</param>
/// <param name="Separator">What stands between its fields.</param>
/// <param name="LinesAbove">The lines left out above <paramref name="Content"/>: <c>sep=;</c>.</param>
/// <param name="HeaderLine">The line of the header within <paramref name="Content"/>, from 1.</param>
internal readonly record struct CsvLayout(ReadOnlyMemory<byte> Content, char Separator, int LinesAbove, int HeaderLine)
{
    /// <summary>Stands for ， or ；, which are more than a byte; no text has it.</summary>
    private const char Unit = '\u001F';

    private const int MaxBeginning = 1 << 20;

    private static readonly char[] Separators = [',', ';', '\t', '，', '；'];

    public static CsvLayout Of(ReadOnlyMemory<byte> utf8, Func<IEnumerable<string>, int>? header = null)
    {
        var (content, said) = SeparatorLine(utf8);
        var above = content.Length < utf8.Length ? 1 : 0;
        var (best, most) = (new CsvLayout(content, said ?? ',', above, 1), 0);
        var beginning = content[..Math.Min(content.Length, MaxBeginning)];
        foreach (var separator in said is { } one ? [one] : Separators)
        {
            var (line, score) = HeaderOf(IsWide(separator) ? WithUnits(beginning, separator) : beginning, IsWide(separator) ? Unit : separator, header ?? TableHeader.Score);
            if (score > most)
            {
                (best, most) = (new(content, separator, above, line), score);
            }
        }

        return IsWide(best.Separator) ? best with { Content = WithUnits(content, best.Separator), Separator = Unit } : best;
    }

    private static (int Line, int Score) HeaderOf(ReadOnlyMemory<byte> beginning, char separator, Func<IEnumerable<string>, int> header)
    {
        using var csv = CsvTable.Open(beginning, separator, _ => { });
        var (lines, rows) = (new List<int>(), new List<string[]>());
        while (rows.Count < SourceTable.MaxTitleRows && csv.Read())
        {
            lines.Add((int)csv.LineNumber);
            rows.Add(CsvTable.Cells(csv, csv.FieldCount));
        }

        return rows.Count == 0 ? (1, 0) : TableHeader.IndexIn(rows, header) is var index ? (lines[index], header(rows[index])) : default;
    }

    /// <summary>What stands below a first line <c>sep=;</c>, and what that names; the whole where there is none.</summary>
    private static (ReadOnlyMemory<byte> Below, char? Separator) SeparatorLine(ReadOnlyMemory<byte> utf8)
    {
        var end = utf8.Span.IndexOf((byte)'\n');
        var line = end < 0 ? "" : Encoding.UTF8.GetString(utf8.Span[..Math.Min(end, 40)]).TrimEnd('\r').Trim('"').TrimEnd(',');
        if (!line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) || line.Length > 5) return (utf8, null);
        // What parts no fields is not taken at its word: then the fields tell.
        char? said = line.Length == 4 ? ',' : Separators.Contains(line[4]) || (char.IsAscii(line[4]) && !char.IsLetterOrDigit(line[4]) && line[4] != '"') ? line[4] : null;
        return (utf8[(end + 1)..], said);
    }

    private static bool IsWide(char separator) => separator is '，' or '；';

    /// <summary>With a byte of its own in the place of each ， or ； that stands outside of quotation marks.</summary>
    private static ReadOnlyMemory<byte> WithUnits(ReadOnlyMemory<byte> utf8, char separator)
    {
        var (written, quoted) = (new MemoryStream(utf8.Length), false);
        ReadOnlySpan<byte> wide = separator == '，' ? "，"u8 : "；"u8;
        var bytes = utf8.Span;
        for (var i = 0; i < bytes.Length; i++)
        {
            quoted ^= bytes[i] == (byte)'"';
            if (!quoted && bytes[i..].StartsWith(wide))
            {
                written.WriteByte((byte)Unit);
                i += 2;
            }
            else
            {
                written.WriteByte(bytes[i]);
            }
        }

        return written.GetBuffer().AsMemory(0, (int)written.Length);
    }
}
