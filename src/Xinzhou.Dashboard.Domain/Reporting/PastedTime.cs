using System.Globalization;
using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>Reads of which time a head, a title or a label speaks: 1—9月, 一至九月, 第三季度, 2025年, 本月.</summary>
internal static partial class PastedTime
{
    /// <summary>Up to the month that is entered, whichever that is: 1-本月.</summary>
    private const int ThisMonth = 0;

    /// <summary>Over which time, as far as a text says.</summary>
    public static PastedColumn.Time SpanOf(string text)
    {
        var plain = Plain(text);
        return plain.Length is 0 or > PastedText.MaxName ? PastedColumn.Time.Unsaid
            : Months(plain) is { } said ? said.From == 1 && said.To != 1 ? PastedColumn.Time.YearToDate : PastedColumn.Time.OnePeriod
            : YearToDate().IsMatch(plain) ? PastedColumn.Time.YearToDate
            : Single().IsMatch(plain) ? PastedColumn.Time.OnePeriod
            : PastedColumn.Time.Unsaid;
    }

    /// <summary>True for a text that is nothing but a year or a month of one: 2026, 2026年, 2026.9, 202609.</summary>
    public static bool IsDate(string text) => text.Length <= PastedText.MaxName && Date().IsMatch(Plain(text));

    /// <summary>True for a head or a label that names another time than the quarter's year to date.</summary>
    /// <param name="text">The text.</param>
    /// <param name="quarter">What is entered.</param>
    /// <param name="isGrowth">True for a growth, which may name the year that it is on.</param>
    public static bool IsOfAnother(string text, Quarter quarter, bool isGrowth = false)
    {
        var plain = Plain(text);
        return IsOfAnotherYear(plain, quarter, isGrowth) || (Months(plain) is { } said && (said.From != 1 || said.To is not ThisMonth && said.To != 3 * quarter.Number));
    }

    /// <summary>True for the title of a table of another time. A bulletin is often called by its last month alone: 2026年9月.</summary>
    /// <param name="title">The title.</param>
    /// <param name="quarter">What is entered.</param>
    /// <param name="column">The column that is asked about; what its head says goes before the title.</param>
    public static bool IsTitleOfAnother(string title, Quarter quarter, PastedColumn column)
    {
        var (plain, own) = (Day().Replace(Plain(title), ""), Plain(column.Head));
        return (!Years(own).Any() && IsOfAnotherYear(plain, quarter, false))
            || (Months(own) is null && Months(plain) is { } said && (said.To is not ThisMonth && said.To != 3 * quarter.Number
                || said.From == said.To && column.Span == PastedColumn.Time.Unsaid));
    }

    /// <summary>True for a text that names the quarter, its last month or its year, which may be meant as a single one or up to its end.</summary>
    public static bool IsOfSame(string text, Quarter quarter)
    {
        var plain = Plain(text);
        return !IsOfAnotherYear(plain, quarter, false) && (IsDate(text) ? Months(plain) is (_, 12) || Months(plain)?.To == 3 * quarter.Number
            : plain.Contains('季', StringComparison.Ordinal) && Months(plain)?.To == 3 * quarter.Number);
    }

    private static bool IsOfAnotherYear(string plain, Quarter quarter, bool isGrowth)
    {
        int[] years = [.. Years(plain)];
        return years.Length > 0 && !years.Contains(quarter.Year) && !(isGrowth && years.Contains(quarter.Year - 1));
    }

    private static IEnumerable<int> Years(string plain) =>
        plain.Length > PastedText.MaxName ? []
            // 2000 of so many is no year.
            : Year().Matches(plain).Where(m => m.Index + m.Length == plain.Length || UomPrefix.Of(plain[m.Index + m.Length]) is null).Select(m => Number(m.Groups["year"]) is var year and < 100 ? 2000 + year : Number(m.Groups["year"]));

    /// <summary>The first and the last month; null where none is said.</summary>
    private static (int From, int To)? Months(string plain)
    {
        if (plain.Length > PastedText.MaxName) return null;
        if (Date().Match(InParentheses().Replace(plain, "")) is { Success: true } date) return date.Groups["month"].Success ? (Number(date.Groups["month"]), Number(date.Groups["month"])) : (1, 12);
        if (Range().Match(plain) is { Success: true } range && IsOfMonths(plain, range)) return (Number(range.Groups["from"]), range.Groups["to"].Success ? Number(range.Groups["to"]) : ThisMonth);
        if (Quarters().Match(plain) is { Success: true } quarters) return ((3 * Number(quarters.Groups["from"])) - 2, 3 * Number(quarters.Groups["to"]));
        if (First().Match(plain) is { Success: true } first) return (1, Number(first.Groups["number"]) * (first.Groups["quarter"].Success ? 3 : 1));
        if (plain.Contains("上半年", StringComparison.Ordinal)) return (1, 6);
        if (plain.Contains("下半年", StringComparison.Ordinal)) return (7, 12);
        if (plain.Contains("全年", StringComparison.Ordinal)) return (1, 12);
        var isToDate = YearToDate().IsMatch(plain);
        if (Quarter().Match(plain) is { Success: true } quarter) return (isToDate || quarter.Groups["end"].Success ? 1 : (3 * Number(quarter.Groups["number"])) - 2, 3 * Number(quarter.Groups["number"]));
        if (Month().Match(plain) is not { Success: true } month) return null;
        return (isToDate || month.Groups["end"].Success || month.Groups["until"].Success ? 1 : Number(month.Groups["month"]), Number(month.Groups["month"]));
    }

