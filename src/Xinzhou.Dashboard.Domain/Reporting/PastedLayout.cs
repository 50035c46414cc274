using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Text;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>
/// Lays a copied block over a form. Cells fall from where the cursor stands, as in a spreadsheet; but a block that brings
/// its headings and the names of its rows falls where these say, for people copy whole tables: the level of one column
/// must never become the growth of another.
/// </summary>
public sealed partial class PastedLayout
{
    private PastedLayout(IReadOnlyList<PlacedCell> cells, bool byName, bool hasHeading, bool isDoubtful, IReadOnlyList<PastedChoice> choices) =>
        (Cells, IsByName, HasHeading, IsDoubtful, Choices) = (cells, byName, hasHeading, isDoubtful, choices);

    /// <summary>Its cells in their order, without headings and names.</summary>
    public IReadOnlyList<PlacedCell> Cells { get; }

    /// <summary>True when rows were found by their names.</summary>
    public bool IsByName { get; }

    /// <summary>True when the first lines are headings.</summary>
    public bool HasHeading { get; }

    /// <summary>True when it may well have slipped: names that none of the rows bears, or more columns of numbers than are entered and no heading.</summary>
    public bool IsDoubtful { get; }

    /// <summary>The fields for which it has to be asked which column is meant; nothing of them is placed before that is said.</summary>
    public IReadOnlyList<PastedChoice> Choices { get; }

