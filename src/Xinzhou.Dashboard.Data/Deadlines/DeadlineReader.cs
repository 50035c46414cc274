using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Deadlines;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Deadlines;

/// <summary>The deadlines of a person, as he sees them now.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="snapshots">Gives everything but returns.</param>
/// <param name="days">Which days are worked.</param>
/// <param name="time">The clock.</param>
public sealed class DeadlineReader(IDbContextFactory<DashboardContext> contexts, SnapshotStore snapshots, WorkingDays days, TimeProvider time)
{
    /// <summary>What he has to do by a day, or has to see that others do, the earliest first.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<IReadOnlyList<Deadline>> OfAsync(Actor actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var now = time.GetUtcNow();
        await using var context = await contexts.ReadAsync(cancellation);
        return new DeadlineBoard(snapshots.Current, await WaitingReturns.ReadAsync(context, now, cancellation), now, days).Of(actor);
    }
}
