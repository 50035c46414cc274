namespace Xinzhou.Dashboard.Web.Browse.Indicators;

/// <summary>
/// All figures of an indicator and unit known at a moment, as a table: a line for each period, source and stage, the
/// latest period first and the shown version of a period before the others.
/// </summary>
public sealed class StatementTable
{
    private readonly BookView _view;
    private readonly Indicator _indicator;
    private readonly StatisticalUnit _unit;
    private readonly StatisticalUnit? _province;

    /// <param name="view">What is shown at the moment.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="province">The unit that gaps to the province are derived from; null if there is none.</param>
    /// <param name="filter">The periods asked for.</param>
    public StatementTable(BookView view, Indicator indicator, StatisticalUnit unit, StatisticalUnit? province, PeriodFilter filter)
    {
        ArgumentNullException.ThrowIfNull(view);
        (_view, _indicator, _unit, _province) = (view, indicator, unit, unit.Code == province?.Code ? null : province);
        var vintages = view.Book.Of(indicator.Code, unit.Code).SelectMany(view.Known)
            .Where(v => filter.Allows(v.Figure.Period)).ToArray();
        Columns = ColumnsOf(vintages);
        Rows = RowsOf(vintages);
    }

    public IReadOnlyList<StatementColumn> Columns { get; }

    public IReadOnlyList<StatementRow> Rows { get; }

    /// <summary>The number of different periods of which there is more than what is expected or aimed at.</summary>
    public int Periods => Rows.Count(r => r.FirstOfPeriod && !IsExpected(r));

    /// <summary>The number of rows of what is expected or aimed at.</summary>
    public int Others => Rows.Count(IsExpected);

    private static bool IsExpected(StatementRow row) => row.Lead.Kind is ValueKind.Forecast or ValueKind.Target;

    private List<StatementColumn> ColumnsOf(Vintage[] vintages)
    {
        var columns = vintages.Select(v => Of(v.Figure.Series)).ToHashSet();
        if (vintages.Any(v => Derive(v) is not null))
        {
            columns.Add(StatementColumn.GapToProvince);
        }

        return [.. columns.Order()];
    }

    private static StatementColumn Of(Series series) => (series.Measure, series.Benchmark) switch
    {
        (Measure.Level, _) => StatementColumn.Level,
        (Measure.Share, _) => StatementColumn.Share,
        (Measure.Gap, Benchmark.Province) => StatementColumn.GapToProvince,
        (Measure.Gap, _) => StatementColumn.GapToNation,
        (Measure.Qualitative, _) => StatementColumn.Words,
        _ => StatementColumn.Growth,
    };

    private List<StatementRow> RowsOf(Vintage[] vintages)
    {
        var rows = new List<StatementRow>();
        var statements = vintages
            .GroupBy(v => (v.Figure.Period, v.Figure.Scope, v.Figure.Kind))
            .OrderByDescending(g => g.Key.Period.End ?? DateOnly.MinValue)
            .ThenByDescending(g => g.Key.Period.Start ?? DateOnly.MinValue)
            .ThenBy(g => g.Key.Period.Code, StringComparer.Ordinal)
            .ThenBy(g => g.Key.Kind).ThenBy(g => g.Key.Scope, StringComparer.Ordinal);
        foreach (var statement in statements)
        {
            var lines = statement
                .GroupBy(v => (v.Figure.Source.Id, v.Figure.Stage))
                .SelectMany(LinesOf)
                .OrderByDescending(g => g.Count(v => v.Preferred))
                .ThenByDescending(g => g.Any(v => v.Preferred && v.Figure.IsInLeadingPrices))
                .ThenByDescending(g => g[0].Figure, Precedence.Order)
                .ToList();
            var kept = new List<Vintage[]>();
            var supports = new Dictionary<Vintage[], List<Figure>>();
            foreach (var line in lines)
            {
                var carrier = kept.FirstOrDefault(k => Repeats(line, k));
                if (carrier is null)
                {
                    kept.Add(line);
                    supports.Add(line, []);
                }
                else
                {
                    supports[carrier].Add(line[0].Figure);
                }
            }

            foreach (var line in kept)
            {
                var first = line == kept[0];
                rows.Add(new(line[0].Figure, [.. Columns.Select(c => Cell(c, line, kept, first))], supports[line], first));
            }
        }

        return rows;
    }

