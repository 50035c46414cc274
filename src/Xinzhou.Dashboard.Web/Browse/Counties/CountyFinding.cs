namespace Xinzhou.Dashboard.Web.Browse.Counties;

/// <summary>What the figures of the counties say, found by rule; the page words it.</summary>
public abstract record CountyFinding
{
    private CountyFinding()
    {
    }

    /// <summary>Fewer than half of the units have a comparable figure: nothing is said but that.</summary>
    public sealed record Few(int Known, int All) : CountyFinding;

    /// <summary>忻府、河曲、原平三地占全市45.7%. The third is above the fourth: of equals none is left out.</summary>
    public sealed record TopThree(IReadOnlyList<StatisticalUnit> Units, decimal Share) : CountyFinding;

    /// <summary>The highest and the lowest; of equals all.</summary>
    public sealed record Ends(IReadOnlyList<CountyRow> Highest, IReadOnlyList<CountyRow> Lowest) : CountyFinding;

    /// <summary>All units that have a value have the same.</summary>
    public sealed record Equal(IReadOnlyList<CountyRow> Rows) : CountyFinding;

    /// <summary>How many grew and how many fell.</summary>
    public sealed record Growth(int Up, int Down, int Level) : CountyFinding;

    /// <param name="rows">The rows of the ranking, ranked ones first and in order.</param>
    /// <param name="measure">What is compared.</param>
    public static CountyFinding Of(IReadOnlyList<CountyRow> rows, CountyMeasure measure)
    {
        CountyRow[] ranked = [.. rows.Where(r => r.Value is not null)];
        if (2 * ranked.Length < rows.Count || ranked.Length == 0)
        {
            return new Few(ranked.Length, rows.Count);
        }

        if (measure == CountyMeasure.Yoy)
        {
            return new Growth(ranked.Count(r => r.Value > 0), ranked.Count(r => r.Value < 0), ranked.Count(r => r.Value == 0));
        }

        return ranked.Length > 3 && ranked.Take(3).All(r => r.Share is not null) && ranked[2].Value > ranked[3].Value
            ? new TopThree([.. ranked.Take(3).Select(r => r.Unit)], ranked.Take(3).Sum(r => r.Share!.Value))
            : ranked.Length > 1 && ranked[0].Value == ranked[^1].Value ? new Equal(ranked)
            : new Ends([.. ranked.Where(r => r.Value == ranked[0].Value)], [.. ranked.Where(r => r.Value == ranked[^1].Value)]);
    }
}
