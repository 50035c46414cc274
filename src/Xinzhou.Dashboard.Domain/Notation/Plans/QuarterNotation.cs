using System.Globalization;
using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Domain.Text;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Notation.Plans;

/// <summary>Quarters as the plan's file writes them: 2026-Q3, 2026年三季度.</summary>
public static partial class QuarterNotation
{
    /// <summary>The quarter of a text; null when it is none.</summary>
    public static Quarter? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return !PlainText.HasMark(text) && Written().Match(PlainField.Compact(text)) is { Success: true } match
            && int.Parse(match.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) is var year and > 0
                ? new(year, Number(match.Groups["quarter"].Value))
                : null;
    }

    /// <summary>1–4 of a digit in either script.</summary>
    internal static int Number(string digit) => "1234一二三四".IndexOf(digit, StringComparison.Ordinal) % 4 + 1;

    [GeneratedRegex("^(?<year>[0-9]{4})(?:-?[Qq](?<quarter>[1-4])|年?第?(?<quarter>[1-4一二三四])季度)$")]
    private static partial Regex Written();
}
