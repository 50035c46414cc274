using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>
/// Lays a return beside what is published and holds it to the rules: its values are laid over the book as the figures they
/// would become, and the same rules judge them that judge every published figure.
/// </summary>
/// <param name="book">All figures.</param>
/// <param name="rules">The rules in force.</param>
/// <param name="now">The moment of judging.</param>
/// <param name="progress">The released progress of tasks; null if there is none.</param>
public sealed class ReturnJudge(FigureBook book, RuleBook rules, DateTimeOffset now, IReadOnlyList<TaskProgress>? progress = null)
{
    public ReturnSheet Judge(Return filled)
    {
        ArgumentNullException.ThrowIfNull(filled);
        var published = book.At(new(now));
        var excused = filled.Form.Rows.ToDictionary(
            r => r.Number, r => Exemption.Of(published, r, filled.Quarter, filled.Form.Stage, filled.SourceText));
        var figures = Figures(filled);
        var view = published.Over(figures.Values);
        return new(filled, [.. filled.Form.Rows.Select(row => Lay(filled, row, excused[row.Number], published, view, figures))]);
    }

    private SheetRow Lay(
        Return filled, FormRow row, Exemption excused, BookView published, BookView view, Dictionary<CellAddress, Figure> figures)
    {
        var exempt = excused.WhereNothingIsTyped(filled, row.Number);
        SheetCell[] cells =
        [
            .. row.Fields.Where(f => !exempt.Covers(f))
                .Select(f => JudgeCell(filled, row, new(row.Number, f), view, figures) with { Published = excused.Of(f) }),
        ];
        var sheet = new SheetRow
        {
            Row = row,
            Cells = cells,
            Published = exempt.Value,
            PublishedGrowth = exempt.Growth,
            State = row.IsComputed ? CellState.Computed
                : cells.Length == 0 ? CellState.Exempt
                : cells.Min(c => c.State),
        };
        if (row.Task is { } task)
        {
            return sheet with
            {
                ProgressYearBefore = Progress(filled, task, new(filled.Quarter.Year - 1, filled.Quarter.Number)),
                ProgressBefore = Progress(filled, task, filled.Quarter.Previous),
            };
        }

        if (row.Indicator is not { } indicator || row.Unit is not { } unit)
        {
            return sheet;
        }

        var period = filled.Quarter.Period(row.Timing);
        return sheet with
        {
            YearBefore = published.Shown(indicator.Code, unit.Code, row.Measure, new Quarter(filled.Quarter.Year - 1, filled.Quarter.Number).Period(row.Timing)),
            QuarterBefore = row.Timing == RowTiming.YearToDate && filled.Quarter.Number == 1
                ? null
                : published.Shown(indicator.Code, unit.Code, row.Measure, filled.Quarter.Previous.Period(row.Timing)),
            SingleQuarter = SingleQuarter(filled, row, view),
            OfTarget = OfTarget(filled, row, view, period),
            Computed = Share(filled, row, view),
        };
    }

    private decimal? Progress(Return filled, int task, Quarter quarter) =>
        TaskProgress.Known((progress ?? []).Where(p => p.Quarter == quarter && p.Department == filled.Department.Name), task, now)
            .Select(p => (decimal?)p.Percent).FirstOrDefault();

    private SheetCell JudgeCell(
        Return filled, FormRow row, CellAddress address, BookView view, Dictionary<CellAddress, Figure> figures)
    {
        var stored = filled.Cells.GetValueOrDefault(address);
        var figure = figures.GetValueOrDefault(address);
        Finding[] findings = figure is null ? [] : [.. rules.Findings(view, figure)];
        return new(address, stored, figure, findings, StateOf(row, stored, findings))
        {
            HasMoreDecimals = stored?.Entry.Value is { } value && value.Scale > row.DecimalsOf(address.Field),
        };
    }

