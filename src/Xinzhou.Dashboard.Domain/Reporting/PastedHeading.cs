using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>
/// Reads the heads of a copied table, over as many lines as they have: 9月 and 1-9月 above, 绝对量 and 同比增长 below. Bulletins
/// write the month beside the year to date; the growth of the one must never stand for the other.
/// </summary>
public sealed partial class PastedHeading
{
    private const int MaxHead = 48;

    private readonly IReadOnlyList<string> _titles;

    private static readonly string[] OfThePast = ["上年", "去年", "上期", "上季", "上月", "同期", "last year", "previous"];

    private static readonly string[] OfWhatIsToCome = ["目标", "计划", "预计", "预期", "预测", "预估", "target", "planned", "forecast", "expected"];

    private static readonly string[] OfOthers =
    [
        "当季", "来源", "状态", "备注", "说明", "小数", "环比", "占比", "比重", "排名", "位次", "derived", "source", "state", "decimals",
        "增减额", "增加额", "增减量", "增加量", "增量", "净增", "两年平均", "年均", "平均增", "变化", "变动", "加快", "回落", "百分点", "名义", "比上月", "较上月", "比上季", "较上季",
        "比上期", "较上期", "比年初", "较年初", "比上年末", "较上年末", "拉动", "贡献", "高于", "低于", "比全省", "比全市", "比全国", "较全省", "较全市", "较全国", "与全省", "与全市", "与全国", "权重",
        "排序", "名次", "位序", "序位", "完成率", "到位率", "开工率", "投产率", "达成率", "兑现率", "(倍)", "倍数", "同比指数", "增长指数", "发展速度", "=100", "nominal", "contribution", "change in growth", "average growth",
    ];

    private static readonly string[] OfGrowth =
    [
        "同比", "增速", "增长", "增幅", "增减", "±%", "涨跌", "升降", "增降", "涨幅", "升幅", "增(+)", "增+", "+-%", "+/-%", "year on year", "growth", "yoy",
    ];

    private static readonly string[] OfValue =
    [
        "本期", "本季", "累计", "绝对", "数值", "总量", "完成", "期末", "月末", "月底", "时点", "季度", "上半年", "全年", "进展", "进度", "this period", "at the end", "value", "amount",
        "year to date", "progress",
    ];

    private static readonly string[] OfNames = ["指标", "项目", "名称", "任务", "地区", "县区", "序号", "indicator", "task", "region", "row"];

    private PastedHeading(IReadOnlyList<PastedColumn>? columns, int above, IReadOnlyList<string> titles) => (Columns, Above, _titles) = (columns, above, titles);

    /// <summary>The columns by their index; null where there is no heading.</summary>
    public IReadOnlyList<PastedColumn>? Columns { get; }

    /// <summary>How many lines stand above the first that is entered.</summary>
    public int Above { get; }

