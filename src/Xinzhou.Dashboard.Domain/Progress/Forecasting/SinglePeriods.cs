using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>
/// The values of single periods that a series can be forecast from: the latest that follow one another without a gap, exact
/// numbers of the whole unit (no scope) in the prices that lead. Values from January on are differenced first, and only those of
/// one stage (<see cref="DerivedQuarters"/>).
/// </summary>
public static class SinglePeriods
{
    /// <summary>The latest run of quarters, the earliest first; none for what is measured once a year.</summary>
    public static IReadOnlyList<SinglePeriod> Quarters(BookView view, Series series)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(series);
        if (series.Measure is not (Measure.Level or Measure.Share) || view.Find(series.Id) is not { } history) return [];
        var latest = view.Shown(history)
            .Where(f => IsUsable(f, series) && IsQuarterEnd(f.Period))
            .Select(f => f.Period.End!.Value)
            .OrderDescending()
            .Select(Quarter.Of)
            .Cast<Quarter?>()
            .FirstOrDefault(q => Find(view, history, q!.Value) is not null);
        var run = new List<SinglePeriod>();
        for (var quarter = latest; quarter is { } at && run.Count < SeriesLengths.Maximum && Find(view, history, at) is { } value; quarter = at.Previous) run.Add(value);
        run.Reverse();
        return run;
    }

    /// <summary>The latest run of years, the earliest first.</summary>
    public static IReadOnlyList<SinglePeriod> Years(BookView view, Series series)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(series);
        if (view.Shown(view.Find(series.Id)).FirstOrDefault(f => IsUsable(f, series)) is not { } like) return [];

        // As a target of the whole unit would be held against them.
        var years = new TargetFigures(like with { Uom = series.Uom }, view).Years();
        var first = years.Count - 1;
        while (first > 0 && years[first - 1].Year == years[first].Year - 1) first--;
        return
        [
            .. years.Skip(Math.Max(0, first))
                .Select(y => new SinglePeriod(y.Figure.Period, y.Value, y.Figure, IsDerived: false)),
        ];
    }

    private static SinglePeriod? Find(BookView view, SeriesHistory history, Quarter quarter)
    {
        var series = history.Series;
        if (series.Indicator.Type != IndicatorType.Flow)
        {
            return Exact(history.Shown(Period.Point(quarter.LastDay), "", ValueKind.Actual, view.AsOf), series);
        }

        if (Exact(history.Shown(Period.Quarter(quarter.Year, quarter.Number), "", ValueKind.Actual, view.AsOf), series) is { } published) return published;
        return DerivedQuarters.Find(history, quarter, view.AsOf) is { BaseChanges: false } derived && IsUsable(derived.Later, series)
            ? new(derived.Period, derived.Value * Uoms.Factor(derived.Later.Uom, series.Uom)!.Value, derived.Later, IsDerived: true)
            : null;
    }

    private static SinglePeriod? Exact(Figure? figure, Series series) => figure is not null && IsUsable(figure, series)
        ? new(figure.Period, figure.Value!.Value * Uoms.Factor(figure.Uom, series.Uom)!.Value, figure, IsDerived: false)
        : null;

    private static bool IsUsable(Figure figure, Series series) =>
        figure is { Kind: ValueKind.Actual, Scope: "", Value: not null, Comparator: Comparator.Equal, IsInLeadingPrices: true }
        && Math.Abs(figure.Value.Value) < 1e18m && Uoms.Factor(figure.Uom, series.Uom) is { } factor && factor is > 1e-9m and < 1e9m;

    private static bool IsQuarterEnd(Period period) =>
        period is { End: { } end } && (period.Kind == PeriodKind.Quarter || period.YtdMonth is not null || period.Kind == PeriodKind.Point)
        && end == Quarter.Of(end).LastDay;
}