    private static CellState StateOf(FormRow row, ReturnCell? stored, Finding[] findings)
    {
        if (stored is null || stored.Entry.IsEmpty) return stored?.SentBack == true ? CellState.SentBack : CellState.Empty;
        if (findings.Any(f => f.Severity == Severity.Error)) return CellState.Error;
        if (row.Task is not null && stored.Entry.Value is < 0 or > 100) return CellState.Error;
        if (stored.SentBack) return CellState.SentBack;
        if (findings.Any(f => f.Severity == Severity.Warning) && !stored.Entry.IsExplained) return CellState.NeedsExplanation;
        return stored.Entry.Blank switch
        {
            BlankReason.NotOccurred => CellState.NotOccurred,
            BlankReason.NotObtained => CellState.NotObtained,
            BlankReason.NotApplicable => CellState.NotApplicable,
            _ => CellState.Saved,
        };
    }

    private Dictionary<CellAddress, Figure> Figures(Return filled)
    {
        var figures = new Dictionary<CellAddress, Figure>();
        var source = new SourceDocument { Id = int.MaxValue, Title = filled.SourceText, Reliability = Reliability.Return };
        foreach (var (address, cell) in filled.Cells)
        {
            if (cell.Entry.Value is not { } value || filled.Form.Row(address.Row) is not { Indicator: { } indicator, Unit: { } unit } row)
            {
                continue;
            }

            var measure = row.MeasureOf(address.Field);
            figures[address] = new Figure
            {
                // After every real one, and apart from each other; a new series too.
                Id = long.MaxValue - figures.Count,
                Series = book.Find(indicator.Code, unit.Code, measure)?.Series
                    ?? new Series { Id = -1 - figures.Count, Indicator = indicator, Unit = unit, Measure = measure },
                Period = filled.Quarter.Period(row.Timing),
                Attributes = new()
                {
                    Kind = ValueKind.Actual,
                    Uom = row.UomOf(address.Field),
                    Stage = filled.Form.Stage,
                    VintageLabel = ReturnVintage.Label(filled.Form.Stage),
                    KnownFromBasis = KnownFromBasis.Recorded,
                    Reliability = Reliability.Return,
                },
                KnownFrom = now,
                SourceText = filled.SourceText,
                Value = value,
                RecordedAt = now,
                Source = source,
            };
        }

        return figures;
    }

    private static decimal? SingleQuarter(Return filled, FormRow row, BookView view) => !row.IsFlow
        ? null
        : DerivedQuarters.Find(view.Find(row.Indicator!.Code, row.Unit!.Code, row.Measure), filled.Quarter, view.AsOf) is { } derived ? Uoms.Convert(derived.Value, derived.Later.Uom, row.Uom) : null;

    /// <summary>How much of the year's target is reached; null where that is a ceiling, or of another price basis.</summary>
    private static decimal? OfTarget(Return filled, FormRow row, BookView view, Period period)
    {
        var (indicator, unit) = (row.Indicator!.Code, row.Unit!.Code);
        return row.IsFlow
            && view.Shown(indicator, unit, row.Measure, period) is { Value: { } value } reached
            && view.Shown(indicator, unit, row.Measure, Period.FullYear(filled.Quarter.Year), kind: ValueKind.Target) is { Value: { } goal and > 0 } target
            && target.Comparator != Comparator.AtMost && target.PriceBasis == reached.PriceBasis
            && Uoms.Factor(reached.Uom, target.Uom) is { } factor
                ? value * factor / goal * 100
                : null;
    }

    private static decimal? Share(Return filled, FormRow row, BookView view)
    {
        return row.IsComputed && Value(row.PartRow) is { } part && Value(row.TotalRow) is { } total and not 0
            ? Math.Round(part / total * 100, row.Decimals, MidpointRounding.AwayFromZero)
            : null;

        decimal? Value(int? number) => number is { } n && filled.Form.Row(n) is { Indicator: { } indicator, Unit: { } unit } other
            && view.Shown(indicator.Code, unit.Code, other.Measure, filled.Quarter.Period(other.Timing)) is { Value: { } value, Comparator: Comparator.Equal } shown
                ? Uoms.Convert(value, shown.Uom, indicator.Uom)
                : null;
    }
}
