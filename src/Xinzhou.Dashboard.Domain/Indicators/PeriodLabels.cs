
namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>Periods in words, as Chinese statistical releases word them, and in English.</summary>
public static class PeriodLabels
{
    /// <summary>Words of sources before a moment; the longer of two first.</summary>
    private static readonly string[] Leads = ["截至到", "截至", "截止到", "截止", "到", "至"];

    private static readonly string[] Months =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>The period without its year: 一季度, 上半年, 1—5月, 截至7月底 (CONTRACTS, 2, Period).</summary>
    public static string Label(this Period period, bool english = false) =>
        english ? English(period, withYear: false) : Chinese(period);

    /// <summary>
    /// The period with its year: 2023年上半年, 截至2023年7月底. A source's own wording (<paramref name="sourceLabel"/>)
    /// replaces the Chinese label where it is given.
    /// </summary>
    public static string FullName(this Period period, string? sourceLabel = null, bool english = false)
    {
        if (english)
        {
            return English(period, withYear: true);
        }

        var label = sourceLabel ?? Chinese(period);
        return period switch
        {
            { Start: null } or { Kind: PeriodKind.Span } or { IsBareYear: true } => label,
            _ when label.Contains($"{period.Start.Value.Year}年", StringComparison.Ordinal) => label,
            _ => WithYear(label, period.End!.Value.Year),
        };
    }

    /// <summary>
    /// An indicator of the period, as a line that stands alone: 2035年全年地区生产总值; in English Gross regional product, full year 2035.
    /// </summary>
    /// <param name="period">The period.</param>
    /// <param name="indicator">The name of the indicator, in that language.</param>
    /// <param name="english">False for Chinese.</param>
    public static string Naming(this Period period, string indicator, bool english = false)
    {
        var name = period.FullName(english: english);
        return !english ? $"{name}{indicator}" : $"{indicator}, {(period.Kind == PeriodKind.Year && !period.IsBareYear ? $"f{name[1..]}" : name)}";
    }

    /// <summary>
    /// The period with its year as <see cref="FullName"/> gives it, for lists in which a single quarter or month stands beside
    /// the year to date: 2023年一季度（当季）.
    /// </summary>
    /// <param name="period">The period.</param>
    /// <param name="sourceLabel">A source's own wording; null if there is none.</param>
    /// <param name="english">False for Chinese.</param>
    public static string FullNameApart(this Period period, string? sourceLabel = null, bool english = false) =>
        Apart(period, period.FullName(sourceLabel, english), english);

    /// <summary>The period without its year, for such lists: 一季度（当季）.</summary>
    /// <param name="period">The period.</param>
    /// <param name="sourceLabel">A source's own wording; null if there is none.</param>
    /// <param name="english">False for Chinese.</param>
    public static string LabelApart(this Period period, string? sourceLabel = null, bool english = false) =>
        Apart(period, english ? period.Label(english: true) : sourceLabel ?? period.Label(), english);

    private static string Apart(Period period, string name, bool english) => (period.Kind, english) switch
    {
        (PeriodKind.Quarter, false) when !Says(name, "当季") && !Says(name, "单季") => $"{name}（当季）",
        (PeriodKind.Month, false) when !Says(name, "当月") && !Says(name, "单月") => $"{name}（当月）",
        _ => name,
    };

    private static bool Says(string name, string word) => name.Contains(word, StringComparison.Ordinal);

    /// <summary>The year stands behind the word that leads to it: 截至2023年7月底, 到2023年底; 年底 is 2023年底.</summary>
    private static string WithYear(string label, int year)
    {
        var lead = Leads.FirstOrDefault(w => label.StartsWith(w, StringComparison.Ordinal)) ?? "";
        var rest = label[lead.Length..];
        return $"{lead}{year}年{(rest.StartsWith("年底", StringComparison.Ordinal) || rest.StartsWith("年末", StringComparison.Ordinal) ? rest[1..] : rest)}";
    }

    private static string Chinese(Period period) => period.Kind switch
    {
        PeriodKind.Ytd => period.YtdMonth switch
        {
            1 => "1月",
            3 => "一季度",
            6 => "上半年",
            9 => "前三季度",
            var month => $"1—{month}月",
        },
        PeriodKind.Quarter => period.Start!.Value.Month switch
        {
            1 => "一季度",
            4 => "二季度（当季）",
            7 => "三季度（当季）",
            _ => "四季度（当季）",
        },
        PeriodKind.Month when period.Start!.Value.Month == 1 => "1月",
        PeriodKind.Month => $"{period.Start!.Value.Month}月（当月）",
        PeriodKind.Year when period.IsBareYear => $"{period.Start!.Value.Year}年",
        PeriodKind.Year => "全年",
        PeriodKind.Point when IsMonthEnd(period.End!.Value) => $"截至{period.End!.Value.Month}月底",
        PeriodKind.Point => $"截至{period.End!.Value.Month}月{period.End!.Value.Day}日",
        PeriodKind.Span => $"{period.Start!.Value.Year}—{period.End!.Value.Year}年",
        _ => "时期未载明",
    };

    private static string English(Period period, bool withYear)
    {
        if (period.Kind == PeriodKind.Unstated)
        {
            return "period not stated";
        }

        var (start, end) = (period.Start!.Value, period.End!.Value);
        var year = withYear ? $" {start.Year}" : "";
        return period.Kind switch
        {
            PeriodKind.Ytd => period.YtdMonth switch
            {
                1 => $"Jan{year}",
                3 => $"Q1{year}",
                6 => $"H1{year}",
                9 => $"Q1–Q3{year}",
                var month => $"Jan–{Months[month!.Value - 1]}{year}",
            },
            PeriodKind.Quarter => $"Q{(start.Month + 2) / 3}{year} (single quarter)",
            PeriodKind.Month => $"{Months[start.Month - 1]}{year} (single month)",
            PeriodKind.Year when period.IsBareYear => $"{start.Year}",
            PeriodKind.Year => withYear ? $"Full year {start.Year}" : "Full year",
            PeriodKind.Point when IsMonthEnd(end) => $"end of {Months[end.Month - 1]}{year}",
            PeriodKind.Point => $"{end.Day} {Months[end.Month - 1]}{year}",
            _ => $"{start.Year}–{end.Year}",
        };
    }

    private static bool IsMonthEnd(DateOnly day) => day.Day == DateTime.DaysInMonth(day.Year, day.Month);
}
