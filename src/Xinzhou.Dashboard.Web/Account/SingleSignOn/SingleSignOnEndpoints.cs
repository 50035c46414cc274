using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Account.SingleSignOn;

/// <summary>
/// Single sign-on by OpenID Connect. Whoever comes from the provider signs in as the user he is linked to; the link is
/// made at the first sign-in, by the verified e-mail address that the security administrator has entered.
/// </summary>
internal static class SingleSignOnEndpoints
{
    public const string ChallengePath = "/account/single-sign-on";

    private const string DonePath = "/account/single-sign-on/done";
    private const string Scheme = "SingleSignOn";

    // What the provider has said lies in a cookie until it is used; a copy of that cookie is worth nothing afterwards.
    private const string TicketNumber = "xzd-ticket";

    public static void Add(AuthenticationBuilder authentication, SingleSignOnSettings settings) =>
        authentication.AddOpenIdConnect(Scheme, settings.Name, options =>
        {
            options.Authority = settings.Authority.ToString();
            options.ClientId = settings.ClientId;
            options.ClientSecret = settings.ClientSecret;
            options.RequireHttpsMetadata = settings.Authority.Scheme == Uri.UriSchemeHttps;
            options.ResponseType = OpenIdConnectResponseType.Code;
            // By query, the way back is an ordinary visit, for which lax cookies are enough.
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            options.CorrelationCookie.SameSite = options.NonceCookie.SameSite = SameSiteMode.Lax;
            options.CorrelationCookie.SecurePolicy = options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SignInScheme = IdentityConstants.ExternalScheme;
            options.MapInboundClaims = false;
            options.GetClaimsFromUserInfoEndpoint = true;
            options.ClaimActions.MapJsonKey("email_verified", "email_verified");
            options.Scope.Clear();
            options.Scope.Add("openid");
            options.Scope.Add("email");
            options.Events.OnTicketReceived = received =>
            {
                received.Properties!.Items[TicketNumber] = Guid.NewGuid().ToString("N");
                return Task.CompletedTask;
            };
            options.Events.OnRemoteFailure = failure =>
            {
                failure.Response.Redirect($"{failure.Request.PathBase}{AccountSetup.SignInPath}?done=refused");
                failure.HandleResponse();
                return Task.CompletedTask;
            };
        });

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(ChallengePath, Challenge).AllowAnonymous();
        app.MapGet(DonePath, SignInAsync).AllowAnonymous();
    }

    private static IResult Challenge(SignInManager<User> signIn, string? returnUrl) => Results.Challenge(
        signIn.ConfigureExternalAuthenticationProperties(Scheme, $"{DonePath}{QueryString.Create("returnUrl", LocalAddress.Or(returnUrl, "/"))}"), [Scheme]);

    private static async Task<IResult> SignInAsync(
        HttpContext context, string? returnUrl, SignInManager<User> signIn, DashboardContext access, TimeProvider time)
    {
        if (await signIn.GetExternalLoginInfoAsync() is not { } external)
        {
            return Results.LocalRedirect($"{AccountSetup.SignInPath}?done=refused");
        }

        await using var transaction = await access.Database.BeginTransactionAsync(context.RequestAborted);
        var (users, now) = (signIn.UserManager, time.GetUtcNow());
        if (!Guid.TryParseExact(external.AuthenticationProperties?.Items.TryGetValue(TicketNumber, out var number) == true ? number : null, "N", out var ticket)
            || !await access.SpendAsync(ticket, now, context.RequestAborted))
        {
            return Results.LocalRedirect($"{AccountSetup.SignInPath}?done=refused");
        }

        var user = await users.FindByLoginAsync(external.LoginProvider, external.ProviderKey);
        if (user is null && VerifiedEmail(external.Principal) is { } email
            && await users.FindByEmailAsync(email) is { IsPersona: false, DisabledAt: null } known
            && (await users.GetLoginsAsync(known)).Count == 0)
        {
            await users.AddLoginAsync(known, external);
            await access.AuditAsync(now, known.UserName!, "single-sign-on.link", known, new { subject = external.ProviderKey }, context.RequestAborted);
            await access.TellOfCredentialAsync(known.Id, "single-sign-on.link", now, context.RequestAborted);
            user = known;
        }

        var result = user is null
            ? Microsoft.AspNetCore.Identity.SignInResult.Failed
            : await signIn.ExternalLoginSignInAsync(external.LoginProvider, external.ProviderKey, isPersistent: false, bypassTwoFactor: false);
        if (result.Succeeded)
        {
            user!.LastSeenAt = now;
            await users.UpdateAsync(user);
        }

        var action = result.Succeeded ? "sign-in" : result.RequiresTwoFactor ? "sign-in.half" : "sign-in.failed";
        await access.AuditAsync(now, user?.UserName ?? "unknown", action, user, new { by = "single sign-on" }, context.RequestAborted);
        await transaction.CommitAsync(context.RequestAborted);
        await context.SignOutAsync(IdentityConstants.ExternalScheme);
        return result switch
        {
            { Succeeded: true } => Results.LocalRedirect(Duties.AfterSignIn(returnUrl, user!.Role, context.Request.PathBase)),
            { RequiresTwoFactor: true } => Results.LocalRedirect($"/account/second-factor{QueryString.Create("returnUrl", LocalAddress.Or(returnUrl, "/"))}"),
            _ => Results.LocalRedirect($"{AccountSetup.SignInPath}?done={(user is null ? "unlinked" : "refused")}"),
        };
    }

    // An address that the provider has not verified is only what somebody claims.
    private static string? VerifiedEmail(ClaimsPrincipal principal) =>
        bool.TryParse(principal.FindFirstValue("email_verified"), out var verified) && verified ? principal.FindFirstValue("email") : null;
}
