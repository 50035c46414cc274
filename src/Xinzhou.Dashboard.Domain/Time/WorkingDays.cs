namespace Xinzhou.Dashboard.Domain.Time;

/// <summary>
/// Which days are worked: Monday to Friday, but for what the State Council's notice of the year arranges otherwise. Of years
/// whose notice is not known only the week counts.
/// </summary>
public sealed class WorkingDays
{
    private readonly Dictionary<DateOnly, ArrangedDay> arranged;
    private readonly Dictionary<int, string> sources;

    /// <param name="days">What the notices say; no day twice.</param>
    public WorkingDays(IReadOnlyCollection<ArrangedDay> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        arranged = days.ToDictionary(d => d.Day);
        sources = days.GroupBy(d => d.Year).ToDictionary(y => y.Key, y => y.First().Source);
    }

    /// <summary>Whether the notice of a year is known.</summary>
    public bool Knows(int year) => sources.ContainsKey(year);

    /// <summary>Where the notice of a year is published; null if it is not known.</summary>
    public string? SourceOf(int year) => sources.GetValueOrDefault(year);

    /// <summary>Whether a day is worked.</summary>
    public bool IsWorking(DateOnly day) =>
        arranged.TryGetValue(day, out var said) ? said.IsWorking : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The holiday that a day is off for; null for a working day and for an ordinary weekend.</summary>
    public string? Holiday(DateOnly day) => arranged.TryGetValue(day, out var said) && !said.IsWorking ? said.Name : null;

    /// <summary>The day itself if it is worked, else the first one after it that is.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorking(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>The working day that comes so many working days after a day; the day itself is day 0.</summary>
    /// <param name="day">Where counting begins.</param>
    /// <param name="count">How many; not negative.</param>
    public DateOnly Add(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        for (; count > 0; count--) day = OnOrAfter(day.AddDays(1));
        return day;
    }

    /// <summary>The working day that lies so many working days before a day; the day itself is day 0.</summary>
    /// <param name="day">Where counting begins.</param>
    /// <param name="count">How many; not negative.</param>
    public DateOnly Back(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        while (count > 0)
        {
            day = day.AddDays(-1);
            if (IsWorking(day)) count--;
        }

        return day;
    }

    /// <summary>How many working days there are after a day, up to and with another; 0 if that one is not later.</summary>
    public int Between(DateOnly after, DateOnly until)
    {
        var count = 0;
        for (var day = after.AddDays(1); day <= until; day = day.AddDays(1))
        {
            if (IsWorking(day)) count++;
        }

        return count;
    }
}
