using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;

namespace Xinzhou.Dashboard.Data.Access;

/// <summary>What decides whether a session still holds.</summary>
/// <param name="Stamp">The user's security stamp; a session begun with another has ended.</param>
/// <param name="IsDisabled">Whether he may not sign in.</param>
/// <param name="IsPersona">Whether he is a persona of the Development environment.</param>
/// <param name="IsEnded">Whether this one session was signed out of.</param>
public sealed record SessionFacts(string Stamp, bool IsDisabled, bool IsPersona, bool IsEnded)
{
    /// <summary>Reads them; null when there is no such user.</summary>
    public static async Task<SessionFacts?> FindAsync(
        IDbContextFactory<DashboardContext> contexts, SessionKey key, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        await using var context = await contexts.ReadAsync(cancellation);
        return await context.Users.Where(u => u.Id == key.User)
            .Select(u => new SessionFacts(
                u.SecurityStamp!, u.DisabledAt != null, u.IsPersona, context.SpentTickets.Any(t => t.Id == key.Session)))
            .SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Reads those of many sessions at once.</summary>
    public static async Task<IReadOnlyDictionary<SessionKey, SessionFacts?>> FindAsync(
        IDbContextFactory<DashboardContext> contexts, IReadOnlyCollection<SessionKey> keys, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        Guid[] people = [.. keys.Select(k => k.User).Distinct()], sessions = [.. keys.Select(k => k.Session)];
        await using var context = await contexts.ReadAsync(cancellation);
        var users = await context.Users.Where(u => people.Contains(u.Id))
            .Select(u => new { u.Id, Stamp = u.SecurityStamp!, IsDisabled = u.DisabledAt != null, u.IsPersona })
            .ToDictionaryAsync(u => u.Id, cancellation);
        var ended = (await context.SpentTickets.Where(t => sessions.Contains(t.Id)).Select(t => t.Id).ToListAsync(cancellation)).ToHashSet();
        return keys.ToDictionary(k => k, k => users.GetValueOrDefault(k.User) is { } user
            ? new SessionFacts(user.Stamp, user.IsDisabled, user.IsPersona, ended.Contains(k.Session))
            : null);
    }
}
