namespace Xinzhou.Dashboard.Web.Browse.Counties;

/// <summary>One indicator of one unit.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="History">What is published, the latest period first; not empty.</param>
/// <param name="Ranking">All units in the latest period in which this one can be compared; null if there is none.</param>
public sealed record CountySubject(Indicator Indicator, IReadOnlyList<CountyHistory> History, CountiesModel? Ranking)
{
    /// <summary>The row of the unit in <see cref="Ranking"/>.</summary>
    public CountyRow? Row => Ranking?.Rows.First(r => r.Unit == Ranking.Selected);

    /// <summary>The latest published level of the whole unit, else the latest of anything.</summary>
    public Figure Latest => Row?.Figure ?? History.FirstOrDefault(h => h is { Level: not null, Scope: "" })?.Level ?? History[0].Any;

    /// <summary>The first and the last year of a full year or year-end; null for fewer than two years: there is nothing to draw.</summary>
    public (int First, int Last)? Years
    {
        get
        {
            var years = History.Where(h => IsYearly(h.Period)).Select(h => h.Period.End!.Value.Year).ToArray();
            return years.Length > 0 && years.Min() < years.Max() ? (years.Min(), years.Max()) : null;
        }
    }

    /// <summary>True for what is drawn over years: full years and year-ends.</summary>
    public static bool IsYearly(Period period) =>
        period is { Kind: PeriodKind.Year } or { Kind: PeriodKind.Point, End: { Month: 12, Day: 31 } };
}
