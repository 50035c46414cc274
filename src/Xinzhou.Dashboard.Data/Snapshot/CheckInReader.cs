using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.CheckIns;
using Xinzhou.Dashboard.Data.Model.Conventions;
using Xinzhou.Dashboard.Domain.CheckIns;

namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>Reads what units sent of work items, and what was decided on it. What this version does not understand is left out.</summary>
internal static class CheckInReader
{
    /// <summary>The book with what was sent and decided since.</summary>
    /// <param name="context">The context.</param>
    /// <param name="held">What is held.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<CheckInBook> ReadAsync(DashboardContext context, CheckInBook held, CancellationToken cancellation) => held.With(
        await SentAsync(context, context.CheckIns.Where(c => c.Id > held.LastId), cancellation),
        await DecidedAsync(context, context.CheckInDecisions.Where(d => d.Id > held.LastDecisionId), cancellation));

    /// <summary>The book of one item and quarter.</summary>
    /// <param name="context">The context.</param>
    /// <param name="key">Which.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<CheckInBook> ReadAsync(DashboardContext context, CheckInKey key, CancellationToken cancellation)
    {
        var (task, item, quarter) = (key.Task, key.Item, key.Quarter);
        var sent = context.CheckIns.Where(c => c.TaskNumber == task && c.ItemNumber == item && c.Quarter == quarter);
        return CheckInBook.Empty.With(
            await SentAsync(context, sent, cancellation),
            await DecidedAsync(context, context.CheckInDecisions.Where(d => sent.Any(c => c.Id == d.CheckInId)), cancellation));
    }

    private static async Task<List<CheckIn>> SentAsync(DashboardContext context, IQueryable<CheckInEntity> rows, CancellationToken cancellation)
    {
        var sent = await rows.OrderBy(c => c.Id)
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
        if (sent.Count == 0) return sent;
        var evidence = (await context.CheckInEvidence.Where(l => rows.Any(c => c.Id == l.CheckInId))
            .Join(
                context.EvidenceFiles.Known(context), l => l.Evidence.Hash, f => f.Hash,
                (l, f) => new { l.CheckInId, l.Evidence.Id, l.Evidence.Name, f.Kind, f.Size, f.Hash })
            .OrderBy(e => e.Id)
            .ToListAsync(cancellation))
            .ToLookup(e => e.CheckInId, e => new Evidence(e.Id, e.Name, e.Kind, e.Size, Convert.ToHexStringLower(e.Hash)));
        return [.. sent.Select(c => evidence.Contains(c.Id) ? c with { Evidence = [.. evidence[c.Id]] } : c)];
    }

    private static Task<List<CheckInDecision>> DecidedAsync(
        DashboardContext context, IQueryable<CheckInDecisionEntity> rows, CancellationToken cancellation) =>
        rows.Known(context).OrderBy(d => d.Id)
            .Select(d => new CheckInDecision(d.Id, d.CheckInId, d.Outcome, d.Reason, new(d.DecidedBy, d.Author.DisplayName), d.DecidedAt))
            .ToListAsync(cancellation);
}
