using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Web.Browse.Overview;

/// <summary>One indicator of the county-level units in one period, for the small map.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Period">The latest year that more than half of the units have published; else the one with the most.</param>
/// <param name="Values">The values in the indicator's unit, by code of the unit.</param>
public sealed record CountyOverview(Indicator Indicator, Period Period, IReadOnlyDictionary<string, decimal> Values)
{
    /// <summary>The indicator of the map.</summary>
    private const string Code = "gdp";

    /// <summary>The map of the catalogue's counties; null when none has a figure.</summary>
    public static CountyOverview? Of(Catalogue catalogue, BookView figures)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(figures);
        var units = catalogue.Counties.ToArray();
        var best = units.SelectMany(u => figures.Shown(Code, u.Code, Measure.Level))
            .Where(f => f.Kind == ValueKind.Actual && f.Scope.Length == 0 && f.Period.YtdMonth == 12)
            .GroupBy(f => f.Period)
            .OrderByDescending(g => g.Count() * 2 > units.Length)
            .ThenByDescending(g => g.Count() * 2 > units.Length ? g.Key.End!.Value.DayNumber : g.Count())
            .ThenByDescending(g => g.Key.End)
            .FirstOrDefault();
        return best is null
            ? null
            : new(best.First().Series.Indicator, best.Key, best
                .Select(f => (f.Series.Unit.Code, Value: Uoms.Convert(f.Value!.Value, f.Uom, f.Series.Uom)))
                .Where(v => v.Value is not null)
                .ToDictionary(v => v.Code, v => v.Value!.Value));
    }
}
