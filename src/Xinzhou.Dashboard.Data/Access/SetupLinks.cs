using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Access;

/// <summary>The one-time links that create the first security administrator of an installation. Only hashes are kept.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="time">The clock.</param>
public sealed class SetupLinks(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Makes a link's token while there is no security administrator; null when there is one.</summary>
    public async Task<string?> CreateAsync(CancellationToken cancellation = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await HasSecurityAsync(context, cancellation)) return null;
        var (secret, now) = (TokenSecret.Create(), time.GetUtcNow());
        context.Add(new SetupLinkEntity { TokenHash = TokenSecret.Hash(secret), CreatedAt = now, ExpiresAt = now + Lifetime });
        await context.SaveChangesAsync(cancellation);
        return secret;
    }

    /// <summary>Whether a token would be accepted now.</summary>
    public async Task<bool> HoldsAsync(string token, CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        return await FindAsync(context, token, time.GetUtcNow(), cancellation) is not null;
    }

    /// <summary>
    /// Uses a token up within a change; false when it is not accepted. Two who try at once wait for each other, and one of
    /// them is refused.
    /// </summary>
    /// <param name="change">Under <see cref="ChangeLock.Setup"/>.</param>
    /// <param name="token">The token.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<bool> UseAsync(Change change, string token, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (await FindAsync(change.Context, token, change.Now, cancellation) is not { } link) return false;
        link.UsedAt = change.Now;
        await change.SaveAsync(cancellation);
        return true;
    }

    private static async Task<SetupLinkEntity?> FindAsync(
        DashboardContext context, string token, DateTimeOffset now, CancellationToken cancellation)
    {
        var hash = TokenSecret.Hash(token);
        var link = await context.SetupLinks.SingleOrDefaultAsync(l => l.TokenHash == hash && l.ExpiresAt > now && l.UsedAt == null, cancellation);
        return link is null || await HasSecurityAsync(context, cancellation) ? null : link;
    }

    private static Task<bool> HasSecurityAsync(DashboardContext context, CancellationToken cancellation) =>
        context.Users.AnyAsync(u => u.Role == Role.Security && !u.IsPersona, cancellation);
}
