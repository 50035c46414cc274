using Xinzhou.Dashboard.Domain;

namespace Xinzhou.Dashboard.Web.Browse.Counties;

/// <summary>What the page of one county-level unit shows: everything published about it, and its place among the units.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Subjects">The indicators with figures; those that can be compared with other units first, then in the order of the catalogue.</param>
/// <param name="Map">What the small map shows: the default comparison of all units; null if there is none.</param>
public sealed record CountyModel(StatisticalUnit Unit, IReadOnlyList<CountySubject> Subjects, CountiesModel? Map)
{
    /// <summary>The number of figures, of both levels and growth.</summary>
    public int FigureCount => Subjects.Sum(s => s.History.Sum(h => (h.Level is null ? 0 : 1) + (h.Growth is null ? 0 : 1) + h.OtherGrowth.Count));

    /// <summary>The model; null when the code is not that of a county-level unit.</summary>
    public static CountyModel? Of(BookView figures, Catalogue catalogue, string code)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(catalogue);
        if (catalogue.Counties.FirstOrDefault(u => u.Code == code) is not { } unit)
        {
            return null;
        }

        var subjects = catalogue.Indicators
            .Select(i => (Indicator: i, History: CountyHistory.Of(figures, i, unit)))
            .Where(s => s.History.Count > 0)
            .Select(s => new CountySubject(s.Indicator, s.History, RankingOf(figures, catalogue, unit, s.Indicator, s.History)));
        return new(unit, [.. subjects.OrderBy(s => s.Ranking is null)], CountiesModel.Of(figures, catalogue, new(Unit: code)));
    }

    /// <summary>All units in the latest period in which the unit and at least half of the others have a level.</summary>
    private static CountiesModel? RankingOf(
        BookView figures, Catalogue catalogue, StatisticalUnit unit, Indicator indicator, IReadOnlyList<CountyHistory> history)
    {
        foreach (var row in history.Where(h => h is { Level: not null, Scope: "" }))
        {
            var query = new CountiesQuery(indicator.Code, CountiesModel.KeyOf(row.Period), Code.Of(CountyMeasure.Level), unit.Code);
            if (CountiesModel.Of(figures, catalogue, query) is { Finding: not CountyFinding.Few } ranking && ranking.Period == row.Period)
            {
                return ranking;
            }
        }

        return null;
    }
}
