using System.Buffers;
using System.Globalization;
using System.Text;

namespace Xinzhou.Dashboard.Domain.Text;

/// <summary>
/// What no name may carry: characters that nobody sees or that turn others around, by which one name looks like another, and
/// what no database and no browser keeps. Names are refused for them; in what people write at length they are taken out
/// (<see cref="PlainText.Printable"/>), because Word and PDF bring them along.
/// </summary>
public static class NameText
{
    /// <summary>
    /// The first character of a name that may not stand there, as people and Unicode write it: <c>U+202E</c>. Those are control
    /// characters (line breaks and tabs too), what is invisible (direction, zero width, soft hyphens, fillers, selectors), separators of lines and
    /// paragraphs, halves of surrogate pairs and noncharacters. Null if there is none.
    /// </summary>
    /// <param name="name">The name as it was entered.</param>
    public static string? HiddenIn(string? name)
    {
        var rest = name.AsSpan();
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != OperationStatus.Done) return Written(rest[0]);
            if (IsHidden(rune)) return Written(rune.Value);
            rest = rest[length..];
        }

        return null;
    }

    /// <summary>True for a name that says nothing, or that an address would take for a way up: <c>.</c> and <c>..</c>.</summary>
    /// <param name="name">The name as it was entered.</param>
    public static bool IsNone(string? name) => string.IsNullOrWhiteSpace(name) || name.Trim() is "." or "..";

    private static bool IsHidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || PlainText.IsInvisible(rune) || (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    private static string Written(int character) => string.Create(CultureInfo.InvariantCulture, $"U+{character:X4}");
}
