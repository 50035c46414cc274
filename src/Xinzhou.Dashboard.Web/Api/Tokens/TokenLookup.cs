using System.Collections.Concurrent;
using System.Security.Claims;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Domain;

namespace Xinzhou.Dashboard.Web.Api.Tokens;

/// <summary>
/// Finds who bears a token. What PostgreSQL said is held for some seconds: a token that is used all the time is not asked
/// for all the time, and one that is revoked is refused soon after. A token past its end is refused at once.
/// </summary>
/// <remarks>
/// No HybridCache: made-up tokens would stay in it without bound until its next sweep, a minute later, unless everybody who
/// uses the memory cache of the host counted sizes. Here they fill a few thousand entries and no more.
/// </remarks>
public sealed class TokenLookup(ApiTokens tokens, TimeProvider time)
{
    private const int GreatestHeld = 10_000;
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>Who bears the token; null when it is unknown, expired or revoked.</summary>
    public async ValueTask<ClaimsPrincipal?> FindAsync(string secret, CancellationToken cancellation)
    {
        if (!TokenSecret.IsWellFormed(secret))
        {
            return null;
        }

        var (key, now) = (Convert.ToBase64String(TokenSecret.Hash(secret)), time.GetUtcNow());
        if (!_entries.TryGetValue(key, out var entry) || entry.Until <= now)
        {
            var token = await tokens.FindAsync(secret, cancellation);
            entry = new(token, token is null ? null : PrincipalOf(token), now + Held);
            if (_entries.Count >= GreatestHeld)
            {
                _entries.Clear();
            }

            _entries[key] = entry;
        }

        return entry.Token?.Holds(now) == true ? entry.Principal : null;
    }

    private static ClaimsPrincipal PrincipalOf(ApiToken token) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, FormattableString.Invariant($"token {token.Id}")),
            new(ClaimTypes.Name, token.Name),
            new(ClaimTypes.Role, Code.Of(token.Role)),
            .. token.Scopes.Select(s => new Claim(TokenAuthentication.ScopeClaim, Code.Of(s))),
        ],
        TokenAuthentication.Scheme));

    private sealed record Entry(ApiToken? Token, ClaimsPrincipal? Principal, DateTimeOffset Until);
}
