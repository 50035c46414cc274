using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;

namespace Xinzhou.Dashboard.Data.Access;

/// <summary>
/// When people looked at their desks, on whichever device: what changed is told since the visit before this one. It is nothing that
/// anybody decides: no event of the audit log, and one write a visit.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="time">The clock.</param>
public sealed class DeskVisits(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    /// <summary>For so long a visit goes on: who loads the page again meanwhile is told of the same changes.</summary>
    public static readonly TimeSpan Together = TimeSpan.FromHours(1);

    /// <summary>Somebody looks at his desk: his visit goes on, or another begins.</summary>
    /// <param name="user">Who.</param>
    /// <param name="cancellation">Cancels; no visit has begun then.</param>
    /// <returns>When the visit before this one began; null where there was none.</returns>
    public async Task<DateTimeOffset?> LookAsync(Guid user, CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        if (await GoingOnAsync(context, user, cancellation) is { } held) return held.BeforeAt;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        // One after the other: else two devices at once would each begin a visit, the second right after the first.
        await context.LockUserAsync(user, cancellation);
        if (await GoingOnAsync(context, user, cancellation) is { } begun) return begun.BeforeAt;
        var now = time.GetUtcNow();
        var visit = await context.DeskVisits.AsTracking().SingleOrDefaultAsync(v => v.UserId == user, cancellation);
        if (visit is null) context.Add(visit = new() { UserId = user, BeganAt = now });
        else (visit.BeforeAt, visit.BeganAt) = (visit.BeganAt, now);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return visit.BeforeAt;
    }

    /// <summary>The visit of somebody while it goes on; else null.</summary>
    private Task<DeskVisitEntity?> GoingOnAsync(DashboardContext context, Guid user, CancellationToken cancellation)
    {
        var since = time.GetUtcNow() - Together;
        return context.DeskVisits.SingleOrDefaultAsync(v => v.UserId == user && v.BeganAt > since, cancellation);
    }
}
