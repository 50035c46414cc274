using System.Text;
using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>
/// Lays a copied block over a form. Cells fall from where the cursor stands, as in a spreadsheet; but a block that brings
/// its headings and the names of its rows falls where these say, for people copy whole tables: the level of one column
/// must never become the growth of another.
/// </summary>
public sealed partial class PastedLayout
{
    private static readonly string[] OfThePast = ["上年", "去年", "上期", "上季", "上月", "last year", "previous"];
    private static readonly string[] OfOthers = ["当季", "目标", "来源", "状态", "备注", "说明", "单位", "小数", "环比", "占比", "比重", "排名", "位次", "derived", "target", "source", "state", "unit", "decimals"];
    private static readonly string[] OfGrowth = ["同比", "增速", "增长", "增幅", "year on year", "growth", "yoy"];
    private static readonly string[] OfValue = ["本期", "本季", "累计", "绝对", "数值", "总量", "完成", "期末", "时点", "季度", "上半年", "全年", "进展", "进度", "this period", "at the end", "value", "amount", "year to date", "progress"];
    private static readonly string[] OfNames = ["指标", "项目", "名称", "任务", "地区", "县区", "序号", "indicator", "task", "region", "row"];

    private PastedLayout(IReadOnlyList<PlacedCell> cells, bool byName, bool hasHeading, bool isDoubtful) =>
        (Cells, IsByName, HasHeading, IsDoubtful) = (cells, byName, hasHeading, isDoubtful);

    /// <summary>Its cells in their order, without headings and names.</summary>
    public IReadOnlyList<PlacedCell> Cells { get; }

    /// <summary>True when rows were found by their names.</summary>
    public bool IsByName { get; }

    /// <summary>True when the first lines are headings.</summary>
    public bool HasHeading { get; }

    /// <summary>True when it may well have slipped: names that none of the rows bears, or more columns of numbers than are entered and no heading.</summary>
    public bool IsDoubtful { get; }

    /// <summary>Lays out a block.</summary>
    /// <param name="block">Its cells by line.</param>
    /// <param name="start">The column that its first cell falls on.</param>
    /// <param name="rows">The numbers of the rows that its lines fall on, from where the cursor stands.</param>
    /// <param name="form">All rows of the form.</param>
    public static PastedLayout Of(IReadOnlyList<IReadOnlyList<string>> block, CellField start, IReadOnlyList<int> rows, IReadOnlyList<PastedRow> form)
    {
        ArgumentNullException.ThrowIfNull(block);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(form);
        var (heading, above) = Heading(block);
        var body = block.Skip(above).ToArray();
        var width = body.Length == 0 ? 0 : body.Max(l => l.Count);
        var words = Enumerable.Range(0, width).Where(c => IsWords(body, c)).ToArray();
        var names = new RowNames(form);
        var naming = words.Where(c => body.Count(l => names.Knows(At(l, c))) is > 0 and var known && known >= Math.Min(2, body.Count(l => At(l, c).Length > 0))).ToArray();
        var from = rows.Count > 0 ? rows[0] - 1 : 0;
        var byName = naming.Length > 0 && naming.Max() + 1 < width && body.Any(l => names.Find(naming.Select(c => At(l, c)), from) is not null);
        var first = byName ? naming.Max() + 1 : LeadingNames(body, words, width);
        var columns = Columns(heading, first, width, first > 0 ? words : [], (int)start);
        var numbers = columns.Count(c => body.Any(l => IsNumber(At(l, c.Index))));
        var doubtful = first > 0 && (!byName || (heading is null && numbers > form.Max(r => r.Fields)));
        return new(byName ? [.. ByName(body, naming, columns, names, from)] : InOrder(body, columns, rows), byName, heading is not null, doubtful);
    }

    /// <summary>The line that names the columns, and how many lines stand above the first that is entered; the title of a table alone is no heading.</summary>
    private static (IReadOnlyList<string>? Heading, int Above) Heading(IReadOnlyList<IReadOnlyList<string>> block)
    {
        var above = block.TakeWhile(l => !l.Any(IsValue)).Count();
        if (above == block.Count) return (null, 0);
        while (above > 0 && !block[above - 1].Any(IsHeading)) above--;
        if (above == 0) return (null, 0);
        var heading = block[above - 1];
        while (above < block.Count && block[above].All(t => t.Trim().Length == 0 || Uoms.IsUnit(Plain(t).Trim('(', ')'))) && block[above].Any(t => t.Trim().Length > 0)) above++;
        return (heading, above);
    }

    private static bool IsHeading(string cell) => KindOf(cell) is not null;