    /// <summary>1-9月, 1-本月, 1-9 alone or of what is up to date; but not 表3-1, 1-1.</summary>
    private static bool IsOfMonths(string plain, Match range) => !range.Groups["to"].Success
        || (Number(range.Groups["from"]) < Number(range.Groups["to"])
            && (range.Value.Contains('月', StringComparison.Ordinal) || plain.All(c => char.IsAsciiDigit(c) || c is '-' or '.' or '年') || YearToDate().IsMatch(plain)));

    /// <summary>With one dash, and the digits of 一至九月 and 第三季度 as digits.</summary>
    private static string Plain(string text)
    {
        if (text.Length > PastedText.MaxName) return text;
        var plain = PastedText.Plain(YearBefore().Replace(text, "年"));
        return Dashes().Replace(ChineseNumber().Replace(plain, m => Arabic(m.Value)), "-");
    }

    private static string Arabic(string number)
    {
        const string Digits = "零一二三四五六七八九";
        return number switch
        {
            "十" => "10",
            "两" => "2",
            ['十', var unit] => $"1{Digits.IndexOf(unit, StringComparison.Ordinal)}",
            [var single] => Digits.IndexOf(single, StringComparison.Ordinal).ToString(CultureInfo.InvariantCulture),
            _ => number,
        };
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex InParentheses();

    [GeneratedRegex("[一二两三四五六七八九十]{1,2}(?=个?(月|季)|[-‐—–―−~〜至到])")]
    private static partial Regex ChineseNumber();

    [GeneratedRegex("[-‐—–―−~〜至到]+")]
    private static partial Regex Dashes();

    /// <summary>2025 above 1-9月.</summary>
    [GeneratedRegex(@"(?<=(?<![0-9])20[0-9]{2})\s+(?=[0-9])")]
    private static partial Regex YearBefore();

    [GeneratedRegex(@"^(19|20)[0-9]{2}(年|年度|[-./年]?(?<month>0[1-9]|1[0-2]|(?<=[-./年])[1-9])月?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Date();

    /// <summary>2025, 25年, and the year of 202509.</summary>
    [GeneratedRegex("(?<![0-9])((?<year>20[0-9]{2})(?=(0[1-9]|1[0-2])?(?![0-9元吨户家个人]))|(?<year>[0-9]{2})年)", RegexOptions.ExplicitCapture)]
    private static partial Regex Year();

    /// <summary>2026年10月20日.</summary>
    [GeneratedRegex("(20[0-9]{2}年)?[0-9]{1,2}月[0-9]{1,2}日", RegexOptions.ExplicitCapture)]
    private static partial Regex Day();

    [GeneratedRegex(@"((?<=20[0-9]{2}\.)|(?<![0-9.]))(?<from>0?[1-9]|1[0-2])月?-(本|(?<to>0?[1-9]|1[0-2])(?![0-9.季天日年]))月?", RegexOptions.ExplicitCapture)]
    private static partial Regex Range();

    [GeneratedRegex("(?<![0-9])(?<from>[1-4])(季度)?-(?<to>[1-4])季", RegexOptions.ExplicitCapture)]
    private static partial Regex Quarters();

    [GeneratedRegex("前(?<number>[0-9]{1,2})个?((?<quarter>季)|月)", RegexOptions.ExplicitCapture)]
    private static partial Regex First();

    [GeneratedRegex("(?<![0-9])(?<number>[1-4])季度?(?<end>末|底)?|(?<![a-z0-9])q(?<number>[1-4])(?![0-9])", RegexOptions.ExplicitCapture)]
    private static partial Regex Quarter();

    [GeneratedRegex("(?<![0-9])(?<until>-)?(?<month>0?[1-9]|1[0-2])月(?![0-9]*日)(?<end>末|底|止)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Month();

    [GeneratedRegex("累计|年初|本年|yeartodate|ytd")]
    private static partial Regex YearToDate();

    [GeneratedRegex("本月|当月|单月|当季|单季|本季|同月|thismonth|singlequarter")]
    private static partial Regex Single();
}
