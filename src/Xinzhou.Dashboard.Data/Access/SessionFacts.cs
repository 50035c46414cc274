using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;

namespace Xinzhou.Dashboard.Data.Access;

/// <summary>What decides whether a session still holds.</summary>
/// <param name="Stamp">The user's security stamp; a session begun with another has ended.</param>
/// <param name="IsDisabled">Whether he may not sign in.</param>
/// <param name="IsPersona">Whether he is a persona of the Development environment.</param>
public sealed record SessionFacts(string Stamp, bool IsDisabled, bool IsPersona)
{
    /// <summary>Reads them; null when there is no such user.</summary>
    public static async Task<SessionFacts?> FindAsync(
        IDbContextFactory<DashboardContext> contexts, Guid user, CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        return await context.Users.Where(u => u.Id == user)
            .Select(u => new SessionFacts(u.SecurityStamp!, u.DisabledAt != null, u.IsPersona)).SingleOrDefaultAsync(cancellation);
    }
}
