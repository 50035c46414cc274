using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;

namespace Xinzhou.Dashboard.Data.Access;

/// <summary>Counts people without naming one.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="time">The clock.</param>
public sealed class AccountCounts(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    /// <summary>The counts of this moment.</summary>
    public async Task<AccountStandings> ReadAsync(CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        var now = time.GetUtcNow();
        return await context.Users.Where(u => !u.IsPersona && u.DisabledAt == null)
            .Select(u => new
            {
                HasPassword = u.PasswordHash != null,
                HasPasskey = context.UserPasskeys.Any(p => p.UserId == u.Id),
                u.TwoFactorEnabled,
                IsLocked = u.LockoutEnd > now,
            })
            .GroupBy(_ => 1)
            .Select(g => new AccountStandings(
                g.Count(),
                g.Count(u => !u.HasPassword && !u.HasPasskey),
                g.Count(u => u.IsLocked),
                g.Count(u => u.HasPassword && !u.TwoFactorEnabled && !u.HasPasskey)))
            .SingleOrDefaultAsync(cancellation) ?? new(0, 0, 0, 0);
    }
}
