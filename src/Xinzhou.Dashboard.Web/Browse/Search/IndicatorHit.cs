using Xinzhou.Dashboard.Web.Browse.Indicators;

namespace Xinzhou.Dashboard.Web.Browse.Search;

/// <summary>An indicator that was found, of the unit and year that were asked for.</summary>
/// <param name="Summary">The latest that is known of it for the unit.</param>
/// <param name="Year">The year that was asked for; null for the latest.</param>
/// <param name="OfYear">The figure of the year, actual before expected, the latest in it; null if none is known or no year was asked for.</param>
public sealed record IndicatorHit(IndicatorSummary Summary, int? Year, Figure? OfYear)
{
    /// <summary>The figure that answers; null when none does.</summary>
    public Figure? Figure => Year is null ? Summary.Main : OfYear;

    /// <summary>The hit for an indicator.</summary>
    public static IndicatorHit Of(BookView view, Catalogue catalogue, Indicator indicator, StatisticalUnit unit, int? year)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(unit);
        var summary = IndicatorSummary.Of(view, catalogue, indicator, unit);
        var ofYear = year is null
            ? null
            : view.Book.Of(indicator.Code, unit.Code).SelectMany(h => view.Shown(h))
                .Where(f => f.Value is not null && f.Period.Kind != PeriodKind.Span && f.Period.End?.Year == year)
                .OrderBy(f => f.Kind != ValueKind.Actual)
                .ThenBy(f => f.Series.Measure is not (Measure.Level or Measure.Share))
                .ThenBy(f => f.Series.Measure)
                .ThenByDescending(f => f.Period.End)
                .ThenBy(f => f.Period.Start)
                .FirstOrDefault();
        return new(summary, year, ofYear);
    }
}
