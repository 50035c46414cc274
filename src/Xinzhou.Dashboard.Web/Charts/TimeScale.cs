namespace Xinzhou.Dashboard.Web.Charts;

/// <summary>The time axis: whole calendar years, every day as wide as every other.</summary>
/// <param name="FirstYear">The first year shown.</param>
/// <param name="LastYear">The last year shown.</param>
public sealed record TimeScale(int FirstYear, int LastYear)
{
    /// <summary>Day number of the first day.</summary>
    public int From => new DateOnly(FirstYear, 1, 1).DayNumber;

    /// <summary>Day number of the day after the last.</summary>
    public int To => new DateOnly(LastYear, 12, 31).DayNumber + 1;

    /// <summary>The years shown, in order.</summary>
    public IEnumerable<int> Years => Enumerable.Range(FirstYear, LastYear - FirstYear + 1);

    /// <summary>Where a day lies: 0 at the first, 1 at the end of the last.</summary>
    /// <param name="day">A day number, with a fraction of a day if need be.</param>
    public decimal Share(decimal day) => (day - From) / (To - From);

    /// <summary>The middle of a year, where its number stands.</summary>
    public static decimal MiddleOf(int year) =>
        (new DateOnly(year, 1, 1).DayNumber + new DateOnly(year, 12, 31).DayNumber + 1) / 2m;
}
