using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Web.Administration.Calendar;

/// <summary>The next quarter from the last: every form that was asked for, on the same days three months later.</summary>
public static class CalendarProposals
{
    /// <summary>
    /// What to add, all of one quarter: the latest in the calendar where a form still lacks it, else the one after it.
    /// </summary>
    /// <param name="entries">The calendar.</param>
    /// <param name="forms">The forms in use.</param>
    public static IReadOnlyList<CalendarEntry> Of(IReadOnlyList<CalendarEntry> entries, IReadOnlyList<ReturnForm> forms)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(forms);
        var last = forms.Select(f => entries.Where(e => e.Form == f.Code).MaxBy(e => e.Quarter.Code, StringComparer.Ordinal)).OfType<CalendarEntry>().ToArray();
        if (last.Length == 0)
        {
            return [];
        }

        var latest = last.MaxBy(e => e.Quarter.Code, StringComparer.Ordinal)!.Quarter;
        var target = last.All(e => e.Quarter == latest) ? latest.Next : latest;
        return
        [
            .. last.Where(e => e.Quarter != target).Select(e =>
            {
                var (quarter, dates) = (e.Quarter, e.Dates);
                for (; quarter != target; quarter = quarter.Next) dates = CalendarCheck.Next(dates);
                return e with { Quarter = target, Dates = dates, Version = 0, Returns = 0, Submitted = 0 };
            }),
        ];
    }
}