    /// <summary>Lays out a block.</summary>
    /// <param name="block">Its cells by line.</param>
    /// <param name="start">The column that its first cell falls on.</param>
    /// <param name="rows">The numbers of the rows that its lines fall on, from where the cursor stands.</param>
    /// <param name="form">All rows of the form.</param>
    /// <param name="chosen">The columns that were said to be meant, by field.</param>
    /// <param name="quarter">What is entered: a column whose head names another time is asked about. Null where that does not matter.</param>
    public static PastedLayout Of(
        IReadOnlyList<IReadOnlyList<string>> block, CellField start, IReadOnlyList<int> rows, IReadOnlyList<PastedRow> form,
        IReadOnlyDictionary<CellField, int>? chosen = null, Quarter? quarter = null)
    {
        ArgumentNullException.ThrowIfNull(block);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(form);
        var head = PastedHeading.Of(block, IsValue);
        var heading = head.Columns;
        var body = block.Skip(head.Above).ToArray();
        var width = body.Length == 0 ? 0 : body.Max(l => l.Count);
        var words = Enumerable.Range(0, width).Where(c => IsWords(body, c)).ToArray();
        var names = new RowNames(form);
        var naming = words.Where(c => body.Count(l => names.Knows(At(l, c))) is > 0 and var known
            && (known >= Math.Min(2, body.Count(l => At(l, c).Length > 0)) || heading?.ElementAtOrDefault(c)?.Kind == PastedColumn.Holds.Names)).ToArray();
        var from = rows.Count > 0 ? rows[0] - 1 : 0;
        var byName = naming.Length > 0 && naming.Max() + 1 < width && body.Any(l => names.Find(naming.Select(c => At(l, c)), from) is not null);
        var first = byName ? naming.Max() + 1 : Math.Max(LeadingNames(body, words, width), HeadedNames(heading, words));
        var choices = new List<PastedChoice>();
        var columns = Columns(heading, first, width, first > 0 ? words : [], (int)start, chosen, quarter, choices);
        var numbers = columns.Count(c => body.Any(l => IsNumber(At(l, c.Index))));
        var doubtful = choices.Count > 0 || (first > 0 && (!byName || (heading is null && numbers > form.Max(r => r.Fields))));
        var unit = Enumerable.Range(0, width).Cast<int?>().FirstOrDefault(c => heading?.ElementAtOrDefault(c!.Value)?.Kind == PastedColumn.Holds.Unit
            || (words.Contains(c!.Value) && body.All(l => At(l, c.Value).Length == 0 || PastedHeading.IsUnit(At(l, c.Value)))));
        var cells = byName ? ByName(body, naming, columns, names, from) : InOrder(body, columns, rows);
        return new([.. cells.Select(c => c.Cell with { Uom = UomOf(c.Line, c.Index, c.Cell.Column) })], byName, heading is not null, doubtful, choices);

        // The line's own unit before that of the column; a growth is in %.
        string? UomOf(IReadOnlyList<string> line, int index, int column) => column != 0 ? null
            : unit is { } at && PastedHeading.IsUnit(At(line, at)) ? PastedHeading.Bare(At(line, at))
            : heading?.ElementAtOrDefault(index)?.Uom;
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

    /// <summary>How many columns of words at the left have a head that says that they are names.</summary>
    private static int HeadedNames(IReadOnlyList<PastedColumn>? heading, int[] words) =>
        heading?.TakeWhile((c, i) => c.Kind == PastedColumn.Holds.Names && words.Contains(i)).Count() ?? 0;

    /// <summary>More letters than digits: 约120 is no name.</summary>
    private static bool IsName(string text) => text.Count(char.IsLetter) > Math.Max(1, text.Count(char.IsDigit));

    private static (int Index, int Column)[] Columns(
        IReadOnlyList<PastedColumn>? heading, int first, int width, int[] words, int start, IReadOnlyDictionary<CellField, int>? chosen, Quarter? quarter, List<PastedChoice> choices)
    {
        if (chosen is { Count: > 0 })
        {
            return [.. chosen.Where(c => c.Value >= first && c.Value < width).Select(c => (c.Value, (int)c.Key)).OrderBy(c => c.Value)];
        }

        PastedColumn[] headed = [.. (heading ?? []).Where(c => c.Index >= first && c.Kind is PastedColumn.Holds.Value or PastedColumn.Holds.Growth)];
        if (headed.Any(c => c.Kind == PastedColumn.Holds.Growth || IsOfAnother(c)) || (headed.Length > 0 && first > 0))
        {
            var value = Choose(CellField.Value, [.. headed.Where(c => c.Kind == PastedColumn.Holds.Value)], null, choices);
            var growth = Choose(CellField.Growth, [.. headed.Where(c => c.Kind == PastedColumn.Holds.Growth)], value, choices);

            // The bulletin of another time: nothing of it is placed before somebody has said that it is meant.
            if (value is not null && IsOfAnother(value))
            {
                choices.Add(new(CellField.Value, [value]));
                if (growth is not null) choices.Add(new(CellField.Growth, [growth]));
                (value, growth) = (null, null);
            }
            else if (growth is not null && IsOfAnother(growth))
            {
                choices.Add(new(CellField.Growth, [growth]));
                growth = null;
            }

            return [.. new[] { (value, 0), (growth, 1) }.Where(c => c.Item1 is not null).Select(c => (c.Item1!.Index, c.Item2)).OrderBy(c => c.Index)];
        }

        // Units and the like that stand between the names and the numbers fall on nothing.
        int[] numbers = [.. Enumerable.Range(first, Math.Max(0, width - first)).Where(c => !words.Contains(c))];
        if (heading is not null && numbers.Length > 0 && numbers.All(c => heading.ElementAtOrDefault(c)?.Kind == PastedColumn.Holds.Other))
        {
            choices.Add(new(CellField.Value, [.. numbers.Select(c => heading[c])]));
            return [];
        }

        return [.. numbers.Select((c, i) => (c, start + i))];

        bool IsOfAnother(PastedColumn column) => quarter is { } entered && PastedHeading.IsOfAnother(column, entered);
    }

    /// <summary>The one column that a field can be: of the year to date, else of a time that nobody says. Null, with a choice, where it is not clear.</summary>
    private static PastedColumn? Choose(CellField field, PastedColumn[] columns, PastedColumn? value, List<PastedChoice> choices)
    {
        PastedColumn[] ytd = [.. columns.Where(c => c.Span == PastedColumn.Time.YearToDate)], unsaid = [.. columns.Where(c => c.Span == PastedColumn.Time.Unsaid)];
        PastedColumn[] likely = ytd.Length > 0 ? ytd : unsaid;
        if (likely.Length == 1)
        {
            return likely[0];
        }

        // A month beside the year to date is no question: its growth is none of this field.
        if (columns.Length > 0 && !(field == CellField.Growth && likely.Length == 0 && value is not null))
        {
            choices.Add(new(field, columns));
        }

        return null;
    }

    private static IEnumerable<(PlacedCell Cell, IReadOnlyList<string> Line, int Index)> InOrder(
        IReadOnlyList<string>[] body, (int Index, int Column)[] columns, IReadOnlyList<int> rows) =>
        from line in Enumerable.Range(0, body.Length)
        from column in columns
        where column.Index < body[line].Count
        select (new PlacedCell(line < rows.Count ? rows[line] : null, column.Column, body[line][column.Index]), body[line], column.Index);

    private static IEnumerable<(PlacedCell Cell, IReadOnlyList<string> Line, int Index)> ByName(
        IReadOnlyList<string>[] body, int[] naming, (int Index, int Column)[] columns, RowNames names, int after)
    {
        foreach (var line in body)
        {
            var label = string.Join(' ', naming.Select(c => At(line, c)).Where(t => t.Length > 0));
            var row = names.Find(naming.Select(c => At(line, c)), after);
            after = row ?? after;
            foreach (var (index, column) in columns.Where(c => c.Index < line.Count))
            {
                if (row is null && !IsNumber(line[index])) continue;
                yield return (new(row, column, line[index], row is null ? label : null), line, index);
            }
        }
    }

    private static string At(IReadOnlyList<string> line, int column) => column < line.Count ? line[column].Trim() : "";

    private static bool IsValue(string text) => IsNumber(text) || EntryNotation.Read(text, "", 0).Blank is not null;

    /// <summary>A number, whatever its unit; but 2026年, 9月 and 1、专业镇 are none.</summary>
    private static bool IsNumber(string text) => !Time().IsMatch(text.Trim()) && EntryNotation.Read(text, "", 0) switch
    {
        { Value: not null } => true,
        { Fault: EntryFault.OtherUnit } => PastedHeading.IsUnit(Digits().Replace(PlainText.Compatible(text.Trim()), "")) || UomPrefix.Of(text.Trim()[^1]) is { Converts: true },
        { Fault: null or EntryFault.NotANumber } => false,
        _ => true,
    };

    private static string Plain(string text) => Gaps().Replace(PlainText.Compatible(PlainText.Visible(text)), "").ToLowerInvariant();

    [GeneratedRegex(@"[\s\u00a0\u3000✎]+")]
    private static partial Regex Gaps();

    [GeneratedRegex("^[0-9]{1,4}(年|月|日|号|季度)")]
    private static partial Regex Time();

    [GeneratedRegex(@"^\(?[-+]?[0-9.,\s]+")]
    private static partial Regex Digits();

    /// <summary>① before and after a name: taken off before NFKC makes a plain digit of it.</summary>
    [GeneratedRegex(@"[\u2460-\u24FF\u2776-\u2793\u3251-\u325F\u32B1-\u32BF\u3220-\u3229\u3280-\u3289\u00B9\u00B2\u00B3\u2070-\u2079\u2080-\u2089]")]
    private static partial Regex Marks();

    /// <summary>其中：, 1., 1), (1), （一）, # before a name; （亿元）, *, [1] after it. （不含开发区） is another scope and stays.</summary>
    [GeneratedRegex(@"^(其中[::]?|ofwhich:?|[#*]|[0-9]{1,3}[.、)．]|\([0-9]{1,3}\)|\[[0-9]{1,3}\]|\(?[一二三四五六七八九十]{1,3}[\)、.])+|(\((?!不|除|剔除|扣除|仅|只)[^()]*\)|\[[^\[\]]*\]|[*#†‡])+$")]
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
            var plain = Plain(Marks().Replace(text, ""));
            if (plain.Length == 0) yield break;
            yield return plain;
            var bare = Trimmings().Replace(plain, "");
            if (bare.Length > 0 && bare != plain) yield return bare;
        }
    }
}
