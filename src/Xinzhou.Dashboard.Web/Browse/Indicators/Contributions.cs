using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Web.Browse.Indicators;

/// <summary>
/// 拉动: which counties or industries moved a total, in 百分点 of its value a year before. Only of sums whose parts are all known for
/// both periods, exact, in one price basis, and all of one stage: else a revision would pass for a change.
/// </summary>
/// <param name="Before">The total a year before.</param>
/// <param name="Now">The total.</param>
/// <param name="Parts">What each part brings, the most first.</param>
/// <param name="Total">The change of the total in %, unrounded.</param>
/// <param name="Rest">What the parts do not make up of it, in 百分点; null within the rounding of the values.</param>
public sealed record Contributions(Figure Before, Figure Now, IReadOnlyList<Contribution> Parts, decimal Total, decimal? Rest)
{
    /// <summary>Those of the counties to the city, of the latest period that has them; null where none has.</summary>
    /// <param name="view">The figures as they were known at the moment.</param>
    /// <param name="catalogue">Says which counties there are.</param>
    /// <param name="indicator">The indicator.</param>
    public static Contributions? OfCounties(BookView view, Catalogue catalogue, Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(indicator);
        return indicator.Additive ? Latest(view, indicator, catalogue.City, [.. catalogue.Counties.Select(c => (indicator.Code, c.Code))]) : null;
    }

    /// <summary>
    /// Those of the industries, or other parts, to a total within one unit, of the latest period that has them; null where none has.
    /// Which indicators are the parts of which total, the rules say that hold parts against totals.
    /// </summary>
    /// <param name="view">The figures as they were known at the moment.</param>
    /// <param name="rules">The rules in force.</param>
    /// <param name="indicator">The indicator of the total.</param>
    /// <param name="unit">The unit.</param>
    public static Contributions? OfIndustries(BookView view, RuleBook rules, Indicator indicator, StatisticalUnit unit)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(unit);
        if (view.Find(indicator.Code, unit.Code, Measure.Level)?.Series is not { } series) return null;
        return rules.PartsOf(series)
            .Select(parts => Latest(view, indicator, unit, [.. parts.Select(p => (p, unit.Code))]))
            .FirstOrDefault(c => c is not null);
    }

    private static Contributions? Latest(BookView view, Indicator indicator, StatisticalUnit unit, (string Indicator, string Unit)[] parts)
    {
        if (parts.Length == 0 || indicator is not { BaseChanges: false, Type: IndicatorType.Flow or IndicatorType.Stock }) return null;
        return view.Shown(indicator.Code, unit.Code, Measure.Level)
            .Where(f => f is { Kind: ValueKind.Actual, Scope: "", IsInLeadingPrices: true, Period.YearBefore: not null } && f.Period.Kind != PeriodKind.Quarter)
            .OrderByDescending(f => f.Period.End).ThenBy(f => f.Period.Start)
            .Select(f => Of(view, parts, f))
            .FirstOrDefault(c => c is not null);
    }

    private static Contributions? Of(BookView view, (string Indicator, string Unit)[] parts, Figure now)
    {
        if (Shown((now.Series.Indicator.Code, now.Series.Unit.Code), now.Period.YearBefore!) is not { Value: > 0 } before || !IsExact(now)) return null;
        var found = new List<Contribution>(parts.Length);
        foreach (var part in parts)
        {
            if (Shown(part, now.Period) is not { } own || Shown(part, before.Period) is not { } earlier) return null;
            found.Add(new(earlier, own, 100 * (In(own) - In(earlier)) / before.Value!.Value));
        }

        var (nows, befores) = (found.Select(p => p.Now).ToList(), found.Select(p => p.Before).ToList());
        if (!PartsSum.AreOfOneStage(now, [.. nows, .. befores, before])) return null;

        var total = 100 * (In(now) - before.Value.Value) / before.Value.Value;
        var rest = total - found.Sum(p => p.Points);
        var (_, tolerance) = PartsSum.Sum(before, nows.Concat(befores).Append(now));
        return new(before, now, [.. found.OrderByDescending(p => p.Points)], total, Math.Abs(rest) * before.Value.Value / 100 > tolerance ? rest : null);

        decimal In(Figure figure) => Uoms.Convert(figure.Value!.Value, figure.Uom, before.Uom)!.Value;

        Figure? Shown((string Indicator, string Unit) part, Period period) =>
            view.Shown(part.Indicator, part.Unit, Measure.Level, period) is { } figure && IsExact(figure) && figure.PriceBasis == now.PriceBasis
            && Uoms.Factor(figure.Uom, now.Uom) is not null ? figure : null;
    }

    private static bool IsExact(Figure figure) => figure is { Value: not null, Comparator: Comparator.Equal, Reliability: not Reliability.SelfMedia };
}
