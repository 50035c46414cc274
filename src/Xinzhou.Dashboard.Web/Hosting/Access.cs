using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Api;
using Xinzhou.Dashboard.Web.Api.Tokens;
using Xinzhou.Dashboard.Web.Auditing;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>
/// Who may read. Everything that does not say otherwise asks for <see cref="ReadingRequirement"/>: end points, static
/// files, and addresses that do not exist. Whatever identifies a caller (a token, a sign-in) registers its
/// authentication scheme; the rule itself stays here.
/// </summary>
internal static class Access
{
    private const string CallerScheme = "Caller";

    public static IServiceCollection AddAccess(this IServiceCollection services, DashboardSettings settings)
    {
        var reading = new ReadingRequirement(settings);
        var authentication = services
            .AddAuthentication(options => (options.DefaultScheme, options.DefaultSignInScheme) = (CallerScheme, IdentityConstants.ExternalScheme))
            .AddPolicyScheme(CallerScheme, null, options => options.ForwardDefaultSelector = SchemeOf)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.Scheme, null);
        services.AddAccounts(authentication, settings);
        services.AddSingleton<TokenLookup>();
        services.AddSingleton<CostLimits>();
        services.Configure<FormOptions>(forms => forms.KeyLengthLimit = BadInput.MaxFieldName);
        services.AddRateLimiter(limits => limits.AddPolicy(ApiSetup.RateLimit, new TokenLimits(settings.ApiRequestsPerSecond)));
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().AddRequirements(reading).Build());
        services.AddSingleton<IAuthorizationHandler>(reading);
        services.AddSingleton<IAuthorizationHandler, ScopeHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusalWriter>();
        return services;
    }

    public static WebApplication UseAccess(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseMiddleware<OriginMiddleware>();
        app.UseMiddleware<AccountGate>();
        app.UseRateLimiter();
        app.UseAuthorization();
        // What is refused for want of a right costs nothing, and takes nothing from those who share an address.
        app.Use(app.Services.GetRequiredService<CostLimits>().InvokeAsync);
        app.UseMiddleware<BadInput>();
        return app;
    }

    // Who brings a token is judged by it alone, whatever cookies his program sends along.
    private static string SchemeOf(HttpContext context) =>
        TokenAuthentication.IsMeant(context.Request) ? TokenAuthentication.Scheme : IdentityConstants.ApplicationScheme;
}
