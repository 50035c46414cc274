using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;

namespace Xinzhou.Dashboard.Data.Access;

/// <summary>What signing in needs beside Identity's stores, on the same context and in the same transaction.</summary>
public static class AccountLog
{
    /// <summary>Appends to the audit log on this context's connection: within its transaction, if one is open.</summary>
    /// <param name="context">The context.</param>
    /// <param name="at">When.</param>
    /// <param name="actor">Who: a user name, or <c>command</c>.</param>
    /// <param name="action">What: <c>sign-in</c>, <c>password.set</c>, …</param>
    /// <param name="user">To whom; null if nobody is known by that name.</param>
    /// <param name="details">More, as JSON.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task AuditAsync(
        this DashboardContext context, DateTimeOffset at, string actor, string action, User? user, object details,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        await context.Database.OpenConnectionAsync(cancellation);
        try
        {
            await AuditLog.AppendAsync(context.Connection(), at, actor, action, SubjectOf(user), details, cancellation);
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    /// <summary>What the log calls a user; empty if nobody is known.</summary>
    public static string SubjectOf(User? user) => user is null ? "" : $"user {user.UserName}";

    /// <summary>
    /// Within a transaction: from now on nobody else tries to sign in as this user until it ends, and what is known of him is
    /// what the one before left. Else many attempts at once would be counted as one.
    /// </summary>
    /// <param name="context">The context, in a transaction.</param>
    /// <param name="user">A user that it has read.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task AcquireLockAsync(this DashboardContext context, User user, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(user);
        await context.LockUserAsync(user.Id, cancellation);
        await context.Entry(user).ReloadAsync(cancellation);
    }

    /// <summary>Within a transaction: from now on nobody else does anything about this user that begins so, until it ends.</summary>
    internal static Task<int> LockUserAsync(this DashboardContext context, Guid user, CancellationToken cancellation) =>
        context.Database.ExecuteSqlAsync($"SELECT FROM users WHERE id = {user} FOR UPDATE", cancellation);
}
