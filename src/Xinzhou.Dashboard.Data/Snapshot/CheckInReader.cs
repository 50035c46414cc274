using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Domain.CheckIns;

namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>Reads what units sent of work items, and what was decided on it.</summary>
internal static class CheckInReader
{
    /// <summary>The book with what was sent and decided since.</summary>
    /// <param name="context">The context.</param>
    /// <param name="held">What is held.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<CheckInBook> ReadAsync(DashboardContext context, CheckInBook held, CancellationToken cancellation)
    {
        var sent = await context.CheckIns.Where(c => c.Id > held.LastId).OrderBy(c => c.Id)
            .Select(c => new CheckIn
            {
                Id = c.Id,
                Key = new(c.TaskNumber, c.ItemNumber, c.Quarter),
                Department = c.DepartmentCode,
                Entry = new(c.Percent, c.Done, c.Next, c.Obstacles),
                SentBy = new(c.SentBy, c.Author.DisplayName),
                SentAt = c.SentAt,
            })
            .ToListAsync(cancellation);
        var decided = await context.CheckInDecisions.Where(d => d.Id > held.LastDecisionId).OrderBy(d => d.Id)
            .Select(d => new CheckInDecision(d.Id, d.CheckInId, d.Outcome, d.Reason, new(d.DecidedBy, d.Author.DisplayName), d.DecidedAt))
            .ToListAsync(cancellation);
        return held.With(sent, decided);
    }
}
