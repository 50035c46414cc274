using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;

namespace Xinzhou.Dashboard.Data.Access;

/// <summary>The earlier passwords of people, as hashes, of installations that refuse them.</summary>
public static class PastPasswords
{
    /// <summary>The hashes of the last passwords of a user, the latest first.</summary>
    /// <param name="context">The context.</param>
    /// <param name="user">Whose.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<IReadOnlyList<string>> PastPasswordsAsync(
        this DashboardContext context, Guid user, int count, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        return await context.PasswordHistory.Where(p => p.UserId == user).OrderByDescending(p => p.Id).Take(count)
            .Select(p => p.PasswordHash).ToListAsync(cancellation);
    }

    /// <summary>Keeps a password that another one takes the place of, and no more of them than are asked for.</summary>
    /// <param name="context">The context.</param>
    /// <param name="user">Whose.</param>
    /// <param name="hash">Its hash.</param>
    /// <param name="count">How many are kept; at least 1.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task KeepPasswordAsync(
        this DashboardContext context, Guid user, string hash, int count, DateTimeOffset now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Add(new PasswordHistoryEntity { UserId = user, PasswordHash = hash, ReplacedAt = now });
        await context.SaveChangesAsync(cancellation);
        var kept = await context.PasswordHistory.Where(p => p.UserId == user).OrderByDescending(p => p.Id).Take(count).Select(p => p.Id).ToListAsync(cancellation);
        await context.PasswordHistory.Where(p => p.UserId == user && !kept.Contains(p.Id)).ExecuteDeleteAsync(cancellation);
    }
}
