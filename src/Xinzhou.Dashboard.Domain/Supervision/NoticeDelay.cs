using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Supervision;

/// <summary>By how many working days something of a notice is late. Paused days are no delay.</summary>
public static class NoticeDelay
{
    /// <summary>
    /// By how many working days a notice is late: the longest delay of what is owed and not done, or that with which it was settled;
    /// 0 for one that is not <see cref="Notice.IsLate"/>, and for one whose only days of delay were days off.
    /// </summary>
    /// <param name="notice">As it stands.</param>
    /// <param name="calendar">Which days are worked.</param>
    public static int Of(Notice notice, WorkingDays calendar)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(calendar);
        return notice.LateSteps.Select(s => Days(notice, s.Due!.Value, s.At is { } at ? Shanghai.DayOf(at) : notice.Today, calendar)).DefaultIfEmpty().Max();
    }

    /// <summary>How many working days that were not paused have begun since a day, up to and with another.</summary>
    /// <param name="notice">Whose pauses count.</param>
    /// <param name="due">The day that was to be kept.</param>
    /// <param name="until">The last day that counts.</param>
    /// <param name="calendar">Which days are worked.</param>
    internal static int Days(Notice notice, DateOnly due, DateOnly until, WorkingDays calendar)
    {
        var count = 0;
        for (var day = due.AddDays(1); day <= until; day = day.AddDays(1))
        {
            if (calendar.IsWorking(day) && !notice.Pauses.Any(p => p.From <= day && day <= p.To)) count++;
        }

        return count;
    }
}
