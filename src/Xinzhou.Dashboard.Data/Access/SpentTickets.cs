using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;

namespace Xinzhou.Dashboard.Data.Access;

/// <summary>
/// The one-time proofs that were used. What a browser holds of them is sealed and looks right until it is too old, also in the
/// hands of one who has copied it: that it no longer holds is known here alone.
/// </summary>
public static class SpentTickets
{
    // Nothing that is spent here holds longer than a day of its own.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    /// <summary>Spends a ticket, within the transaction of the context if one is open.</summary>
    /// <param name="context">The context.</param>
    /// <param name="ticket">The number that it carries.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>False when it was spent before; nothing is changed then.</returns>
    public static async Task<bool> SpendAsync(
        this DashboardContext context, Guid ticket, DateTimeOffset now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var old = now - Kept;
        await context.SpentTickets.Where(t => t.SpentAt < old).ExecuteDeleteAsync(cancellation);
        // Of two at the same moment the second waits for the first, and finds it spent.
        return await context.Database.ExecuteSqlAsync(
            $"INSERT INTO spent_tickets (id, spent_at) VALUES ({ticket}, {now.ToUniversalTime()}) ON CONFLICT DO NOTHING", cancellation) == 1;
    }
}
