namespace Xinzhou.Dashboard.Web.Browse.Indicators;

/// <summary>How a published growth rate stands to the one before it.</summary>
/// <param name="Before">The earlier rate.</param>
/// <param name="Now">The later rate.</param>
public sealed record GrowthTurn(Figure Before, Figure Now)
{
    /// <summary>In words: 由负转正, 加快3.2个百分点.</summary>
    public string Text(bool english) => GrowthWording.Change(Before.Value!.Value, Now.Value!.Value, english);

    /// <summary>
    /// The turns of a series, latest first. A year-to-date rate is held against the last one published before it in the same
    /// year; the first of a year, and a year's, against the year before. Rates of different scope or price basis are never
    /// held against each other.
    /// </summary>
    /// <param name="shown">The shown figures of one series of year-on-year growth.</param>
    public static IReadOnlyList<GrowthTurn> Of(IEnumerable<Figure> shown)
    {
        ArgumentNullException.ThrowIfNull(shown);
        var rates = shown
            .Where(f => f is { Kind: ValueKind.Actual, Value: not null, Comparator: Comparator.Equal, Period.YtdMonth: not null })
            .ToArray();
        var turns = new List<GrowthTurn>();
        foreach (var rate in rates.OrderByDescending(f => f.Period.End))
        {
            if (Predecessor(rate, rates) is { } before)
            {
                turns.Add(new(before, rate));
            }
        }

        return turns;
    }

    private static Figure? Predecessor(Figure rate, Figure[] rates)
    {
        var (year, month) = (rate.Period.End!.Value.Year, rate.Period.YtdMonth!.Value);
        var comparable = rates.Where(f => f.Scope == rate.Scope && f.PriceBasis == rate.PriceBasis).ToArray();
        return comparable
            .Where(f => f.Period.End!.Value.Year == year && f.Period.YtdMonth < month)
            .MaxBy(f => f.Period.YtdMonth)
            ?? comparable.FirstOrDefault(f => f.Period.End!.Value.Year == year - 1 && f.Period.YtdMonth == 12);
    }
}
