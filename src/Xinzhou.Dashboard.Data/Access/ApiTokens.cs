using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Access;

/// <summary>The API tokens of an installation. Making and revoking one are events of the audit log.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="time">The clock.</param>
public sealed class ApiTokens(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    /// <summary>Makes a token and gives its text, which cannot be had again.</summary>
    /// <param name="name">What it is for; not empty.</param>
    /// <param name="role">What its bearer may do.</param>
    /// <param name="scopes">What of that it may be used for.</param>
    /// <param name="lifetime">How long it is accepted.</param>
    /// <param name="actor">Who makes it, for the audit log.</param>
    /// <param name="user">The user in whose name it acts; null if there is nobody's.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<string> CreateAsync(
        string name, Role role, IReadOnlyList<TokenScope> scopes, TimeSpan lifetime, string actor, Guid? user = null,
        CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        await using var change = await Change.BeginAsync(contexts, actor, time, null, cancellation);
        var secret = TokenSecret.Create();
        var token = new ApiTokenEntity
        {
            Name = name,
            Role = role,
            Scopes = scopes,
            TokenHash = TokenSecret.Hash(secret),
            CreatedAt = change.Now,
            ExpiresAt = change.Now + lifetime,
            UserId = user,
        };
        change.Context.Add(token);
        await change.SaveAsync(cancellation);
        change.Audit(
            "token.create", Subject(token.Id),
            new { name, role = Code.Of(role), scopes = scopes.Select(Code.Of), expiresAt = token.ExpiresAt, user });
        await change.CommitAsync(cancellation);
        return secret;
    }

    /// <summary>The token with a text; null if there is none, or none that this version understands. It may have expired.</summary>
    public async Task<ApiToken?> FindAsync(string secret, CancellationToken cancellation = default)
    {
        var hash = TokenSecret.Hash(secret);
        await using var context = await contexts.ReadAsync(cancellation);
        try
        {
            var token = await context.ApiTokens.Include(t => t.User).SingleOrDefaultAsync(t => t.TokenHash == hash, cancellation);
            return token is null ? null : Read(token);
        }
        catch (FormatException)
        {
            // Of a role or a scope that this version does not know: what it may do is not known either.
            return null;
        }
    }

    /// <summary>All tokens, expired and revoked ones too, in the order they were made.</summary>
    public async Task<IReadOnlyList<ApiToken>> ListAsync(CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        var tokens = await context.ApiTokens.Include(t => t.User).OrderBy(t => t.Id).ToListAsync(cancellation);
        return tokens.ConvertAll(Read);
    }

    /// <summary>Revokes a token; false when there is none with the number, or it is revoked already.</summary>
    public async Task<bool> RevokeAsync(int id, string actor, CancellationToken cancellation = default)
    {
        await using var change = await Change.BeginAsync(contexts, actor, time, null, cancellation);
        var now = change.Now;
        var revoked = await change.Context.ApiTokens.Where(t => t.Id == id && t.RevokedAt == null)
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.RevokedAt, now), cancellation);
        if (revoked == 0) return false;
        change.Audit("token.revoke", Subject(id), new { });
        await change.CommitAsync(cancellation);
        return true;
    }

    private static string Subject(int id) => FormattableString.Invariant($"token {id}");

    // Who is disabled takes his tokens with him, and they follow his role.
    private static ApiToken Read(ApiTokenEntity token) => new(
        token.Id, token.Name, token.User?.Role ?? token.Role, token.Scopes, token.CreatedAt, token.ExpiresAt,
        Earlier(token.RevokedAt, token.User?.DisabledAt))
    { Department = token.User?.DepartmentCode };

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;
}
