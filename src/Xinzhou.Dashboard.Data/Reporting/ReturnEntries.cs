using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>Who has taken part in a return on its department's side.</summary>
internal static class ReturnEntries
{
    /// <summary>True when a person has entered anything in a return, also what somebody else has changed since, or has submitted it.</summary>
    public static async Task<bool> HasEnteredAsync(this DashboardContext context, int id, Guid person, CancellationToken cancellation) =>
        await context.ReturnCellChanges.AnyAsync(c => c.ReturnId == id && c.ChangedBy == person, cancellation)
        || await context.ReturnSubmissions.AnyAsync(s => s.ReturnId == id && s.By == person, cancellation);
}
