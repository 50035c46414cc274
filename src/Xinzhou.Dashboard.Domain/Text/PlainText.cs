using System.Buffers;
using System.Globalization;
using System.Text;

namespace Xinzhou.Dashboard.Domain.Text;

/// <summary>
/// What texts from elsewhere carry besides what they say: characters nobody sees, other forms of the same character, and
/// marks of footnotes. The one place that knows them, for all ways in.
/// </summary>
public static class PlainText
{
    /// <summary>The radicals of the supplement that Unicode does not decompose, though people copy them out of PDF for the characters.</summary>
    private const string Radicals = "⺠民⺎兀⺟母⺢水⺼肉⻄西⻅见⻆角⻉贝⻋车⻌辶⻑长⻒镸⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟";

    private static readonly Dictionary<char, char> Characters =
        Enumerable.Range(0, Radicals.Length / 2).ToDictionary(i => Radicals[2 * i], i => Radicals[(2 * i) + 1]);

    // Not of category Cf, and seen by nobody either: joiners, fillers and blanks of other scripts, selectors of a character's form.
    private const string Unseen = "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180F\u2800\u3164\uFFA0";

    /// <summary>The characters that are not seen, and the halves of pairs, which may be one, or no pair at all.</summary>
    private static readonly SearchValues<char> MaybeInvisible = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => char.IsSurrogate(c) || IsInvisible(c))]);

    private static readonly HashSet<string> EmptyWords = new(["NA", "N/A", "NULL", "NaN"], StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a word that programs write for nothing: NA, N/A, NULL, NaN.</summary>
    public static bool IsEmptyWord(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length is >= 2 and <= 4 && EmptyWords.Contains(text);
    }

    /// <summary>The text without what no page shows: characters of category Cf and control characters, but for line breaks and tabs.</summary>
    public static string Printable(string text)
    {
        var visible = Visible(text);
        return visible.Any(IsControl) ? string.Concat(visible.Where(c => !IsControl(c))) : visible;

        static bool IsControl(char c) => char.IsControl(c) && c is not ('\n' or '\r' or '\t');
    }

    /// <summary>
    /// What somebody has written at length, as it is kept: printable, without white space around it; null where that is nothing.
    /// </summary>
    public static string? Entered(string? text) => text is not null && Printable(text).Trim() is { Length: > 0 } entered ? entered : null;

    /// <summary>
    /// The text without what nobody sees (zero-width, direction marks, soft hyphens, byte order marks, fillers, selectors). Half of a
    /// surrogate pair, which nothing keeps, becomes U+FFFD.
    /// </summary>
    public static string Visible(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.AsSpan().IndexOfAny(MaybeInvisible) < 0)
        {
            return text;
        }

        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(r => !IsInvisible(r)))
        {
            visible.Append(rune.ToString());
        }

        return visible.ToString();
    }

    /// <summary>
    /// By which names are compared: what is seen of them, after NFKC, without the blanks around it, between Han characters,
    /// and with radicals as the characters that they look like.
    /// </summary>
    public static string Key(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var plain = Visible(name);
        if (IsAscii(plain))
        {
            return plain.Trim();
        }

        plain = Compatible(plain).Trim();
        var key = new StringBuilder(plain.Length);
        for (var i = 0; i < plain.Length; i++)
        {
            if (char.IsWhiteSpace(plain[i]))
            {
                var end = i;
                while (end < plain.Length && char.IsWhiteSpace(plain[end]))
                {
                    end++;
                }

                if (IsHan(plain[i - 1]) && IsHan(plain[end]))
                {
                    i = end;
                }
            }

            key.Append(Characters.GetValueOrDefault(plain[i], plain[i]));
        }

        return key.ToString();
    }

    /// <summary>
    /// The text after NFKC. A text with half of a surrogate pair or a noncharacter in it has no normal form and stays as it is.
    /// </summary>
    public static string Compatible(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    /// <summary>
    /// True when a number carries a mark: a raised, lowered, circled or otherwise dressed digit or letter, which NFKC would
    /// make a digit of the number, or a stroke through it. Full-width forms are no marks.
    /// </summary>
    public static bool HasMark(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return !IsAscii(number) && number.EnumerateRunes().Any(IsMark);
    }

    /// <summary>
    /// The first letter of a name that is of no script in which names are written here (Han, Latin), or a control character;
    /// null if there is none.
    /// </summary>
    public static Rune? OddLetterOf(string name)
    {
        foreach (var rune in Key(name).EnumerateRunes())
        {
            // From Greek to Georgian and Hangul; radicals; kana, which take the place of Han characters that look alike (ニ, エ, ロ), but for ・.
            if (rune.Value is (>= 0x370 and <= 0x1CFF) or (>= 0x2E80 and <= 0x2FDF) or (>= 0x3041 and <= 0x318F and not 0x30FB) or (>= 0xAC00 and <= 0xD7FF) or (>= 0xE000 and <= 0xF8FF) or 0xFFFD or >= 0xF0000
                || (Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune)))
            {
                return rune;
            }
        }

        return null;
    }

    /// <summary>The same text with its digits raised or lowered, as a run of a workbook shows them.</summary>
    /// <param name="text">The text of the run.</param>
    /// <param name="lowered">True for a subscript.</param>
    public static string Raised(string text, bool lowered)
    {
        ArgumentNullException.ThrowIfNull(text);
        const string Digits = "0123456789+-=().,";
        var forms = lowered ? "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎․‚" : "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾˙ʼ";
        return string.Concat(Compatible(text).Select(c => Digits.IndexOf(c, StringComparison.Ordinal) is var at and >= 0 ? forms[at] : c));
    }

    /// <summary>The same text with a stroke through it, as a workbook shows what somebody has struck out.</summary>
    public static string Struck(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Concat(text.Select(c => char.IsWhiteSpace(c) || char.IsHighSurrogate(c) ? $"{c}" : $"{c}\u0336"));
    }

    private static bool IsMark(Rune rune) =>
        rune.Value is > 0x7F and not (>= 0xFF01 and <= 0xFF5E)
        && (Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNumber or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol
                or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            || Compatible(rune.ToString()).Any(char.IsAsciiDigit));

    internal static bool IsInvisible(Rune rune) => rune.Value is >= 0xE0100 and <= 0xE01EF
        || (rune.IsBmp ? IsInvisible((char)rune.Value) : Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format);

    private static bool IsInvisible(char c) =>
        c is >= '\uFE00' and <= '\uFE0F' || Unseen.Contains(c, StringComparison.Ordinal) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static bool IsHan(char c) => c is (>= '\u2E80' and <= '\u2FDF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uD840' and <= '\uDFFF') or '〇';

    private static bool IsAscii(string text) => System.Text.Ascii.IsValid(text);
}
