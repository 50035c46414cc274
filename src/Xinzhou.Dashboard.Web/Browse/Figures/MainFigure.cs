using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Web.Browse.Figures;

/// <summary>
/// The figure that speaks for an indicator where only one has room: an actual one before others, of a stated period before
/// an unstated, of a single period before several years, then the latest, then a level before a share before a growth rate.
/// A forecast whose time has passed is history and comes last.
/// </summary>
public static class MainFigure
{
    /// <summary>The main figure of an indicator for a unit; null when nothing with a number is known.</summary>
    /// <param name="figures">What is shown.</param>
    /// <param name="indicator">The code of the indicator.</param>
    /// <param name="unit">The code of the unit.</param>
    /// <param name="may">Which figures may speak; all, if left out.</param>
    public static Figure? Of(BookView figures, string indicator, string unit, Func<Figure, bool>? may = null)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var today = Shanghai.DayOf(figures.AsOf.Moment);
        Figure? main = null;
        foreach (var history in figures.Book.Of(indicator, unit))
        {
            if (Rank(history.Series.Measure) is null) continue;
            foreach (var figure in figures.Shown(history))
            {
                if (may?.Invoke(figure) != false && (main is null || Compare(figure, main, today) > 0)) main = figure;
            }
        }

        return main;
    }

    /// <summary>The published growth rate that belongs to a figure: of its period and scope; itself, if it is one; null when none is known.</summary>
    public static Figure? GrowthOf(BookView figures, Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(figure);
        return figure.Series.Measure == Measure.Yoy
            ? figure
            : figures.Shown(figure.Series.Indicator.Code, figure.Series.Unit.Code, Measure.Yoy, figure.Period, figure.Scope, figure.Kind);
    }

    /// <summary>
    /// True when sources publish a growth rate beside such a figure: beside a level of one period or moment, not beside a
    /// share, which differs from another by percentage points, nor beside the sum of several years.
    /// </summary>
    public static bool HasGrowth(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure is { Series.Measure: Measure.Yoy or Measure.Level, Period.Kind: not PeriodKind.Span };
    }

    // Of thousands of figures for one page, field by field: a tuple of them all would be made and compared for each.
    private static int Compare(Figure x, Figure y, DateOnly today)
    {
        var order = (x.Kind == ValueKind.Actual).CompareTo(y.Kind == ValueKind.Actual);
        if (order == 0) order = IsAhead(x, today).CompareTo(IsAhead(y, today));
        if (order == 0) order = (x.Scope.Length == 0).CompareTo(y.Scope.Length == 0);
        if (order == 0) order = x.Period.End.HasValue.CompareTo(y.Period.End.HasValue);
        if (order == 0) order = (x.Period.Kind != PeriodKind.Span).CompareTo(y.Period.Kind != PeriodKind.Span);
        if (order == 0) order = Nullable.Compare(x.Period.End, y.Period.End);
        if (order == 0) order = Nullable.Compare(Rank(x.Series.Measure), Rank(y.Series.Measure));
        if (order == 0) order = Start(y).CompareTo(Start(x));
        return order != 0 ? order : x.IsInLeadingPrices.CompareTo(y.IsInLeadingPrices);
    }

    private static bool IsAhead(Figure figure, DateOnly today) => figure.Kind != ValueKind.Forecast || !(figure.Period.End < today);

    private static int Start(Figure figure) => figure.Period.Start?.DayNumber ?? 0;

    private static int? Rank(Measure measure) => measure switch
    {
        Measure.Level => 3,
        Measure.Share => 2,
        Measure.Yoy => 1,
        Measure.AvgGrowth => 0,
        _ => null,
    };
}
