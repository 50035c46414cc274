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
    public int ToRelease => Lines.Count(IsToRelease);

    /// <summary>Those of them that take the place of what is released already.</summary>
    public int ToReplace => Lines.Count(l => l.Released is not null && IsToRelease(l));

    /// <summary>Cells about which a rule asks, or that break one.</summary>
    public int Warned => Lines.Count(l => l.Warns);

    /// <summary>Cells whose value breaks a rule that asks, and is explained.</summary>
    public int Explained => Lines.Count(l => !string.IsNullOrWhiteSpace(l.Cell?.Entry.Explanation));

    /// <summary>Cells that have no value but a reason.</summary>
    public int Blank => Lines.Count(l => l.Cell?.Entry.Blank is not null);

    /// <summary>What is said of the return as a whole.</summary>
    public IEnumerable<ReturnComment> Remarks => Return.Comments.Where(c => c.Cell is null);

    private bool IsToRelease(ReviewLine line) => line.Row.Row.Task is not null
        ? line.Cell?.Entry.Value is not null && (Return.Correction is null || line.Changed)
        : line.Cell is { Figure: not null, Entry.Value: { } value } && !(line.Released is { Value: { } held } && held == value && held.Scale == value.Scale);

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
            return line with { OnYear = cell?.State == CellState.Error ? null : cell?.Entry.Value - row.ProgressYearBefore };
        }

        var (measure, period) = (form.MeasureOf(field), Return.Quarter.Period(form.Timing));
        var group = published.Book.Find(indicator.Code, unit.Code, measure)?.Find(period, "", ValueKind.Actual);
        Figure[] given = group is null ? [] : [.. group.Figures.Where(f => f.SourceText == Return.SourceText)];
        var released = given.LastOrDefault(f => group!.IsKnown(f, published.AsOf));
        var yearBefore = published.Shown(
            indicator.Code, unit.Code, measure, new Quarter(Return.Quarter.Year - 1, Return.Quarter.Number).Period(form.Timing));
        var (onYear, ratio) = OnYear(line, form, yearBefore);
        return line with
        {
            YearBefore = yearBefore,
            OnYear = onYear,
            NaiveRatio = ratio,
            Before = published.Shown(indicator.Code, unit.Code, measure)
                .Where(f => f is { Kind: ValueKind.Actual, Scope: "", Period.Kind: PeriodKind.Ytd or PeriodKind.Year or PeriodKind.Point }
                    && f.Period.End < Return.Quarter.LastDay)
                .MaxBy(f => f.Period.End),
            Released = released,
            Replaced = [.. given.Where(f => f.Id != released?.Id)],
        };
    }

    private static (decimal? Change, decimal? Ratio) OnYear(ReviewLine line, FormRow form, Figure? yearBefore)
    {
        var uom = form.UomOf(line.Field);
        if (line.Cell?.State == CellState.Error
            || yearBefore is not { Value: { } before, Comparator: Comparator.Equal, Scope: "" }
            || Uoms.Factor(yearBefore.Uom, uom) is not { } factor
            || Value(line, uom) is not { } now
            || (line.Cell?.Figure ?? line.Published) is { } figure && figure.PriceBasis != yearBefore.PriceBasis)
        {
            return (null, null);
        }

        var change = Decimals.Difference(now, Decimals.Step(now), before * factor, Decimals.Step(before) * factor);
        var isAmount = form.MeasureOf(line.Field) == Measure.Level && uom != Uoms.Percent;
        return (change, isAmount && before > 0 && now >= 0 ? Math.Round((now - before * factor) / (before * factor) * 100, 1, MidpointRounding.AwayFromZero) : null);
    }

    private static decimal? Value(ReviewLine line, string uom) => line.Cell is { } cell ? cell.Entry.Value
        : line.Published is { Value: { } value, Comparator: Comparator.Equal } published ? Uoms.Convert(value, published.Uom, uom) / 1.000000000000000000000000000m
        : line.Row.Computed;
}
