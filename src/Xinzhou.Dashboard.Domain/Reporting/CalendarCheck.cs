using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>What dates a quarter can have.</summary>
public static class CalendarCheck
{
    /// <summary>Why dates are not taken; null when they are.</summary>
    /// <param name="quarter">The quarter they are for.</param>
    /// <param name="dates">The dates.</param>
    /// <param name="held">The entry they change; null for a new one.</param>
    /// <param name="now">The present moment.</param>
    public static CalendarFault? Fault(Quarter quarter, ReturnDates dates, CalendarEntry? held, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(dates);
        return dates.OpensAt >= dates.DueAt || dates.DueAt > dates.ClosesAt ? CalendarFault.BadOrder
            : dates.DueAt <= Shanghai.EndOf(quarter.LastDay) ? CalendarFault.DueTooEarly
            : dates.ReminderDays is < 0 or > 60 || dates.EscalationDays is < 0 or > 60 ? CalendarFault.BadDays
            : held is { IsOpened: true } && dates.OpensAt != held.Dates.OpensAt ? CalendarFault.AlreadyOpened
            : held is { IsOpened: true } && (dates.DueAt < held.Dates.DueAt || dates.ClosesAt < held.Dates.ClosesAt) ? CalendarFault.OnlyLater
            : held is not { IsOpened: true } && dates.ClosesAt <= now ? CalendarFault.ClosedAlready
            : null;
    }

    /// <summary>The dates of a quarter moved to the one after it: the same days, three months later.</summary>
    public static ReturnDates Next(ReturnDates dates)
    {
        ArgumentNullException.ThrowIfNull(dates);
        return dates with { OpensAt = Later(dates.OpensAt), DueAt = Later(dates.DueAt), ClosesAt = Later(dates.ClosesAt) };
    }

    // As the calendar of the city counts: the last day of a month stays the last day.
    private static DateTimeOffset Later(DateTimeOffset moment)
    {
        var local = moment.ToOffset(Shanghai.Offset);
        var later = local.AddMonths(3);
        return local.Day == DateTime.DaysInMonth(local.Year, local.Month)
            ? later.AddDays(DateTime.DaysInMonth(later.Year, later.Month) - later.Day)
            : later;
    }
}