    private static int? KindOf(string cell)
    {
        var text = Plain(cell);
        if (text.Length is 0 or > 24) return null;
        return Begins(OfThePast) || Has(OfOthers) ? 2 : Has(OfGrowth) ? 1 : Has(OfThePast) ? 2 : Has(OfValue) ? 0 : Has(OfNames) ? 3 : null;

        bool Begins(string[] words) => words.Any(w => text.StartsWith(w.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal));

        bool Has(string[] words) => words.Any(w => text.Contains(w.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    /// <summary>A column of words: names, units, no values.</summary>
    private static bool IsWords(IReadOnlyList<string>[] body, int column) =>
        body.Any(l => At(l, column).Length > 0) && body.All(l => !IsValue(At(l, column)));

    /// <summary>How many columns at the left are names, though none that a row bears: words, each another, with numbers to their right.</summary>
    private static int LeadingNames(IReadOnlyList<string>[] body, int[] words, int width)
    {
        var leading = words.TakeWhile((c, i) => c == i).Count();
        string[] said = [.. body.Select(l => string.Join(' ', l.Take(leading).Select(t => t.Trim()))).Where(t => t.Trim().Length > 0)];
        // One line is a value that cannot be read as soon as it is a name; it takes two to be a column of names.
        return said.Length > 1 && said.Distinct().Count() == said.Length && said.All(IsName)
            && Enumerable.Range(leading, width - leading).Any(c => body.Any(l => IsNumber(At(l, c)))) ? leading : 0;
    }

    /// <summary>More letters than digits: 约120 is no name.</summary>
    private static bool IsName(string text) => text.Count(char.IsLetter) > Math.Max(1, text.Count(char.IsDigit));

    private static (int Index, int Column)[] Columns(IReadOnlyList<string>? heading, int first, int width, int[] words, int start)
    {
        var headed = heading is null ? [] : Enumerable.Range(first, Math.Max(0, width - first))
            .Select(c => (Index: c, Kind: KindOf(At(heading, c)))).Where(c => c.Kind is 0 or 1).DistinctBy(c => c.Kind).ToArray();
        if (headed.Any(c => c.Kind == 1) || headed.Length > 0 && first > 0)
        {
            return [.. Enumerable.Range(first, width - first).Select(c => (c, headed.Where(h => h.Index == c).Select(h => h.Kind).FirstOrDefault() ?? int.MaxValue))];
        }

        // Units and the like that stand between the names and the numbers fall on nothing.
        return [.. Enumerable.Range(first, Math.Max(0, width - first)).Where(c => !words.Contains(c)).Select((c, i) => (c, start + i))];
    }

    private static PlacedCell[] InOrder(IReadOnlyList<string>[] body, (int Index, int Column)[] columns, IReadOnlyList<int> rows) =>
    [
        .. from line in Enumerable.Range(0, body.Length)
           from column in columns
           where column.Index < body[line].Count && column.Column != int.MaxValue
           select new PlacedCell(line < rows.Count ? rows[line] : null, column.Column, body[line][column.Index]),
    ];

    private static IEnumerable<PlacedCell> ByName(IReadOnlyList<string>[] body, int[] naming, (int Index, int Column)[] columns, RowNames names, int after)
    {
        foreach (var line in body)
        {
            var label = string.Join(' ', naming.Select(c => At(line, c)).Where(t => t.Length > 0));
            var row = names.Find(naming.Select(c => At(line, c)), after);
            after = row ?? after;
            foreach (var (index, column) in columns.Where(c => c.Index < line.Count && c.Column != int.MaxValue))
            {
                if (row is null && !IsNumber(line[index])) continue;
                yield return new(row, column, line[index], row is null ? label : null);
            }
        }
    }

    private static string At(IReadOnlyList<string> line, int column) => column < line.Count ? line[column].Trim() : "";

    private static bool IsValue(string text) => IsNumber(text) || EntryNotation.Read(text, "", 0).Blank is not null;

    /// <summary>A number, whatever its unit; but 2026年 and 9月 are none.</summary>
    private static bool IsNumber(string text) => !Time().IsMatch(text.Trim()) && EntryNotation.Read(text, "", 0) is { Value: not null } or { Fault: not null and not EntryFault.NotANumber };

    private static string Plain(string text) => Gaps().Replace(text.Normalize(NormalizationForm.FormKC), "").ToLowerInvariant();

    [GeneratedRegex(@"[\s\u00a0\u3000✎]+")]
    private static partial Regex Gaps();

    [GeneratedRegex("^[0-9]{1,4}(年|月|日|号|季度)")]
    private static partial Regex Time();

    /// <summary>其中：, 1., （一）, # before a name; （亿元） after it.</summary>
    [GeneratedRegex(@"^(其中[::]?|ofwhich:?|#|[0-9]{1,3}[.、]|\(?[一二三四五六七八九十]{1,3}[\)、])+|\([^()]*\)$")]
    private static partial Regex Trimmings();

    /// <summary>Finds rows by what a line calls them.</summary>
    private sealed class RowNames(IReadOnlyList<PastedRow> form)
    {
        private readonly (int Number, HashSet<string> Subjects, HashSet<string> Places)[] _rows =
            [.. form.Select(r => (r.Number, r.Subjects.SelectMany(Keys).ToHashSet(), r.Places.SelectMany(Keys).ToHashSet()))];

        public bool Knows(string text) => Keys(text).Any(k => _rows.Any(r => r.Subjects.Contains(k) || r.Places.Contains(k) || Joined(r, k)));

        /// <summary>The row that all labels of a line fit; of several the next one after the last that was found; null if there is none.</summary>
        public int? Find(IEnumerable<string> labels, int after)
        {
            string[][] said = [.. labels.Where(Knows).Select(l => Keys(l).ToArray())];
            if (said.Length == 0) return null;
            var fitting = _rows.Where(r => said.All(keys => keys.Any(k => r.Subjects.Contains(k) || r.Places.Contains(k) || Joined(r, k)))).Select(r => r.Number).ToArray();
            return fitting.Length == 1 ? fitting[0] : fitting.Where(n => n > after).Cast<int?>().FirstOrDefault();
        }

        /// <summary>忻府区社会消费品零售总额.</summary>
        private static bool Joined((int Number, HashSet<string> Subjects, HashSet<string> Places) row, string key) =>
            row.Places.Any(p => key.Length > p.Length && key.StartsWith(p, StringComparison.Ordinal) && row.Subjects.Contains(key[p.Length..]));

        private static IEnumerable<string> Keys(string text)
        {
            var plain = Plain(text);
            if (plain.Length == 0) yield break;
            yield return plain;
            var bare = Trimmings().Replace(plain, "");
            if (bare.Length > 0 && bare != plain) yield return bare;
        }
    }
}