    /// <summary>Reads the heads; the title of a table alone is none.</summary>
    /// <param name="block">The block by line.</param>
    /// <param name="isValue">Whether a cell is a value.</param>
    /// <param name="isName">Whether a cell is the name of a row.</param>
    public static PastedHeading Of(IReadOnlyList<IReadOnlyList<string>> block, Func<string, bool> isValue, Func<string, bool> isName)
    {
        var free = block.TakeWhile((l, i) => (!l.Any(isValue) && !IsRow(l, isName)) || (i < block.Count - 1 && IsOfDates(l, isValue))).Count();
        var above = free == block.Count ? 0 : free;
        while (above > 0 && !block[above - 1].Any(c => IsHead(c) || isName(c)))
        {
            above--;
        }

        if (above == 0)
        {
            return new(null, 0, []);
        }

        var heads = above;
        while (above < block.Count && block[above].Any(t => t.Trim().Length > 0) && block[above].All(t => t.Trim().Length == 0 || PastedUnit.Is(t)))
        {
            above++;
        }

        bool[] isTitle = [.. block.Take(heads).Select((l, i) => i < heads - 1 && l.Count(c => c.Trim().Length > 0 && !PastedUnit.IsOfTable(c)) < 2)];
        string[] titles = [.. block.Take(heads).Where((l, i) => isTitle[i] || l.Count(c => c.Trim().Length > 0) == 1).SelectMany(l => l).Where(c => c.Trim().Length > 0)];
        string[][] lines = [.. block.Take(heads).Where((_, i) => !isTitle[i]).Select(l => l.Select(c => PastedUnit.IsOfTable(c) ? "" : c).ToArray())];
        var width = block.Max(l => l.Count);
        var columns = new List<PastedColumn>();
        for (var c = 0; c < width; c++)
        {
            string[] said = [.. lines.Select((l, i) => i == lines.Length - 1 ? At(l, c) : Over(l, c)).Where(t => t.Length > 0)];
            var head = string.Join(' ', said);
            var own = block.Skip(heads).Take(above - heads).Select(l => At(l, c)).FirstOrDefault(PastedUnit.Is);
            columns.Add(Inherit(new(c, head, KindOf(head), PastedTime.SpanOf(head), own is null ? PastedUnit.OfHead(said) : PastedUnit.Bare(own)), columns));
        }

        return new(columns, above, titles);
    }

    /// <summary>True for a column whose head, or else the title, names another time than the quarter's: another year, or another month up to which it counts.</summary>
    /// <param name="column">A column; a growth may name the year that it is on.</param>
    /// <param name="quarter">What is entered.</param>
    public bool IsOfAnother(PastedColumn column, Quarter quarter) =>
        PastedTime.IsOfAnother(column.Head, quarter, column.Kind == PastedColumn.Holds.Growth) || _titles.Any(t => PastedTime.IsTitleOfAnother(t, quarter, column));

    private static bool IsHead(string cell) => KindOf(cell) is not null || PastedTime.SpanOf(cell) != PastedColumn.Time.Unsaid || PastedUnit.OfHead([cell]) is not null;

    /// <summary>A row without a number, and no head that the names of rows stand in.</summary>
    private static bool IsRow(IReadOnlyList<string> line, Func<string, bool> isName) =>
        line.Count(isName) == 1 && isName(line.First(c => c.Trim().Length > 0)) && !line.Any(c => !isName(c) && !PastedUnit.Is(c) && IsHead(c));

    /// <summary>Years as heads, which might be numbers: 2025 beside 2026, or beside 指标.</summary>
    private static bool IsOfDates(IReadOnlyList<string> line, Func<string, bool> isValue)
    {
        var dates = line.Count(PastedTime.IsDate);
        return dates > 0 && line.All(c => PastedTime.IsDate(c) || !isValue(c)) && (dates > 1 || line.Any(IsOfNames))
            && line.All(c => c.Trim().Length == 0 || IsOfNames(c) || IsHead(c));
    }

    /// <summary>True for the head of a column of names: 指标, 项目名称, 地区.</summary>
    private static bool IsOfNames(string head) => IsOfPlaces(head) || (head.Length <= MaxHead && NamesHead().IsMatch(PastedText.Plain(head)));

    /// <summary>True for the head of a column of places.</summary>
    internal static bool IsOfPlaces(string head) => head.Length <= MaxHead && PlacesHead().IsMatch(PastedText.Plain(head));

    /// <summary>True for the head of a column that says of which time, or in which scope, each line is.</summary>
    internal static bool IsOfTimes(string head) => head.Length <= MaxHead && TimesHead().IsMatch(PastedText.Plain(head));

