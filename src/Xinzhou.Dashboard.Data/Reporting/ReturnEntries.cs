using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>Who has entered what.</summary>
internal static class ReturnEntries
{
    /// <summary>True when a person has entered anything in a return, also what somebody else has changed since.</summary>
    public static Task<bool> HasEnteredAsync(this DashboardContext context, int id, Guid person, CancellationToken cancellation) =>
        context.ReturnCellChanges.AnyAsync(c => c.ReturnId == id && c.ChangedBy == person, cancellation);
}
