namespace Xinzhou.Dashboard.Web.Browse.Indicators;

/// <summary>Which periods a filter lets through.</summary>
public static class PeriodFilters
{
    public static bool Allows(this PeriodFilter filter, Period period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return filter == PeriodFilter.All || filter == Of(period);
    }

    /// <summary>The filter that a period belongs to; null when it is not stated.</summary>
    public static PeriodFilter? Of(Period period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return period.Kind switch
        {
            PeriodKind.Year => PeriodFilter.Year,
            PeriodKind.Ytd => PeriodFilter.Ytd,
            PeriodKind.Quarter or PeriodKind.Month => PeriodFilter.Discrete,
            PeriodKind.Point => PeriodFilter.Point,
            PeriodKind.Span => PeriodFilter.Span,
            _ => null,
        };
    }
}
