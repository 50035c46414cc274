using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;

namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>
/// Hands the events on to somebody else in their order, and keeps how far he has them. One instance hands on at a time: it holds a lock
/// of its session, and no transaction while it waits for the network. What was handed on without that being noted is handed on again:
/// the number of an event tells that it came twice.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="time">The clock.</param>
public sealed class AuditDelivery(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    /// <summary>The most that are handed on at once.</summary>
    public const int MaxAtOnce = 500;

    /// <summary>Hands on the next events.</summary>
    /// <param name="send">Returns when he has them all, and throws when that is not sure.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>How many; 0 when he has all there are, or another instance hands on.</returns>
    public async Task<int> RunAsync(Func<IReadOnlyList<AuditEvent>, CancellationToken, Task> send, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(send);
        await using var context = await contexts.ReadAsync(cancellation);
        await context.Database.OpenConnectionAsync(cancellation);
        await using var held = await SessionLock.TryTakeAsync(context, "xinzhou-dashboard delivery", cancellation);
        if (held is null) return 0;
        var before = await context.AuditExport.Select(e => e.Event).SingleAsync(cancellation);
        var events = await context.AuditEvents.Where(e => e.Id > before).OrderBy(e => e.Id).Take(MaxAtOnce).ToListAsync(cancellation);
        if (events.Count == 0) return 0;
        await send([.. events.Select(e => new AuditEvent(e.Id, e.At, e.Actor, e.Action, e.Subject, e.Details, Convert.ToHexStringLower(e.Hash))
        {
            Address = e.Address,
            Session = e.Session,
            OsUser = e.OsUser,
        })], cancellation);
        // He has them: what stops us now is no reason to send them twice. Whoever took over after a lost connection is not set back.
        var (last, now) = (events[^1].Id, (DateTimeOffset?)time.GetUtcNow());
        await context.AuditExport.Where(e => e.Event == before)
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.Event, last).SetProperty(x => x.SentAt, now), CancellationToken.None);
        return events.Count;
    }
}
