using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;

namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>
/// Hands the events on to somebody else in their order, and keeps how far he has them. One instance hands on at a time. What was
/// handed on without that being noted is handed on again: the number of an event tells that it came twice.
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
    /// <returns>How many; 0 when he has all there are.</returns>
    public async Task<int> RunAsync(Func<IReadOnlyList<AuditEvent>, CancellationToken, Task> send, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(send);
        await using var change = await Change.BeginAsync(contexts, AuditWatch.Actor, time, ChangeLock.Delivery, cancellation);
        var position = await change.Context.AuditExport.SingleAsync(cancellation);
        var events = await change.Context.AuditEvents.AsNoTracking().Where(e => e.Id > position.Event).OrderBy(e => e.Id).Take(MaxAtOnce).ToListAsync(cancellation);
        if (events.Count == 0) return 0;
        await send([.. events.Select(e => new AuditEvent(e.Id, e.At, e.Actor, e.Action, e.Subject, e.Details, Convert.ToHexStringLower(e.Hash))
        {
            Address = e.Address,
            Session = e.Session,
            OsUser = e.OsUser,
        })], cancellation);
        (position.Event, position.SentAt) = (events[^1].Id, change.Now);
        await change.CommitAsync(cancellation);
        return events.Count;
    }
}
