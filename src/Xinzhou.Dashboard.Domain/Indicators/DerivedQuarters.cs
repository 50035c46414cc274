using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>
/// Derives single quarters from the year-to-date values of a series (PRODUCT, rule 3): only levels of flows that can be
/// added, only from shown values of one scope, kind, stage and price basis, in units that convert exactly, and only from
/// numbers that are not bounds. Growth, stocks, ratios and indices are never differenced.
/// </summary>
public static class DerivedQuarters
{
    /// <summary>True when the quarters of a series can be derived at all.</summary>
    public static bool Apply(Series series)
    {
        ArgumentNullException.ThrowIfNull(series);
        return series is { Measure: Measure.Level, Indicator: { Type: IndicatorType.Flow, Additive: true } };
    }

    /// <summary>
    /// The quarters that can be derived from what is shown at a moment, by scope, kind and time. A quarter that the source of
    /// the later value has itself published is left out.
    /// </summary>
    public static IEnumerable<DerivedQuarter> Of(SeriesHistory? history, AsOf asOf)
    {
        if (history is null || !Apply(history.Series))
        {
            yield break;
        }

        foreach (var group in history.Groups)
        {
            if (Derive(history, group, asOf) is { } quarter)
            {
                yield return quarter;
            }
        }
    }

    /// <summary>The actual value of one quarter, without a scope; null when it cannot be derived at the moment.</summary>
    public static DerivedQuarter? Find(SeriesHistory? history, Quarter quarter, AsOf asOf) =>
        history is not null && Apply(history.Series) && history.Find(Period.Ytd(quarter.Year, 3 * quarter.Number)) is { } group
            ? Derive(history, group, asOf)
            : null;

    /// <summary>The derived quarter of an identifier; null when it cannot be derived at the moment. Looks through one series.</summary>
    /// <param name="book">All figures.</param>
    /// <param name="key">The identifier: <c>q</c> and the numbers of the figures it is computed from.</param>
    /// <param name="asOf">The moment.</param>
    public static DerivedQuarter? Find(FigureBook book, string key, AsOf asOf)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(key);
        var end = key.IndexOf('-', StringComparison.Ordinal);
        return Identifier.Read(end < 0 ? key : key.AsSpan(0, end), 'q', 10) is { } later && book.GroupOf(later) is { } group
            ? Of(book.Find(group.Series.Id), asOf).FirstOrDefault(q => q.Key == key)
            : null;
    }

    private static DerivedQuarter? Derive(SeriesHistory history, FigureGroup group, AsOf asOf) =>
        group.Period.YtdMonth is { } month && month % 3 == 0
        && group.Shown(asOf) is { } later && CanBeOperand(later)
        && Derive(history, group, later, month, asOf) is { } quarter
        && !IsPublished(history, quarter, asOf)
            ? quarter
            : null;

    private static DerivedQuarter? Derive(SeriesHistory history, FigureGroup group, Figure later, int month, AsOf asOf)
    {
        if (month == 3)
        {
            return new(later, null);
        }

        var before = Period.Ytd(group.Period.End!.Value.Year, month - 3);
        return history.Find(before, group.Scope, group.Kind, group.PriceBasis)?.Shown(asOf) is { } earlier && CanBeOperand(earlier)
            && earlier.Stage == later.Stage
            && earlier.PriceBasis == later.PriceBasis
            && Uoms.Factor(earlier.Uom, later.Uom) is not null
                ? new(later, earlier)
                : null;
    }

    private static bool CanBeOperand(Figure figure) => figure is { Value: not null, Comparator: Comparator.Equal };

    private static bool IsPublished(SeriesHistory history, DerivedQuarter quarter, AsOf asOf) =>
        history.Find(quarter.Period, quarter.Later.Scope, quarter.Later.Kind, quarter.Later.PriceBasis) is { } published
        && published.Figures.Any(f => f.Source.Id == quarter.Later.Source.Id && published.IsKnown(f, asOf));
}