    /// <summary>True for the head of a column that merely numbers its lines.</summary>
    internal static bool IsOfNumbers(string head) => head.Length <= MaxHead && NumbersHead().IsMatch(PastedText.Plain(head));

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
    /// A growth is of the column to its left, and none that is entered where that is only expected; a time alone, or a unit, is that of a
    /// value; a growth in 百分点 is a difference.
    /// </summary>
    private static PastedColumn Inherit(PastedColumn column, List<PastedColumn> left)
    {
        var kind = column.Kind ?? (column.Span != PastedColumn.Time.Unsaid || column.Uom is not (null or Uoms.Percent) ? PastedColumn.Holds.Value : null);
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

    internal static PastedColumn.Holds? KindOf(string cell)
    {
        if (cell.Length > PastedText.MaxName) return null;
        var text = OwnUnit().Replace(PastedText.Plain(cell), "");
        if (text.Length is 0 or > MaxHead)
        {
            return null;
        }

        return text is "单位" or "计量单位" or "unit" or "unitofmeasurement" ? PastedColumn.Holds.Unit
            : Begins(OfThePast) || Has(OfOthers) || IsToCome(cell) || IsIncrease(text) ? PastedColumn.Holds.Other
            : Has(OfGrowth) || (OnThePast().IsMatch(text) && text.Contains('%', StringComparison.Ordinal)) ? PastedColumn.Holds.Growth
            : IsOfPlaces(text) ? PastedColumn.Holds.Names
            : Has(OfThePast) || text.Contains("单位", StringComparison.Ordinal) ? PastedColumn.Holds.Other
            : Has(OfValue) ? PastedColumn.Holds.Value
            : Has(OfNames) ? PastedColumn.Holds.Names
            : null;

        bool Begins(string[] words) => words.Any(w => text.StartsWith(w.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal));

        bool Has(string[] words) => words.Any(w => text.Contains(w.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    private static bool IsToCome(string cell) => PastedText.Plain(cell) is var text && OfWhatIsToCome.Any(w => text.Contains(w, StringComparison.Ordinal));

    /// <summary>同比增加 and 增长额 are numbers of the value's unit, but for 同比增加%; a 降幅 is a growth with the other sign.</summary>
    private static bool IsIncrease(string text) => Decrease().IsMatch(text) || (Increase().IsMatch(text) && !text.Contains('%', StringComparison.Ordinal));

    private static string At(IReadOnlyList<string> line, int column) => column < line.Count ? line[column].Trim() : "";

    [GeneratedRegex("同比(增加|减少|多|少|差|净)|(同比|增长|增减|增加|减少|增|涨跌|升降)(绝对)?(额|量|数|差)|(增长|增减)值|差额")]
    private static partial Regex Increase();

    [GeneratedRegex("(?<![增升涨])(降幅|跌幅|减幅)|同比(下降|降低)(?!为|用|以|-)")]
    private static partial Regex Decrease();

    /// <summary>比上年同期(%).</summary>
    [GeneratedRegex("[比较与](上年|去年)(同期|同月|同季)?|[比较与]同期")]
    private static partial Regex OnThePast();

    /// <summary>A unit that a head says to be one is no 单位 for itself: 累计（单位：万元）.</summary>
    [GeneratedRegex(@"(?<=[(\[])(计量)?单位:?(?=[^)\]])")]
    private static partial Regex OwnUnit();

    [GeneratedRegex("^(主要)?(经济)?(指标|项目|名称|任务|indicator|task)(名称)?$")]
    private static partial Regex NamesHead();

    [GeneratedRegex(@"^(地区|区域|县区|区县|县市|县市区|县\(市、?区\)|市县|市|县|区|地市|市州|城市|市\(县、?区\)|行政区划?|统计单位|填报单位|单位名称|region|county|city|area|place)(名称)?$")]
    private static partial Regex PlacesHead();

    [GeneratedRegex("(序号|编号|代码|编码|行号|行次)$|^(行|row|no[.]?|code)$")]
    private static partial Regex NumbersHead();

    [GeneratedRegex("^(统计|报告|数据)?(时间|时期|期间|期别|报告期|月份|月度|季度|年份|年度|口径|价格|期|period|time|month|quarter|scope)(范围)?$")]
    private static partial Regex TimesHead();
}
