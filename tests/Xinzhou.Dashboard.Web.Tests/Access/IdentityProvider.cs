using System.Security.Claims;
using System.Web;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;

namespace Xinzhou.Dashboard.Web.Tests.Access;

/// <summary>A real OpenID Connect provider (OpenIddict) on this machine, at which one person is always signed in.</summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    public const string ClientId = "dashboard";
    public const string ClientSecret = "a secret of the tests";

    private readonly WebApplication _app;

    private IdentityProvider(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Who signs in next.</summary>
    public (string Subject, string Email, bool IsVerified) Person { get; set; }

    public static async Task<IdentityProvider> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddOpenIddict().AddServer(server =>
        {
            server.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token").AllowAuthorizationCodeFlow()
                .RequireProofKeyForCodeExchange().RegisterScopes("openid", "email")
                .AddEphemeralEncryptionKey().AddEphemeralSigningKey()
                .EnableDegradedMode();
            server.UseAspNetCore().DisableTransportSecurityRequirement().EnableAuthorizationEndpointPassthrough();
            server.AddEventHandler<OpenIddictServerEvents.ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId || HttpUtility.UrlDecode(context.RedirectUri)?.EndsWith("/signin-oidc", StringComparison.Ordinal) != true)
                {
                    context.Reject(OpenIddictConstants.Errors.InvalidClient);
                }

                return default;
            }));
            server.AddEventHandler<OpenIddictServerEvents.ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId || context.ClientSecret != ClientSecret)
                {
                    context.Reject(OpenIddictConstants.Errors.InvalidClient);
                }

                return default;
            }));
        });
        var app = builder.Build();
        var provider = new IdentityProvider(app);
        app.UseAuthentication();
        app.MapGet("/authorize", provider.Authorize);
        await app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private IResult Authorize(HttpContext context)
    {
        var request = context.GetOpenIddictServerRequest()!;
        var identity = new ClaimsIdentity("test", OpenIddictConstants.Claims.Name, OpenIddictConstants.Claims.Role);
        identity.AddClaim(new Claim(OpenIddictConstants.Claims.Subject, Person.Subject));
        identity.AddClaim(new Claim(OpenIddictConstants.Claims.Email, Person.Email));
        identity.AddClaim(new Claim(OpenIddictConstants.Claims.EmailVerified, Person.IsVerified ? "true" : "false", ClaimValueTypes.Boolean));
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(request.GetScopes());
        principal.SetDestinations(_ => [OpenIddictConstants.Destinations.IdentityToken]);
        return Results.SignIn(principal, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}
