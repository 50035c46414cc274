using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Model.Calendar;

/// <summary>Setting the dates of an entry of the calendar.</summary>
internal static class CalendarEntityChanges
{
    /// <summary>Enters or changes an entry when the context is saved; a change makes its next version.</summary>
    public static async Task PutAsync(
        this DashboardContext context, string form, Quarter quarter, ReturnDates dates, CancellationToken cancellation)
    {
        var held = await context.Calendar.SingleOrDefaultAsync(c => c.FormCode == form && c.Quarter == quarter, cancellation);
        if (held is null)
        {
            context.Add(new CalendarEntity { FormCode = form, Quarter = quarter, Dates = dates });
            return;
        }

        (held.Dates, held.Version) = (dates, held.Version + 1);
    }
}
