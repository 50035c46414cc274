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
        return figures.Book.Of(indicator, unit)
            .Where(h => Rank(h.Series.Measure) is not null)
            .SelectMany(figures.Shown)
            .Where(f => may is null || may(f))
            .MaxBy(f => (
                f.Kind == ValueKind.Actual,
                f.Kind != ValueKind.Forecast || !(f.Period.End < today),
                f.Scope.Length == 0,
                f.Period.End is not null,
                f.Period.Kind != PeriodKind.Span,
                f.Period.End,
                Rank(f.Series.Measure),
                f.Period.Start is { } start ? -start.DayNumber : 0,
                f.IsInLeadingPrices));
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

    private static int? Rank(Measure measure) => measure switch
    {
        Measure.Level => 3,
        Measure.Share => 2,
        Measure.Yoy => 1,
        Measure.AvgGrowth => 0,
        _ => null,
    };
}
