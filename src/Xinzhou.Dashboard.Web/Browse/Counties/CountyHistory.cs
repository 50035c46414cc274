namespace Xinzhou.Dashboard.Web.Browse.Counties;

/// <summary>What is published of one indicator for one unit in one period and scope.</summary>
/// <param name="Period">The period.</param>
/// <param name="Scope">What is left out (不包括开发区); empty for all.</param>
/// <param name="Level">The level, or the ratio; null when it is not obtained.</param>
/// <param name="Growth">The growth, real before nominal where the indicator's own basis is so; null when it is not obtained.</param>
public sealed record CountyHistory(Period Period, string Scope, Figure? Level, Figure? Growth)
{
    /// <summary>Growth of the same period at other prices, which stands beside it.</summary>
    public IReadOnlyList<Figure> OtherGrowth { get; init; } = [];

    /// <summary>The level, or the growth where there is no level.</summary>
    public Figure Any => Level ?? Growth!;

    /// <summary>The history of an indicator for a unit, the latest period first.</summary>
    public static IReadOnlyList<CountyHistory> Of(BookView figures, Indicator indicator, StatisticalUnit unit) =>
    [
        .. CountiesModel.Figures(figures, indicator, unit)
            .GroupBy(f => (f.Period, f.Scope))
            .Select(g => new CountyHistory(
                g.Key.Period,
                g.Key.Scope,
                g.FirstOrDefault(f => f.Series.Measure != Measure.Yoy),
                g.FirstOrDefault(f => f.Series.Measure == Measure.Yoy))
            {
                OtherGrowth = [.. g.Where(f => f.Series.Measure == Measure.Yoy).Skip(1)],
            })
            .OrderByDescending(h => h.Period.End).ThenBy(h => h.Period.Start).ThenBy(h => h.Scope, StringComparer.Ordinal),
    ];
}