    /// <summary>
    /// What one source says of a period at one stage: a line for each moment of publication. Where a later line corrects a
    /// figure of an earlier one, what the source has said beside that figure and still stands goes with the correction: a
    /// corrected level keeps its published growth.
    /// </summary>
    private static List<Vintage[]> LinesOf(IEnumerable<Vintage> ofSource)
    {
        var lines = ofSource.GroupBy(v => v.Figure.KnownFrom).OrderBy(g => g.Key).Select(g => g.ToList()).ToList();
        for (var later = 1; later < lines.Count; later++)
        {
            var own = lines[later].Select(Statement).ToHashSet();
            foreach (var earlier in lines.Take(later).Where(e => e.Any(v => own.Contains(Statement(v)))))
            {
                var standing = earlier.Where(v => v.Preferred && !own.Contains(Statement(v))).ToArray();
                lines[later].AddRange(standing);
                earlier.RemoveAll(standing.Contains);
            }
        }

        return [.. lines.Where(l => l.Count > 0).Select(l => l.ToArray())];

        static (int Series, PriceBasis? PriceBasis) Statement(Vintage vintage) => (vintage.Figure.Series.Id, vintage.Figure.PriceBasis);
    }

    private StatementCell Cell(StatementColumn column, Vintage[] line, List<Vintage[]> all, bool first)
    {
        Vintage[] vintages = [.. line.Where(v => Of(v.Figure.Series) == column).OrderBy(v => v.Figure.Series.Measure).ThenBy(v => !v.Figure.IsInLeadingPrices)];
        if (vintages.Length > 0)
        {
            return new(vintages);
        }

        if (column == StatementColumn.GapToProvince && line.Select(Derive).FirstOrDefault(g => g is not null) is { } gap)
        {
            return new([], gap);
        }

        var expected = first && line[0].Figure is { Kind: ValueKind.Actual } lead && Expects(column, lead.Period);
        return new([], null, expected && !all.SelectMany(l => l).Any(v => Of(v.Figure.Series) == column));
    }

    /// <summary>Whether a figure of the column is to be expected for a period of its kind.</summary>
    private static bool Expects(StatementColumn column, Period period) => column switch
    {
        StatementColumn.Level => period.Kind is PeriodKind.Year or PeriodKind.Ytd or PeriodKind.Point,
        StatementColumn.Share => period.Kind is not (PeriodKind.Span or PeriodKind.Unstated),
        StatementColumn.Growth => period.Kind is PeriodKind.Year or PeriodKind.Ytd or PeriodKind.Quarter or PeriodKind.Month,
        _ => false,
    };

    /// <summary>True when every figure of a line is given by another line too, at the same stage and to the coarser digits.</summary>
    private static bool Repeats(Vintage[] line, Vintage[] other) =>
        line.All(v => !v.Preferred && other.Any(o => o.Figure.Series.Id == v.Figure.Series.Id && o.Figure.PriceBasis == v.Figure.PriceBasis && o.Preferred && Same(o.Figure, v.Figure)));

    private static bool Same(Figure a, Figure b)
    {
        if (a.Stage.ForComparison() != b.Stage.ForComparison() || a.Comparator != b.Comparator
            || a.Value is not { } x || b.Value is not { } y || Uoms.Factor(b.Uom, a.Uom) is not { } factor)
        {
            return false;
        }

        var step = Math.Max(a.Step, b.Step * factor);
        return Decimals.Round(x, step) == Decimals.Round(y * factor, step);
    }

    private DerivedGap? Derive(Vintage vintage) =>
        _province is null || !vintage.Preferred
            ? null
            : DerivedGap.Of(
                vintage.Figure,
                _view.Find(_indicator.Code, _province.Code, vintage.Figure.Series.Measure)
                    ?.Find(vintage.Figure.Period, "", ValueKind.Actual, vintage.Figure.PriceBasis)?.Shown(_view.AsOf));
}
