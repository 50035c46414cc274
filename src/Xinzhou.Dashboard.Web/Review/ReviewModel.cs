using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Web.Review;

/// <summary>A return laid out for the reviewer: every cell beside what was known before.</summary>
public sealed class ReviewModel
{
    /// <param name="sheet">The return, judged by the rules.</param>
    /// <param name="earlier">What was submitted the time before the last; null when there was no such time.</param>
    /// <param name="published">What is shown now.</param>
    public ReviewModel(ReturnSheet sheet, ReturnSubmission? earlier, BookView published)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(published);
        (Sheet, Earlier) = (sheet, earlier);
        Lines =
        [
            // What is published of a row stands beside what is asked of it.
            .. sheet.Rows.SelectMany(row => row.Row.Fields.DefaultIfEmpty(CellField.Value)
                .Where(f => row.Cell(f) is not null || row.IsExempt(f) || row.Row.IsComputed)
                .Select(f => LineOf(row, f, published))),
        ];
    }

    public ReturnSheet Sheet { get; }

    public Return Return => Sheet.Return;

    /// <summary>What was submitted the time before; null when this is the first.</summary>
    public ReturnSubmission? Earlier { get; }

    /// <summary>Every cell, in the order of the form.</summary>
    public IReadOnlyList<ReviewLine> Lines { get; }

    public int Changed => Lines.Count(l => l.Changed);

    /// <summary>The values that a release puts into the book: those that are not released already, digit by digit.</summary>
    public int ToRelease => Lines.Count(l => l.Row.Row.Task is not null
        ? l.Cell?.Entry.Value is not null && (Return.Correction is null || l.Changed)
        : l.Cell is { Figure: not null, Entry.Value: { } value } && !(l.Released is { Value: { } held } && held == value && held.Scale == value.Scale));

    /// <summary>Cells whose value breaks a rule that asks, and is explained.</summary>
    public int Explained => Lines.Count(l => !string.IsNullOrWhiteSpace(l.Cell?.Entry.Explanation));

    /// <summary>Cells that have no value but a reason.</summary>
    public int Blank => Lines.Count(l => l.Cell?.Entry.Blank is not null);

    /// <summary>What is said of the return as a whole.</summary>
    public IEnumerable<ReturnComment> Remarks => Return.Comments.Where(c => c.Cell is null);

    private ReviewLine LineOf(SheetRow row, CellField field, BookView published)
    {
        var cell = row.Cell(field);
        var line = new ReviewLine
        {
            Row = row,
            Field = field,
            Cell = cell,
            Earlier = cell is null ? null : Earlier?.Cells.GetValueOrDefault(cell.Address),
            Changed = cell is not null && !cell.Entry.SaysTheSame(Earlier?.Cells.GetValueOrDefault(cell.Address) ?? CellEntry.Empty),
            Comments = cell is null ? [] : [.. Return.Comments.Where(c => c.Cell == cell.Address)],
        };
        if (row.Row is not { Indicator: { } indicator, Unit: { } unit } form)
        {
            return line;
        }

        var (measure, period) = (form.MeasureOf(field), Return.Quarter.Period(form.Timing));
        var group = published.Book.Find(indicator.Code, unit.Code, measure)?.Find(period, "", ValueKind.Actual);
        Figure[] given = group is null ? [] : [.. group.Figures.Where(f => f.SourceText == Return.SourceText)];
        var released = given.LastOrDefault(f => group!.IsKnown(f, published.AsOf));
        return line with
        {
            YearBefore = published.Shown(
                indicator.Code, unit.Code, measure, new Quarter(Return.Quarter.Year - 1, Return.Quarter.Number).Period(form.Timing)),
            Before = published.Shown(indicator.Code, unit.Code, measure)
                .Where(f => f is { Kind: ValueKind.Actual, Scope: "", Period.Kind: PeriodKind.Ytd or PeriodKind.Year or PeriodKind.Point }
                    && f.Period.End < Return.Quarter.LastDay)
                .MaxBy(f => f.Period.End),
            Released = released,
            Replaced = [.. given.Where(f => f.Id != released?.Id)],
        };
    }
}
