using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Access;

/// <summary>What decides whether a session still holds, and what it is good for.</summary>
/// <param name="Stamp">The user's security stamp; a session begun with another has ended.</param>
/// <param name="IsDisabled">Whether he may not sign in.</param>
/// <param name="IsPersona">Whether he is a persona of the Development environment.</param>
/// <param name="HasSecondFactor">Whether a code is asked for beside his password.</param>
/// <param name="PasswordSetAt">When his password was chosen; null without one.</param>
public sealed record SessionFacts(string Stamp, bool IsDisabled, bool IsPersona, bool HasSecondFactor, DateTimeOffset? PasswordSetAt)
{
    /// <summary>The session itself; null when nothing is known of it.</summary>
    public SessionTimes? Times { get; init; }

    /// <summary>Reads them; null when there is no such user.</summary>
    public static async Task<SessionFacts?> FindAsync(
        IDbContextFactory<DashboardContext> contexts, SessionKey key, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        await using var context = await contexts.ReadAsync(cancellation);
        var found = await context.Users.Where(u => u.Id == key.User)
            .Select(u => new
            {
                Facts = new SessionFacts(u.SecurityStamp!, u.DisabledAt != null, u.IsPersona, u.TwoFactorEnabled, u.PasswordSetAt),
                Times = context.Sessions.Where(s => s.Id == key.Session && s.UserId == u.Id)
                    .Select(s => new SessionTimes(s.BeganAt, s.ActiveAt, s.ConfirmedAt, s.EndedAt, s.Proof == SessionProof.Passkey)).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancellation);
        return found is null ? null : found.Facts with { Times = found.Times };
    }

    /// <summary>Reads those of many sessions at once.</summary>
    public static async Task<IReadOnlyDictionary<SessionKey, SessionFacts?>> FindAsync(
        IDbContextFactory<DashboardContext> contexts, IReadOnlyCollection<SessionKey> keys, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        Guid[] people = [.. keys.Select(k => k.User).Distinct()], sessions = [.. keys.Select(k => k.Session)];
        await using var context = await contexts.ReadAsync(cancellation);
        var users = await context.Users.Where(u => people.Contains(u.Id))
            .Select(u => new
            {
                u.Id,
                Facts = new SessionFacts(u.SecurityStamp!, u.DisabledAt != null, u.IsPersona, u.TwoFactorEnabled, u.PasswordSetAt),
            })
            .ToDictionaryAsync(u => u.Id, u => u.Facts, cancellation);
        var times = await context.Sessions.Where(s => sessions.Contains(s.Id))
            .Select(s => new
            {
                Key = new SessionKey(s.UserId, s.Id),
                Times = new SessionTimes(s.BeganAt, s.ActiveAt, s.ConfirmedAt, s.EndedAt, s.Proof == SessionProof.Passkey),
            })
            .ToDictionaryAsync(s => s.Key, s => s.Times, cancellation);
        return keys.ToDictionary(k => k, k => users.GetValueOrDefault(k.User) is { } facts ? facts with { Times = times.GetValueOrDefault(k) } : null);
    }
}
