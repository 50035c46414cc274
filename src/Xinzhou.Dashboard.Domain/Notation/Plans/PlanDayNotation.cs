using System.Globalization;
using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Text;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Notation.Plans;

/// <summary>
/// Starts and deadlines as plans word them: 2025-12-31, 2025.12.31, 2025年12月, 2025年底, 2025年上半年, 二〇二五年三季度. A deadline
/// within a time is its last day, a start its first. 长期坚持 is a deadline without a day; what names no year is none.
/// </summary>
public static partial class PlanDayNotation
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 2999;

    /// <summary>No wording of a deadline is longer.</summary>
    private const int MaxLength = 60;
    private const string HanDigits = "零一二三四五六七八九";

    /// <summary>The day of a text; null and what is wrong when it names none.</summary>
    /// <param name="text">The text as written; not empty.</param>
    /// <param name="isStart">True for a start, false for a deadline.</param>
    /// <param name="wrong">What is wrong.</param>
    public static PlanDay? Read(string text, bool isStart, out Wrong? wrong)
    {
        ArgumentNullException.ThrowIfNull(text);
        wrong = null;
        var written = PlainText.Visible(text).Trim();
        var plain = Plain(written);
        if (written.Length <= MaxLength && !PlainText.HasMark(written))
        {
            if (Exact(plain) is { } exact)
            {
                return new(exact);
            }

            if (Within(Bare(plain)) is var (first, last))
            {
                return new(isStart ? first : last, written);
            }

            if (!isStart && OpenEnded().IsMatch(plain))
            {
                return new(null, written);
            }
        }

        wrong = new(written.Length <= MaxLength && !Year().IsMatch(plain) && NamesTime().IsMatch(plain) ? FaultReason.DayWithoutYear : FaultReason.NotAPlanDay);
        return null;
    }

    /// <summary>The day as <see cref="Read"/> reads it back; empty where it cannot be written.</summary>
    public static string Write(PlanDay? day, bool isStart) =>
        day is null ? ""
        : day.Text is { Length: > 0 } text && Read(text, isStart, out _) is { } read && read == day ? text
        : day.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The day of a text that names exactly one; null when it does not.</summary>
    public static DateOnly? ExactDay(string text) => text.Length > MaxLength || PlainText.HasMark(text) ? null : Exact(Plain(text));

    private static DateOnly? Exact(string plain)
    {
        if (DateNotation.ReadInstant(plain) is { } moment)
        {
            return DayOf(Shanghai.DayOf(moment).Year, moment.ToOffset(Shanghai.Offset).Month, moment.ToOffset(Shanghai.Offset).Day);
        }

        return WholeDay().Match(plain) is { Success: true } match ? DayOf(Number(match, "year"), Number(match, "month"), Number(match, "day")) : null;
    }

    /// <summary>In one form of characters; midnight is what systems write behind a day.</summary>
    private static string Plain(string text) => WithDigits(PlainField.Compact(Midnight().Replace(text, "$1")));

    /// <summary>The wording without what only says that it is a deadline: 于…前完成.</summary>
    private static string Bare(string plain) => Ending().Replace(Beginning().Replace(plain, ""), "");

    /// <summary>The first and the last day of a time.</summary>
    private static (DateOnly First, DateOnly Last)? Within(string plain)
    {
        if (Exact(plain) is { } exact)
        {
            return (exact, exact);
        }

        if (WholeMonth().Match(plain) is { Success: true } month)
        {
            var (of, number) = (Number(month, "year"), Number(month, "month"));
            if (DayOf(of, number, 1) is not { } first)
            {
                return null;
            }

            var last = new DateOnly(of, number, DateTime.DaysInMonth(of, number));
            return month.Groups["part"].Value switch
            {
                "底" or "末" => (last, last),
                "上旬" => (first, first.AddDays(9)),
                "中旬" => (first.AddDays(10), first.AddDays(19)),
                "下旬" => (first.AddDays(20), last),
                _ => (first, last),
            };
        }

        return PartOfYear().Match(plain) is { Success: true } part && Number(part, "year") is >= EarliestYear and <= LatestYear ? Within(part) : null;
    }

    private static (DateOnly First, DateOnly Last) Within(Match part)
    {
        var year = Number(part, "year");
        var (from, to) = part.Groups["quarter"] is { Success: true } quarter ? (3 * QuarterNotation.Number(quarter.Value) - 2, 3 * QuarterNotation.Number(quarter.Value))
            : part.Groups["half"].Value switch
            {
                "上" => (1, 6),
                "下" => (7, 12),
                _ => (1, 12),
            };
        var end = new DateOnly(year, to, DateTime.DaysInMonth(year, to));
        return (part.Groups["end"].Success ? end : new(year, from, 1), end);
    }

    private static DateOnly? DayOf(int year, int month, int day) =>
        year is >= EarliestYear and <= LatestYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>二〇二五年十二月 in digits.</summary>
    private static string WithDigits(string plain) => HanNumber().Replace(plain, match =>
    {
        var han = match.Value.Replace('〇', '零').Replace('○', '零');
        var ten = han.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
        {
            return string.Concat(han.Select(c => (char)('0' + HanDigits.IndexOf(c, StringComparison.Ordinal))));
        }

        // Up to 99: 十二, 二十, 三十一.
        return han.Length > 3 || han.LastIndexOf('十') != ten || ten > 1 || han.Length - ten > 2 ? match.Value
            : (((ten == 0 ? 1 : HanDigits.IndexOf(han[0], StringComparison.Ordinal)) * 10) + (ten == han.Length - 1 ? 0 : HanDigits.IndexOf(han[^1], StringComparison.Ordinal)))
                .ToString(CultureInfo.InvariantCulture);
    });

    [GeneratedRegex("[〇○零一二三四五六七八九十]+(?=[年月日号])")]
    private static partial Regex HanNumber();

    [GeneratedRegex(@"^(?:(?<year>[0-9]{4})(?<mark>[-/.])(?<month>[0-9]{1,2})\k<mark>(?<day>[0-9]{1,2})|(?<year>[0-9]{4})年(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})[日号]?|(?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2}))$")]
    private static partial Regex WholeDay();

    // With a point a month has two digits: a cell with the number 2025.10 shows 2025.1.
    [GeneratedRegex("^(?<year>[0-9]{4})(?:[-/](?<month>[0-9]{1,2})|\\.(?<month>[0-9]{2})|年(?<month>[0-9]{1,2})月份?)(?<part>底|末|上旬|中旬|下旬)?$")]
    private static partial Regex WholeMonth();

    [GeneratedRegex("^(?<year>[0-9]{4})(?:(?:年?第?(?<quarter>[1-4一二三四])季度|-?[Qq](?<quarter>[1-4])|年?(?<half>[上下])半年)(?<end>底|末)?|(?:年|年度)(?:年|全年|内|以内|之内)?|年?(?:年|度)?(?<end>底|末))?$")]
    private static partial Regex PartOfYear();

    [GeneratedRegex("^(?:力争|确保)?(?:于|在|到|至|截至|截止)?(?=[0-9]{4})")]
    private static partial Regex Beginning();

    // 6月前 may be before June or by its end; 6月底前 is plain.
    [GeneratedRegex("(?<=[底末日号旬]|[-./][0-9]{1,2}[-./][0-9]{1,2})(?:前|之前|以前|止|为止)?(?:全面|基本)?(?:完成|建成|办结)?$|(?<=[年月度内])(?:全面|基本)?(?:完成|建成|办结)$")]
    private static partial Regex Ending();

    [GeneratedRegex("^([0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2})[ T]0{1,2}:00(?::00(?:\\.0+)?)?$")]
    private static partial Regex Midnight();

    [GeneratedRegex("^每|^[^0-9]*(?:长期|持续|常态|经常|坚持|不间断|永久)[^0-9]*$")]
    private static partial Regex OpenEnded();

    [GeneratedRegex("(?<![0-9])[0-9]{4}(?![0-9])")]
    private static partial Regex Year();

    [GeneratedRegex("[0-9]+[月日号]|季度|半年|年底|年末|年内|月底|月末|^[0-9]{1,2}[-/.][0-9]{1,2}$")]
    private static partial Regex NamesTime();
}
