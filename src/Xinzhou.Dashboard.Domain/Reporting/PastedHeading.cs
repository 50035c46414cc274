using System.Globalization;
using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Text;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>
/// Reads the heads of a copied table, over as many lines as they have: 9月 and 1-9月 above, 绝对量 and 同比增长 below. Bulletins
/// write the month beside the year to date; the growth of the one must never stand for the other.
/// </summary>
public sealed partial class PastedHeading
{
    private const int MaxHead = 48;

    private static readonly string[] OfThePast = ["上年", "去年", "上期", "上季", "上月", "同期", "last year", "previous"];

    private static readonly string[] OfWhatIsToCome = ["目标", "计划", "预计", "预期", "预测", "预估", "target", "planned", "forecast", "expected"];

    private static readonly string[] OfOthers =
    [
        "当季", "来源", "状态", "备注", "说明", "小数", "环比", "占比", "比重", "排名", "位次", "derived", "source", "state", "decimals",
        "增减额", "增加额", "增减量", "增加量", "增量", "净增", "两年平均", "年均", "平均增", "变化", "变动", "加快", "回落", "百分点", "名义", "比上月", "较上月", "比上季", "较上季",
        "比上期", "较上期", "比年初", "较年初", "比上年末", "较上年末", "拉动", "贡献", "高于", "低于", "比全省", "比全市", "比全国", "较全省", "较全市", "较全国", "与全省", "与全市", "与全国", "权重",
        "排序", "名次", "位序", "序位", "完成率", "到位率", "开工率", "投产率", "达成率", "兑现率", "(倍)", "倍数", "同比指数", "增长指数", "发展速度", "=100", "nominal", "contribution", "change in growth", "average growth",
    ];

    private static readonly string[] OfGrowth = ["同比", "增速", "增长", "增幅", "增减", "±%", "year on year", "growth", "yoy"];

    private static readonly string[] OfValue =
    [
        "本期", "本季", "累计", "绝对", "数值", "总量", "完成", "期末", "月末", "月底", "时点", "季度", "上半年", "全年", "进展", "进度", "this period", "at the end", "value", "amount",
        "year to date", "progress",
    ];

    private static readonly string[] OfNames = ["指标", "项目", "名称", "任务", "地区", "县区", "序号", "indicator", "task", "region", "row"];

    private PastedHeading(IReadOnlyList<PastedColumn>? columns, int above) => (Columns, Above) = (columns, above);

    /// <summary>The columns by their index; null where there is no heading.</summary>
    public IReadOnlyList<PastedColumn>? Columns { get; }

    /// <summary>How many lines stand above the first that is entered.</summary>
    public int Above { get; }

    /// <summary>Reads the heads; the title of a table alone is none.</summary>
    /// <param name="block">The block by line.</param>
    /// <param name="isValue">Whether a cell is a value.</param>
    public static PastedHeading Of(IReadOnlyList<IReadOnlyList<string>> block, Func<string, bool> isValue)
    {
        var free = block.TakeWhile(l => !l.Any(isValue)).Count();
        var above = free == block.Count ? 0 : free;
        while (above > 0 && !block[above - 1].Any(c => KindOf(c) is not null || SpanOf(c) != PastedColumn.Time.Unsaid))
        {
            above--;
        }

        if (above == 0)
        {
            return new(null, 0);
        }

        var heads = above;
        while (above < block.Count && block[above].Any(t => t.Trim().Length > 0) && block[above].All(t => t.Trim().Length == 0 || IsUnit(t)))
        {
            above++;
        }

        var lines = block.Take(heads).Where((l, i) => i == heads - 1 || l.Count(c => c.Trim().Length > 0) > 1).ToArray();
        var width = block.Max(l => l.Count);
        var columns = new List<PastedColumn>();
        for (var c = 0; c < width; c++)
        {
            var head = string.Join(' ', lines.Select((l, i) => i == lines.Length - 1 ? At(l, c) : Over(l, c)).Where(t => t.Length > 0));
            var own = block.Skip(heads).Take(above - heads).Select(l => At(l, c)).FirstOrDefault(IsUnit) ?? Parenthesised(head);
            columns.Add(Inherit(new(c, head, KindOf(head), SpanOf(head), own is null ? null : Bare(own)), columns));
        }

        return new(columns, above);
    }

    /// <summary>What stands where nothing is written over a column is what stands over those to its left.</summary>
    private static string Over(IReadOnlyList<string> line, int column)
    {
        for (var c = column; c >= 0; c--)
        {
            if (At(line, c) is { Length: > 0 } text)
            {
                return KindOf(text) == PastedColumn.Holds.Names && c < column ? "" : text;
            }
        }

        return "";
    }

    /// <summary>
    /// A growth is of the column to its left, and none that is entered where that is only expected; a time alone is that of a value; a
    /// growth in 百分点 is a difference.
    /// </summary>
    private static PastedColumn Inherit(PastedColumn column, List<PastedColumn> left)
    {
        var kind = column.Kind ?? (column.Span != PastedColumn.Time.Unsaid ? PastedColumn.Holds.Value : null);
        if (kind == PastedColumn.Holds.Growth
            && (column.Uom is not (null or Uoms.Percent) || (left.Count > 0 && IsToCome(left[^1].Head) && !left.Exists(c => c.Kind == PastedColumn.Holds.Value))))
        {
            kind = PastedColumn.Holds.Other;
        }

        var span = kind == PastedColumn.Holds.Growth && column.Span == PastedColumn.Time.Unsaid
            ? left.FindLast(c => c.Kind == PastedColumn.Holds.Value || (c.Kind == PastedColumn.Holds.Other && c.Span == PastedColumn.Time.OnePeriod))?.Span ?? column.Span
            : column.Span;
        return column with { Kind = kind, Span = span };
    }

