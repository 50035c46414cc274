using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Deadlines;

/// <summary>Reads the returns that wait for somebody.</summary>
internal static class WaitingReturns
{
    /// <summary>Those that can still be filled, are being corrected or wait for a reviewer, in the order of quarters and forms.</summary>
    public static Task<List<WaitingReturn>> ReadAsync(DashboardContext context, DateTimeOffset now, CancellationToken cancellation) => context.Returns
        .Where(r => r.State == ReturnState.Submitted || r.State == ReturnState.Correcting
            || ((r.State == ReturnState.Open || r.State == ReturnState.InProgress || r.State == ReturnState.Returned) && r.Calendar.Dates.ClosesAt > now))
        .OrderBy(r => r.Quarter).ThenBy(r => r.Calendar.Form.Order).ThenBy(r => r.Id)
        .Select(r => new WaitingReturn(
            r.Id, r.Calendar.Form.Name, r.Calendar.Form.NameEn, r.Quarter, r.DepartmentCode, r.ReportedBy.Department.Name, r.State, r.Calendar.Dates.DueAt))
        .ToListAsync(cancellation);
}
