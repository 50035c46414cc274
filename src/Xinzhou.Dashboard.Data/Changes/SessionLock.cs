using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;

namespace Xinzhou.Dashboard.Data.Changes;

/// <summary>
/// A lock by name that one instance holds outside of any transaction, while it waits for somebody else. It goes with its connection: of an
/// instance that dies another one takes over.
/// </summary>
internal sealed class SessionLock : IAsyncDisposable
{
    private readonly DashboardContext _context;
    private readonly string _name;

    private SessionLock(DashboardContext context, string name) => (_context, _name) = (context, name);

    /// <summary>Takes a lock, without waiting for it.</summary>
    /// <param name="context">Whose connection is open, and stays so while the lock is held.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>Null if another session holds it.</returns>
    public static async Task<SessionLock?> TryTakeAsync(DashboardContext context, string name, CancellationToken cancellation) =>
        await context.Database.SqlQuery<bool>($"""SELECT pg_try_advisory_lock(hashtextextended({name}, 0)) AS "Value" """).SingleAsync(cancellation)
            ? new(context, name)
            : null;

    /// <summary>Lets go of it.</summary>
    public async ValueTask DisposeAsync() =>
        await _context.Database.SqlQuery<bool>($"""SELECT pg_advisory_unlock(hashtextextended({_name}, 0)) AS "Value" """).SingleAsync(CancellationToken.None);
}
