using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Xinzhou.Dashboard.Web.Api.Tokens;

/// <summary>Identifies a caller by the token in the header Authorization (<c>Bearer xzd_…</c>).</summary>
public sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logging, UrlEncoder encoder, TokenLookup lookup)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logging, encoder)
{
    /// <summary>The name of the scheme.</summary>
    public new const string Scheme = "ApiToken";

    /// <summary>The claim that says what a token may be used for.</summary>
    public const string ScopeClaim = "scope";

    private const string Bearer = "Bearer ";

    /// <summary>Whether the caller identifies himself by a token.</summary>
    public static bool IsMeant(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!IsMeant(Request))
        {
            return AuthenticateResult.NoResult();
        }

        if (await lookup.FindAsync(header[Bearer.Length..].Trim(), Context.RequestAborted) is { } bearer)
        {
            return AuthenticateResult.Success(new(bearer, Scheme));
        }

        Context.Features.Set(new RefusedIdentity());
        return AuthenticateResult.Fail("The token is unknown, expired or revoked.");
    }
}
