using System.Security.Claims;
using Microsoft.Extensions.Caching.Memory;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Domain;

namespace Xinzhou.Dashboard.Web.Api.Tokens;

/// <summary>
/// Finds who bears a token. What PostgreSQL said is held for some seconds: a token that is used all the time is not asked
/// for all the time, and one that is revoked is refused soon after. A token past its end is refused at once.
/// </summary>
public sealed class TokenLookup(ApiTokens tokens, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(5);

    // While PostgreSQL does not answer, as long as the session of a person.
    private static readonly TimeSpan HeldInNeed = TimeSpan.FromSeconds(20);

    // A server that has stopped gives no answer at all.
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(2);

    // Of its own, and counted: made-up tokens may not fill the memory.
    private readonly MemoryCache _entries = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <summary>Who bears the token; null when it is unknown, expired or revoked.</summary>
    /// <exception cref="Exception">PostgreSQL does not answer, and it is not known from before.</exception>
    public async ValueTask<ClaimsPrincipal?> FindAsync(string secret, CancellationToken cancellation)
    {
        if (!TokenSecret.IsWellFormed(secret))
        {
            return null;
        }

        var (key, now) = (Convert.ToBase64String(TokenSecret.Hash(secret)), time.GetUtcNow());
        // What lies ahead by more was read before the clock was set back.
        if (_entries.Get<Entry>(key) is not { } entry || entry.Until <= now || entry.Until > now + Held)
        {
            try
            {
                var token = await tokens.FindAsync(secret, cancellation).WithinAsync(AnswerLimit, cancellation);
                entry = new(token, token is null ? null : PrincipalOf(token), now + Held);
                _entries.Set(key, entry, new MemoryCacheEntryOptions { Size = 1 });
            }
            catch (Exception failure) when (failure.IsDatabaseError() && _entries.Get<Entry>(key) is { } old && now - old.Until < HeldInNeed)
            {
                entry = old;
            }
        }

        return entry.Token?.Holds(now) == true ? entry.Principal : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _entries.Dispose();

    private static ClaimsPrincipal PrincipalOf(ApiToken token) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, FormattableString.Invariant($"token {token.Id}")),
            new(ClaimTypes.Name, token.Name),
            new(ClaimTypes.Role, Code.Of(token.Role)),
            .. token.Department is { } department ? [new Claim(CurrentUser.DepartmentClaim, department)] : Array.Empty<Claim>(),
            .. token.Scopes.Select(s => new Claim(TokenAuthentication.ScopeClaim, Code.Of(s))),
        ],
        TokenAuthentication.Scheme));

    private sealed record Entry(ApiToken? Token, ClaimsPrincipal? Principal, DateTimeOffset Until);
}
