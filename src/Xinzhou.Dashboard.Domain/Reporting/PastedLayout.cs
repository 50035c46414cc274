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
    private PastedLayout(IReadOnlyList<PlacedCell> cells, bool byName, bool hasHeading) => (Cells, IsByName, HasHeading) = (cells, byName, hasHeading);

    /// <summary>Its cells in their order, without headings and names.</summary>
    public IReadOnlyList<PlacedCell> Cells { get; }

    /// <summary>True when rows were found by their names.</summary>
    public bool IsByName { get; }

    /// <summary>True when the first lines are headings.</summary>
    public bool HasHeading { get; }

    /// <summary>
    /// True when it may well have slipped: names that none of the rows bears, or more columns of numbers than are entered and no
    /// heading; or when the title says that it is of another time.
    /// </summary>
    public bool IsDoubtful { get; private init; }

    /// <summary>True when the title of the block names another time than is entered.</summary>
    public bool IsOfAnotherTime { get; private init; }

    /// <summary>The fields for which it has to be asked which column is meant; nothing of them is placed before that is said.</summary>
    public IReadOnlyList<PastedChoice> Choices { get; private init; } = [];

    /// <summary>The columns of numbers that fall on nothing.</summary>
    public IReadOnlyList<PastedColumn> LeftOut { get; private init; } = [];

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
        var names = new PastedNames(form);
        var head = PastedHeading.Of(block, IsValue, names.KnowsSubject);
        var heading = head.Columns;
        var body = block.Skip(head.Above).ToArray();
        var width = body.Length == 0 ? 0 : body.Max(l => l.Count);
        var words = Enumerable.Range(0, width).Where(c => IsWords(body, c)).ToArray();
        var lastNumber = Enumerable.Range(0, width).LastOrDefault(c => body.Any(l => IsNumber(At(l, c))), -1);
        // A column of places to the right of the numbers says something of its lines, too; they are named to the left.
        var naming = words.Where(c => c < lastNumber && body.Count(l => names.Knows(At(l, c))) is > 0 and var known
            && (known >= Math.Min(2, body.Count(l => At(l, c).Length > 0)) || heading?.ElementAtOrDefault(c)?.Kind == PastedColumn.Holds.Names)).ToArray();
        var byName = naming.Length > 0 && naming.Max() + 1 < width;
        var first = byName ? naming.Max() + 1 : Math.Max(LeadingNames(body, words, width), HeadedNames(heading, words));
        var choices = new List<PastedChoice>();
        var columns = Columns(head, first, width, words, (int)start, chosen, quarter, choices);
        int[] numbers = [.. Enumerable.Range(0, width).Where(c => c >= first && body.Any(l => IsNumber(At(l, c))))];
        var isOfAnother = chosen is null or { Count: 0 } && choices.Count == 0 && quarter is { } entered
            && columns.Any(c => heading?.ElementAtOrDefault(c.Index) is { } column && head.IsOfAnother(column, entered));
        var isDoubtful = choices.Count > 0 || isOfAnother || (!byName && first == 0 && IsNamed(body, words))
            || (first > 0 && (!byName || (heading is null && columns.Count(c => numbers.Contains(c.Index)) > form.Max(r => r.Fields))));
        var unit = Enumerable.Range(0, width).Cast<int?>().FirstOrDefault(c => words.Contains(c!.Value) && (heading?.ElementAtOrDefault(c.Value)?.Kind == PastedColumn.Holds.Unit
            || body.All(l => At(l, c.Value).Length == 0 || PastedUnit.Is(At(l, c.Value)))));
        var table = block.Where(l => !l.Any(IsValue)).Select(PastedUnit.OfTable).FirstOrDefault(u => u is not null);
        var lines = new PastedLines(names, heading, naming, [.. words.Where(IsLabel)], unit, quarter);
        var cells = byName ? ByName(body, lines, columns, rows.Count > 0 ? rows[0] - 1 : 0) : InOrder(body, lines, columns, rows);
        return new(Told([.. cells.Select(c => c.Cell with { Uom = UomOf(c.Line, c.Index, c.Cell), Unclear = UnclearOf(c.Line, c.Index, c.Cell) })]), byName, heading is not null)
        {
            IsDoubtful = isDoubtful,
            IsOfAnotherTime = isOfAnother,
            Choices = choices,
            LeftOut = heading is null ? [] : [.. numbers.Except(columns.Select(c => c.Index)).Except(choices.SelectMany(c => c.Columns).Select(c => c.Index)).Select(c => heading[c])],
        };

        // Labels stand between the names and the numbers, or below a head that says so.
        bool IsLabel(int column) => PastedHeading.IsOfPlaces(HeadOf(column)) || PastedHeading.IsOfTimes(HeadOf(column))
            || (column < numbers.FirstOrDefault(width) && !PastedHeading.IsOfNumbers(HeadOf(column)) && heading?.ElementAtOrDefault(column)?.Kind != PastedColumn.Holds.Other);

        string HeadOf(int column) => heading?.ElementAtOrDefault(column)?.Head ?? "";

        // The line's own unit before that of the column, and that of the column before the table's; a growth is in %.
        string? UomOf(PastedLine line, int index, PlacedCell cell) => cell.Column != 0 || cell.Label is not null ? null
            : UnitOf(line, index) is { } said && !IsOwnOfSeveral(said, cell) ? said : null;

        string? UnclearOf(PastedLine line, int index, PlacedCell cell)
        {
            // Beside a share stands no growth of a value; of several units one is wrong.
            var units = cell.Column != 0 ? line.Units.Where(u => u is Uoms.Percent or "‰") : UnitsOf(line, index) is { Length: > 1 } contradicting ? contradicting : [];
            var several = cell.Column == 0 && UnitOf(line, index) is { } of && IsOwnOfSeveral(of, cell) ? [of] : Array.Empty<string>();
            string[] said = [.. line.Unclear.Concat(units).Concat(several).Distinct()];
            return said.Length > 0 ? string.Join('、', said) : null;
        }

        string? UnitOf(PastedLine line, int index) => UnitsOf(line, index).FirstOrDefault() ?? table;

        // 单位：亿元、万千瓦、户 over a row in 亿元: likely, and asked about.
        bool IsOwnOfSeveral(string said, PlacedCell cell) =>
            PastedUnit.IsSeveral(said) && form.FirstOrDefault(r => r.Number == cell.Row) is { } row && PastedUnit.IsAmong(PastedText.Plain(row.Uom), said);

        string[] UnitsOf(PastedLine line, int index) => [.. line.Units.Append(heading?.ElementAtOrDefault(index)?.Uom).OfType<string>().Distinct()];
    }

    /// <summary>Where two lines fall on one cell, neither is it.</summary>
    private static PlacedCell[] Told(PlacedCell[] cells)
    {
        var repeated = cells.Where(c => c.Row is not null && IsValue(c.Text)).GroupBy(c => (c.Row, c.Column)).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        return [.. cells.Select(c => repeated.Contains((c.Row, c.Column)) ? c with { IsRepeated = true } : c)];
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

    /// <summary>True where a name stands at the left of numbers, though only once, or above them, as a title does.</summary>
    private static bool IsNamed(IReadOnlyList<string>[] body, int[] words) => (words.Contains(0) && body.Any(l => IsName(At(l, 0)) && l.Skip(1).Any(IsNumber)))
        || (body.Length > 1 && !body[0].Any(IsValue) && body[0].Any(c => IsName(c.Trim())));

    /// <summary>How many columns of words at the left have a head that says that they are names.</summary>
    private static int HeadedNames(IReadOnlyList<PastedColumn>? heading, int[] words) =>
        heading?.TakeWhile((c, i) => c.Kind == PastedColumn.Holds.Names && words.Contains(i)).Count() ?? 0;

    /// <summary>More letters than digits: 约120 is no name.</summary>
    internal static bool IsName(string text) => text.Count(char.IsLetter) > Math.Max(1, text.Count(char.IsDigit));

    private static (int Index, int Column)[] Columns(
        PastedHeading head, int first, int width, int[] words, int start, IReadOnlyDictionary<CellField, int>? chosen, Quarter? quarter, List<PastedChoice> choices)
    {
        var heading = head.Columns;
        if (chosen is { Count: > 0 })
        {
            // What was not asked about stays where it is.
            var rest = Columns(head, first, width, words, start, null, quarter, choices)
                .Where(c => !chosen.ContainsKey((CellField)c.Column) && !chosen.Values.Contains(c.Index)).ToArray();
            choices.RemoveAll(c => chosen.ContainsKey(c.Field));
            return [.. chosen.Where(c => c.Value >= first && c.Value < width).Select(c => (c.Value, (int)c.Key)).Concat(rest).OrderBy(c => c.Item1)];
        }

        // Units and the like that stand between the names and the numbers fall on nothing.
        int[] numbers = [.. Enumerable.Range(first, Math.Max(0, width - first)).Where(c => first == 0 || !words.Contains(c))];
        PastedColumn[] headed = [.. (heading ?? []).Where(c => c.Index >= first && c.Kind is PastedColumn.Holds.Value or PastedColumn.Holds.Growth
            && !(words.Contains(c.Index) && (PastedHeading.IsOfTimes(c.Head) || PastedHeading.IsOfPlaces(c.Head))))];
        PastedColumn[] unknown = [.. numbers.Select(c => heading?.ElementAtOrDefault(c)).OfType<PastedColumn>().Where(c => c is { Kind: null, Head.Length: > 0 })];
        if (headed.Any(c => c.Kind == PastedColumn.Holds.Growth || c.Span == PastedColumn.Time.OnePeriod || IsOfAnother(c)) || (headed.Length > 0 && first > 0))
        {
            var value = Choose(CellField.Value, [.. headed.Where(c => c.Kind == PastedColumn.Holds.Value)], null, choices);
            var growth = Choose(CellField.Growth, [.. headed.Where(c => c.Kind == PastedColumn.Holds.Growth)], value, choices);
            if (unknown.Length > 0 && !headed.Any(c => c.Kind == PastedColumn.Holds.Value)) choices.Add(new(CellField.Value, unknown));

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

        if (headed.Length == 0 && unknown.Length > 0)
        {
            choices.Add(new(CellField.Value, unknown));
            choices.Add(new(CellField.Growth, unknown));
            return [];
        }

        if (heading is not null && numbers.Length > 0 && numbers.All(c => heading.ElementAtOrDefault(c)?.Kind == PastedColumn.Holds.Other))
        {
            choices.Add(new(CellField.Value, [.. numbers.Select(c => heading[c])]));
            return [];
        }

        return [.. numbers.Select((c, i) => (c, start + i))];

        bool IsOfAnother(PastedColumn column) => quarter is { } entered && head.IsOfAnother(column, entered);
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

    private static IEnumerable<(PlacedCell Cell, PastedLine Line, int Index)> InOrder(
        IReadOnlyList<string>[] body, PastedLines lines, (int Index, int Column)[] columns, IReadOnlyList<int> rows) =>
        from line in Enumerable.Range(0, body.Length)
        from column in columns
        where column.Index < body[line].Count
        select (new PlacedCell(line < rows.Count ? rows[line] : null, column.Column, body[line][column.Index]), lines.InOrder(body[line]), column.Index);

    private static IEnumerable<(PlacedCell Cell, PastedLine Line, int Index)> ByName(
        IReadOnlyList<string>[] body, PastedLines lines, (int Index, int Column)[] columns, int after)
    {
        foreach (var line in body)
        {
            var said = lines.ByName(line, after);
            after = said.Row ?? after;
            foreach (var (index, column) in columns.Where(c => c.Index < line.Count))
            {
                if (said.Row is null && !IsNumber(line[index])) continue;
                yield return (new(said.Row, column, line[index], said.Row is null ? said.Label : null), said, index);
            }
        }
    }

    private static string At(IReadOnlyList<string> line, int column) => column < line.Count ? line[column].Trim() : "";

    internal static bool IsValue(string text) => IsNumber(text) || EntryNotation.Read(text, "", 0).Blank is not null;

    /// <summary>A number, whatever its unit; but 2026年, 9月 and 1、专业镇 are none.</summary>
    private static bool IsNumber(string text) => !Time().IsMatch(text.Trim()) && EntryNotation.Read(text, "", 0) switch
    {
        { Value: not null } => true,
        { Fault: EntryFault.OtherUnit } => PastedUnit.Is(Digits().Replace(PlainText.Compatible(text.Trim()), "")) || UomPrefix.Of(text.Trim()[^1]) is { Converts: true },
        { Fault: null or EntryFault.NotANumber } => false,
        _ => true,
    };

    [GeneratedRegex("^[0-9]{1,4}(年|月|日|号|季度)")]
    private static partial Regex Time();

    [GeneratedRegex(@"^\(?[-+]?[0-9.,\s]+")]
    private static partial Regex Digits();
}
