using Xinzhou.Dashboard.Web.Browse.Indicators;

namespace Xinzhou.Dashboard.Web.Browse.Search;

/// <summary>An indicator that was found, of the unit, year, measure and part of the year that were asked for.</summary>
/// <param name="Summary">The latest that is known of it for the unit.</param>
/// <param name="Year">The year that was asked for; null for the latest.</param>
/// <param name="Asked">
/// The figure of the year, actual before expected, the latest in it; growth and the part of the year first that were asked for. Null
/// if none is known or nothing but the indicator was asked for.
/// </param>
public sealed record IndicatorHit(IndicatorSummary Summary, int? Year, Figure? Asked)
{
    /// <summary>The figure that answers; null when none does.</summary>
    public Figure? Figure => Year is null ? Asked ?? Summary.Main : Asked;

    /// <summary>The hit for an indicator.</summary>
    /// <param name="view">What is shown at the moment.</param>
    /// <param name="catalogue">Gives the other units.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="unit">The unit that was asked for.</param>
    /// <param name="query">What else was asked for; null for the latest.</param>
    public static IndicatorHit Of(BookView view, Catalogue catalogue, Indicator indicator, StatisticalUnit unit, SearchQuery? query)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(unit);
        var summary = IndicatorSummary.Of(view, catalogue, indicator, unit);
        var (year, isGrowth, months) = (query?.Year, query?.IsGrowth ?? false, query?.Months);
        var asked = year is null && !isGrowth && months is null
            ? null
            : view.Book.Of(indicator.Code, unit.Code).SelectMany(h => view.Shown(h))
                .Where(f => f.Value is not null && f.Period.Kind != PeriodKind.Span && (year is null || f.Period.End?.Year == year))
                .OrderBy(f => f.Kind != ValueKind.Actual)
                .ThenBy(f => isGrowth && f.Series.Measure != Measure.Yoy)
                .ThenBy(f => months is { } reach && !Reaches(f.Period, reach))
                .ThenBy(f => f.Series.Measure is not (Measure.Level or Measure.Share))
                .ThenBy(f => f.Series.Measure)
                .ThenByDescending(f => f.Period.End)
                .ThenBy(f => f.Period.Start)
                .FirstOrDefault();
        return new(summary, year, asked);
    }

    private static bool Reaches(Period period, int months) =>
        period.YtdMonth == months || (period.Kind == PeriodKind.Point && period.End?.Month == months);
}
