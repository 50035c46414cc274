using System.Globalization;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Deadlines;

/// <summary>A week from Monday to Sunday, of which everybody is sent one digest.</summary>
public readonly record struct DigestWeek
{
    private DigestWeek(DateOnly monday) => Monday = monday;

    public DateOnly Monday { get; }

    public DateOnly Sunday => Monday.AddDays(6);

    /// <summary>2026-W42: its year and number by ISO 8601.</summary>
    public string Code
    {
        get
        {
            var monday = Monday.ToDateTime(TimeOnly.MinValue);
            return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(monday):D4}-W{ISOWeek.GetWeekOfYear(monday):D2}");
        }
    }

    /// <summary>The week that a day lies in.</summary>
    public static DigestWeek Of(DateOnly day) => new(day.AddDays(-(((int)day.DayOfWeek + 6) % 7)));

    /// <summary>
    /// The day of its digest: the first that is worked, be it a Saturday that makes up for a holiday (调休). Null for a week of which no day
    /// is worked.
    /// </summary>
    public DateOnly? FirstWorkingDay(WorkingDays days)
    {
        ArgumentNullException.ThrowIfNull(days);
        for (var day = Monday; day <= Sunday; day = day.AddDays(1))
        {
            if (days.IsWorking(day)) return day;
        }

        return null;
    }
}
