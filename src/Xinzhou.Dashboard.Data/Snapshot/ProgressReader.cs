using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Domain.Progress;

namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>Reads the released progress of key tasks.</summary>
internal static class ProgressReader
{
    /// <param name="context">The context.</param>
    /// <param name="after">Of releases with a greater number.</param>
    /// <param name="cancellation">Cancels.</param>
    public static Task<List<TaskProgress>> ReadAsync(DashboardContext context, long after, CancellationToken cancellation) =>
        context.TaskProgress.Where(p => p.Id > after).OrderBy(p => p.Id)
            .Select(p => new TaskProgress(
                p.Id, p.TaskNumber, p.Quarter, p.Percent, p.Text, p.Return.ReportedBy.Department.Name,
                new(p.EnteredBy, p.Reporter.DisplayName), new(p.ReleasedBy, p.Reviewer.DisplayName), p.RecordedAt))
            .ToListAsync(cancellation);
}
