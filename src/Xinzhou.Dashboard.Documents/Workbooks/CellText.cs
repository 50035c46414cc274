using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Xinzhou.Dashboard.Documents.Workbooks;

/// <summary>Text in a workbook: characters that XML cannot hold are written <c>_x001F_</c>.</summary>
internal static partial class CellText
{
    /// <summary>The text that a workbook's string stands for.</summary>
    public static string Decode(string written) =>
        !written.Contains("_x", StringComparison.Ordinal)
            ? written
            : Escape().Replace(written, m => CharacterOf(m.Value) is { } c ? c.ToString() : m.Value);

    /// <summary>The string of a workbook that <see cref="Decode"/> turns back into the text.</summary>
    public static string Encode(string text)
    {
        var written = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            // An underscore that would begin an escape, if an underscore came to follow, is escaped itself.
            var c = text[i];
            var mustEscape = (c < ' ' && c is not ('\t' or '\n')) || c is '\uFFFE' or '\uFFFF'
                || (c == '_' && EscapeBegins().IsMatch(text.AsSpan(i)));
            written = mustEscape
                ? written.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_")
                : written.Append(c);
        }

        return written.ToString();
    }

    /// <summary>Only what cannot stand in XML itself, and the underscore, is meant by an escape; NUL by none.</summary>
    private static char? CharacterOf(string escape)
    {
        var c = (char)ushort.Parse(escape.AsSpan(2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return c is '_' or '\uFFFE' or '\uFFFF' or (> '\0' and < ' ') ? c : null;
    }

    [GeneratedRegex("^_x[0-9A-Fa-f]{4}")]
    private static partial Regex EscapeBegins();

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escape();
}
