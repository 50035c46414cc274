
namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>
/// The ratio of two published levels, read as growth. It is NOT the growth of the indicator: scope, base and prices change
/// between the two (PRODUCT, rule 1). It exists only to be shown beside the published rate, labelled 口径提示, so that a
/// reader who divides the levels himself knows why he gets something else.
/// </summary>
/// <param name="Earlier">The level of the base year; not zero, of the same sign as <paramref name="Later"/>.</param>
/// <param name="Later">The later level, in a unit that converts.</param>
/// <param name="Published">The published rate for the same stretch: year-on-year for one year, average growth for several.</param>
public sealed record NaiveGrowth(Figure Earlier, Figure Later, Figure Published)
{
    /// <summary>The years between the two levels, at least 1.</summary>
    public int Years { get; } = Later.Period.End!.Value.Year - Earlier.Period.End!.Value.Year;

    /// <summary>The mean annual change of the levels in %, rounded to two decimals, half away from zero.</summary>
    public decimal Rate
    {
        get
        {
            var ratio = Uoms.Convert(Later.Value!.Value, Later.Uom, Earlier.Uom)!.Value / Earlier.Value!.Value;
            return Decimals.Round((Root(ratio, Years) - 1) * 100, 0.01m);
        }
    }

    /// <summary>True when the two levels are of different vintages, which alone makes them incomparable.</summary>
    public bool StagesDiffer => Earlier.Stage.ForComparison() != Later.Stage.ForComparison();

    /// <summary>
    /// The ratio that a reader may be tempted to take for the growth that a figure publishes; null if there is none:
    /// for a year-on-year rate the levels of its period and the year before, for average growth those of the last year of
    /// its span and the year before the first.
    /// </summary>
    /// <param name="view">What is shown.</param>
    /// <param name="published">A shown rate.</param>
    public static NaiveGrowth? Of(BookView view, Figure published)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(published);
        var (before, now) = (published.Series.Measure, published.Period) switch
        {
            (Measure.Yoy or Measure.YoySingle, { YearBefore: { } yearBefore } period) => (yearBefore, period),
            (Measure.AvgGrowth, { Kind: PeriodKind.Span, Start: { } start, End: { } end }) =>
                (Period.FullYear(start.Year - 1), Period.FullYear(end.Year)),
            _ => (null, null),
        };
        return now is not null && published is { Kind: ValueKind.Actual, Value: not null }
            && Level(before!) is { Value: > 0 } earlier && Level(now) is { Value: > 0 } later
            && Uoms.Factor(later.Uom, earlier.Uom) is not null
                ? new(earlier, later, published)
                : null;

        Figure? Level(Period period) => view.Shown(
            published.Series.Indicator.Code, published.Series.Unit.Code, Measure.Level, period, published.Scope) is
        { Comparator: Comparator.Equal } level ? level : null;
    }

    /// <summary>The n-th root of a positive number: a floating-point estimate, made exact by Newton's method.</summary>
    private static decimal Root(decimal value, int n)
    {
        // Started beside the root, no power on the way is much greater than the value: nothing overflows.
        var root = (decimal)Math.Pow((double)value, 1d / n);
        for (var step = 0; step < 2; step++)
        {
            var power = 1m;
            for (var i = 1; i < n; i++)
            {
                power *= root;
            }

            root = ((n - 1) * root + value / power) / n;
        }

        return root;
    }
}
