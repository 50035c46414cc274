using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Domain.Progress;

namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>Reads the released progress of key tasks.</summary>
internal static class ProgressReader
{
    /// <param name="context">The context.</param>
    /// <param name="held">What is held; releases with a greater number are read.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<IReadOnlyList<TaskProgress>> ReadAsync(DashboardContext context, IReadOnlyList<TaskProgress> held, CancellationToken cancellation)
    {
        var after = held is [.., var last] ? last.Id : 0;
        var added = await context.TaskProgress.Where(p => p.Id > after).OrderBy(p => p.Id)
            .Select(p => new TaskProgress(
                p.Id, p.TaskNumber, p.Quarter, p.Percent, p.Text, p.Return.ReportedBy.Department.Name,
                new(p.EnteredBy, p.Reporter.DisplayName), new(p.ReleasedBy, p.Reviewer.DisplayName), p.RecordedAt))
            .ToListAsync(cancellation);
        return added.Count == 0 ? held : [.. held, .. added];
    }
}
