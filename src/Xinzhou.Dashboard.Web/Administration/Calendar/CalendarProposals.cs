namespace Xinzhou.Dashboard.Web.Administration.Calendar;

/// <summary>The next quarter from the last: every form that was asked for, on the same days three months later.</summary>
public static class CalendarProposals
{
    /// <summary>
    /// What to add, all of one quarter: the latest of the calendar where a form of the quarter before still lacks it, else
    /// the one after it. Forms that are not asked for every quarter are added by hand.
    /// </summary>
    /// <param name="entries">The calendar.</param>
    /// <param name="forms">The forms in use.</param>
    public static IReadOnlyList<CalendarEntry> Of(IReadOnlyList<CalendarEntry> entries, IReadOnlyList<ReturnForm> forms)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(forms);
        var last = forms.Select(f => entries.Where(e => e.Form == f.Code).MaxBy(e => e.Quarter.Code, StringComparer.Ordinal)).OfType<CalendarEntry>().ToArray();
        if (last.MaxBy(e => e.Quarter.Code, StringComparer.Ordinal)?.Quarter is not { } latest)
        {
            return [];
        }

        var from = last.Any(e => e.Quarter == latest.Previous) ? latest.Previous : latest;
        return
        [
            .. last.Where(e => e.Quarter == from)
                .Select(e => e with { Quarter = from.Next, Dates = CalendarCheck.Next(e.Dates), Version = 0, Returns = 0, Submitted = 0 }),
        ];
    }
}
