using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>
/// Reads what the lines of a copied table say of themselves: the row, its place, its unit, its time. What is of another place or
/// of another time is no row of the form; what is not understood is asked about.
/// </summary>
/// <param name="names">Finds rows.</param>
/// <param name="heading">The heads of the columns; null where there are none.</param>
/// <param name="naming">The columns in which rows are named.</param>
/// <param name="labels">All columns of words that say something of their line.</param>
/// <param name="unit">The column of units; null if there is none.</param>
/// <param name="quarter">What is entered; null where that does not matter.</param>
internal sealed class PastedLines(PastedNames names, IReadOnlyList<PastedColumn>? heading, int[] naming, int[] labels, int? unit, Quarter? quarter)
{
    /// <summary>What stands above, for the cells that a merged one leaves blank.</summary>
    private readonly Dictionary<int, string> _above = [];

    /// <summary>The place that a line without numbers names for those below it.</summary>
    private string? _section;

    private enum Meaning
    {
        /// <summary>The year to date of the row, as is entered.</summary>
        Entered,

        /// <summary>Another time, a growth, the year before: no row of the form.</summary>
        Other,

        Unclear,
    }

    /// <summary>A line of a block that falls where the cursor stands: only its unit counts.</summary>
    public PastedLine InOrder(IReadOnlyList<string> line) => new(null, "", UnitOf(line) is { } said ? [said] : [], []);

    /// <summary>A line of a block whose lines are named.</summary>
    /// <param name="line">Its cells.</param>
    /// <param name="after">The row that was found last.</param>
    public PastedLine ByName(IReadOnlyList<string> line, int after)
    {
        (int Column, string Text)[] said = [.. labels.Select(c => (c, At(line, c))).Where(l => l.Item2.Length > 0)];
        if (said is [var (_, section)] && names.IsPlace(section) && !names.KnowsSubject(section) && !line.Any(PastedLayout.IsValue)) _section = section;
        var (own, others) = (new List<string>(), new List<string>());
        foreach (var (column, text) in said.Concat(Above(line, said.Length)))
        {
            if (IsNaming(column) || names.Knows(text) || names.IsPlace(text)) own.Add(PastedNames.WithoutTotal(text));
            else if (column != unit) others.Add(text);
        }

        if (_section is not null && !own.Exists(names.IsPlace)) own.Add(_section);
        var label = string.Join(' ', said.Select(l => l.Text));
        var isBelow = !said.Any(l => names.Knows(l.Text));
        if (!own.Exists(names.Knows) || names.Find(own, after) is not { } found) return new(null, label, [], []);
        var units = new List<string>();
        if (UnitOf(line) is { } ownUnit) units.Add(ownUnit);
        var unclear = new List<string>();
        foreach (var text in found.Qualifiers.Concat(others))
        {
            if (PastedUnit.InParentheses(PastedText.Plain(text)) is { } named)
            {
                units.Add(named);
            }
            else if (names.IsPlace(text))
            {
                if (names.Find([.. own, text], found.Row - 1)?.Row != found.Row) return new(null, label, [], []);
            }
            else if (!names.IsOf(found.Row, text) && MeaningOf(text) is var meaning and not Meaning.Entered)
            {
                if (meaning == Meaning.Other) return new(null, label, [], []);
                // What stands below a merged name and calls itself otherwise is a part of it.
                if (isBelow && PastedTime.SpanOf(text) == PastedColumn.Time.Unsaid && PastedLayout.IsName(text)) return new(null, label, [], []);
                if (found.Qualifiers.Contains(text) || PastedTime.SpanOf(text) != PastedColumn.Time.Unsaid || PastedLayout.IsName(text)) unclear.Add(text);
            }
        }

        return new(found.Row, label, units, unclear);
    }

    /// <summary>What a merged cell above says for this line: a cell that is merged leaves its text in the first of its lines.</summary>
    private List<(int Column, string Text)> Above(IReadOnlyList<string> line, int said)
    {
        var above = new List<(int, string)>();
        foreach (var column in labels)
        {
            if (At(line, column) is { Length: > 0 } text) _above[column] = text;
            else if (said > 0 && _above.TryGetValue(column, out var merged) && (IsNaming(column) || names.IsPlace(merged))) above.Add((column, merged));
        }

        return above;
    }

    private bool IsNaming(int column) => column != unit && (naming.Contains(column) || heading?.ElementAtOrDefault(column)?.Kind == PastedColumn.Holds.Names);

    /// <summary>What stands in the column of units, whatever it is, but a place.</summary>
    private string? UnitOf(IReadOnlyList<string> line) =>
        unit is { } column && At(line, column) is var text && text.Any(c => char.IsLetter(c) || c is '%' or '％' or '‰') && !names.IsPlace(text) && !PastedUnit.IsOrganisation(text)
            ? PastedUnit.InParentheses(PastedText.Plain(text)) ?? PastedUnit.Bare(text) : null;

    private Meaning MeaningOf(string text)
    {
        if (quarter is { } entered && PastedTime.IsOfAnother(text, entered)) return PastedTime.IsOfSame(text, entered) ? Meaning.Unclear : Meaning.Other;
        return (PastedTime.SpanOf(text), PastedHeading.KindOf(text)) switch
        {
            (PastedColumn.Time.OnePeriod, _) or (_, PastedColumn.Holds.Other or PastedColumn.Holds.Growth) => Meaning.Other,
            (PastedColumn.Time.YearToDate, _) or (_, PastedColumn.Holds.Value) => Meaning.Entered,
            _ => Meaning.Unclear,
        };
    }

    private static string At(IReadOnlyList<string> line, int column) => column < line.Count ? line[column].Trim() : "";
}
