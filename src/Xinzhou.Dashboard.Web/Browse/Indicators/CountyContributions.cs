using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Web.Browse.Indicators;

/// <summary>
/// 拉动: which counties moved the city, in 百分点 of its value a year before. Only of sums whose parts are all known for both periods,
/// exact, in one price basis, and all of one stage: else a revision would pass for a change.
/// </summary>
/// <param name="Before">The city's value a year before.</param>
/// <param name="Now">The city's value.</param>
/// <param name="Parts">What each county brings, the most first.</param>
/// <param name="Total">The change of the city in %, unrounded.</param>
/// <param name="Rest">What the counties do not make up of it, in 百分点; null within the rounding of the values.</param>
public sealed record CountyContributions(Figure Before, Figure Now, IReadOnlyList<CountyContribution> Parts, decimal Total, decimal? Rest)
{
    /// <summary>Those of the latest period that has them; null where none has.</summary>
    /// <param name="view">The figures as they were known at the moment.</param>
    /// <param name="catalogue">Says which counties there are.</param>
    /// <param name="indicator">The indicator.</param>
    public static CountyContributions? Of(BookView view, Catalogue catalogue, Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(indicator);
        if (indicator is not { Additive: true, BaseChanges: false, Type: IndicatorType.Flow or IndicatorType.Stock }) return null;
        StatisticalUnit[] counties = [.. catalogue.Counties];
        if (counties.Length == 0) return null;
        return view.Shown(indicator.Code, catalogue.City.Code, Measure.Level)
            .Where(f => f is { Kind: ValueKind.Actual, Scope: "", IsInLeadingPrices: true, Period.YearBefore: not null } && f.Period.Kind != PeriodKind.Quarter)
            .OrderByDescending(f => f.Period.End).ThenBy(f => f.Period.Start)
            .Select(f => Of(view, counties, indicator, f))
            .FirstOrDefault(c => c is not null);
    }

    private static CountyContributions? Of(BookView view, StatisticalUnit[] counties, Indicator indicator, Figure now)
    {
        if (Shown(now.Series.Unit.Code, now.Period.YearBefore!) is not { Value: > 0 } before || !IsExact(now)) return null;
        var parts = new List<CountyContribution>(counties.Length);
        foreach (var county in counties)
        {
            if (Shown(county.Code, now.Period) is not { } own || Shown(county.Code, before.Period) is not { } earlier) return null;
            var change = In(own) - In(earlier);
            parts.Add(new(county, earlier, own, 100 * change / before.Value!.Value));
        }

        var (nows, befores) = (parts.Select(p => p.Now).ToList(), parts.Select(p => p.Before).ToList());
        if (!PartsSum.AreOfOneStage(now, [.. nows, .. befores, before])) return null;

        var total = 100 * (In(now) - before.Value.Value) / before.Value.Value;
        var rest = total - parts.Sum(p => p.Points);
        var (_, tolerance) = PartsSum.Sum(before, nows.Concat(befores).Append(now));
        return new(before, now, [.. parts.OrderByDescending(p => p.Points)], total, Math.Abs(rest) * before.Value.Value / 100 > tolerance ? rest : null);

        decimal In(Figure figure) => Uoms.Convert(figure.Value!.Value, figure.Uom, before.Uom)!.Value;

        Figure? Shown(string unit, Period period) =>
            view.Shown(indicator.Code, unit, Measure.Level, period) is { } figure && IsExact(figure) && figure.PriceBasis == now.PriceBasis
            && Uoms.Factor(figure.Uom, now.Uom) is not null ? figure : null;
    }

    private static bool IsExact(Figure figure) => figure is { Value: not null, Comparator: Comparator.Equal, Reliability: not Reliability.SelfMedia };
}