    private static PastedColumn.Holds? KindOf(string cell)
    {
        var text = Plain(cell);
        if (text.Length is 0 or > MaxHead)
        {
            return null;
        }

        return text is "单位" or "计量单位" or "unit" or "unitofmeasurement" ? PastedColumn.Holds.Unit
            : Begins(OfThePast) || Has(OfOthers) || IsToCome(cell) || IsIncrease(text) ? PastedColumn.Holds.Other
            : Has(OfGrowth) ? PastedColumn.Holds.Growth
            : Has(OfThePast) || text.Contains("单位", StringComparison.Ordinal) ? PastedColumn.Holds.Other
            : Has(OfValue) ? PastedColumn.Holds.Value
            : Has(OfNames) ? PastedColumn.Holds.Names
            : null;

        bool Begins(string[] words) => words.Any(w => text.StartsWith(w.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal));

        bool Has(string[] words) => words.Any(w => text.Contains(w.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    private static bool IsToCome(string cell) => Plain(cell) is var text && OfWhatIsToCome.Any(w => text.Contains(w, StringComparison.Ordinal));

    /// <summary>同比增加 is a number of the value's unit, but for 同比增加%.</summary>
    private static bool IsIncrease(string text) => Increase().IsMatch(text) && !text.Contains('%', StringComparison.Ordinal);

    /// <summary>True for a head that names another time than the quarter's: another year, or another month up to which it counts.</summary>
    /// <param name="column">A column; a growth may name the year that it is on.</param>
    /// <param name="quarter">What is entered.</param>
    internal static bool IsOfAnother(PastedColumn column, Quarter quarter)
    {
        var text = Plain(column.Head);
        int[] years = [.. Years().Matches(text).Select(m => Number(m.Groups[1]))];
        if (years.Length > 0 && !years.Contains(quarter.Year) && !(column.Kind == PastedColumn.Holds.Growth && years.Contains(quarter.Year - 1))) return true;
        var month = UpTo().Match(text) is { Success: true } upTo ? Number(upTo.Groups["month"])
            : text.Contains("前三季度", StringComparison.Ordinal) ? 9
            : text.Contains("上半年", StringComparison.Ordinal) ? 6
            : text.Contains("全年", StringComparison.Ordinal) ? 12
            : FirstQuarter().IsMatch(text) ? 3
            : default(int?);
        return month is { } said && said != 3 * quarter.Number;

        static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private static PastedColumn.Time SpanOf(string cell) => Plain(cell) is var text && text.Length is 0 or > MaxHead ? PastedColumn.Time.Unsaid
        : YearToDate().IsMatch(text) ? PastedColumn.Time.YearToDate
        : Single().IsMatch(text) ? PastedColumn.Time.OnePeriod
        : PastedColumn.Time.Unsaid;

    /// <summary>True for a unit, in parentheses or without.</summary>
    internal static bool IsUnit(string cell) => Uoms.IsUnit(Bare(cell));

    /// <summary>A unit without the parentheses around it.</summary>
    internal static string Bare(string cell) => Plain(cell).Trim('(', ')');

    private static string? Parenthesised(string head) =>
        InParentheses().Matches(Plain(head)).Select(m => m.Groups[1].Value).LastOrDefault(Uoms.IsUnit);

    private static string At(IReadOnlyList<string> line, int column) => column < line.Count ? line[column].Trim() : "";

    private static string Plain(string text) => Gaps().Replace(PlainText.Compatible(PlainText.Visible(text)), "").ToLowerInvariant();

    [GeneratedRegex(@"[\s✎]+")]
    private static partial Regex Gaps();

    [GeneratedRegex(@"\(([^()]+)\)")]
    private static partial Regex InParentheses();

    [GeneratedRegex("同比(增加|减少|多|少)")]
    private static partial Regex Increase();

    [GeneratedRegex("(?<![0-9])(20[0-9]{2})(?![0-9])")]
    private static partial Regex Years();

    /// <summary>1—8月, 8月末.</summary>
    [GeneratedRegex("(?<![0-9])0?1月?[-‐—–―~至到]+(?<month>[0-9]{1,2})月|(?<![0-9])(?<month>[0-9]{1,2})月[末底]")]
    private static partial Regex UpTo();

    [GeneratedRegex("(?<!前)[一1]季度")]
    private static partial Regex FirstQuarter();

    [GeneratedRegex("累计|(?<![0-9])0?1月?[-‐—–―~至到]+(本|[0-9]{1,2})月|前[一二三四1-4]个?季度|上半年|全年|年初|本年|yeartodate|ytd")]
    private static partial Regex YearToDate();

    [GeneratedRegex("本月|当月|单月|当季|单季|同月|(?<![-‐—–―~至到0-9])[0-9]{1,2}月(?!末|底)|thismonth|singlequarter")]
    private static partial Regex Single();
}
