using System.Globalization;
using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Domain.Text;

namespace Xinzhou.Dashboard.Domain.Notation.Plans;

/// <summary>What the short notations of the plan's file have in common: forms of characters and blanks mean nothing in them.</summary>
internal static partial class PlainField
{
    /// <summary>The text without what nobody sees, with the usual forms of its characters, without white space, with one kind of dash.</summary>
    public static string Compact(string text) => Dashes().Replace(White().Replace(PlainText.Compatible(PlainText.Visible(text)), ""), "-");

    /// <summary>A whole number as tables count their rows: 1, １, ①, (1), 1.; null when it is none.</summary>
    public static int? Whole(string text)
    {
        // 1① is a one with a footnote, ① alone is a one.
        if (PlainText.HasMark(text) && text.Trim().EnumerateRunes().Count() > 1)
        {
            return null;
        }

        return Counted().Match(Compact(text)) is { Success: true } match && int.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) is var number ? number : null;
    }

    /// <summary>A number, with or without %: 85, ８５, 85%; null and what is wrong when it is none.</summary>
    public static decimal? Number(string text, out Wrong? wrong)
    {
        if (PlainText.HasMark(text))
        {
            wrong = new(FaultReason.NotANumber);
            return null;
        }

        var plain = Compact(text);
        return NumberNotation.Read(plain.EndsWith('%') ? plain.AsSpan(0, plain.Length - 1) : plain, out wrong);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();

    [GeneratedRegex("[‐‑‒–—―−]+")]
    private static partial Regex Dashes();

    [GeneratedRegex(@"^\(?([0-9]{1,9})(?:\)|\.|、)?$")]
    private static partial Regex Counted();
}
