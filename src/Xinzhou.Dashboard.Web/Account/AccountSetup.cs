using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Data.Secrets;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Web.Account.Confirmation;
using Xinzhou.Dashboard.Web.Account.Limits;
using Xinzhou.Dashboard.Web.Account.Passkeys;
using Xinzhou.Dashboard.Web.Account.Recovery;
using Xinzhou.Dashboard.Web.Account.Requests;
using Xinzhou.Dashboard.Web.Account.SecondFactor;
using Xinzhou.Dashboard.Web.Account.SignIn;
using Xinzhou.Dashboard.Web.Account.Signing;
using Xinzhou.Dashboard.Web.Account.SingleSignOn;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Account;

/// <summary>Registers and maps what people sign in with.</summary>
internal static class AccountSetup
{
    /// <summary>Where somebody unknown is sent.</summary>
    public const string SignInPath = "/account/sign-in";

    /// <summary>Says whose session a browser has.</summary>
    public const string SessionPath = "/account/session";

    private const string SignOutPath = "/account/sign-out";

    public static IServiceCollection AddAccounts(
        this IServiceCollection services, AuthenticationBuilder authentication, DashboardSettings settings)
    {
        AddUsers(services).AddSignInManager<SignInRules>();
        // A form that is forged or too old is answered with 400, in Development too.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        authentication.AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(cookie =>
        {
            cookie.Cookie.Name = "xzd-session";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // As long as a session lasts at most. That it has ended before, by hand or for want of a request, is known on the server.
            cookie.ExpireTimeSpan = settings.Sessions.Lifetime;
            cookie.SlidingExpiration = false;
            cookie.Events = new() { OnValidatePrincipal = ValidateAsync };
        }));
        services.Configure<AntiforgeryOptions>(options => options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        // A passkey signs in without password and code: the device must have made sure of its owner.
        services.Configure<IdentityPasskeyOptions>(options => options.UserVerificationRequirement = "required");

        if (settings.Oidc is { } provider)
        {
            SingleSignOnEndpoints.Add(authentication, provider);
        }

        services.AddSingleton<SignInLimits>().AddSingleton<StreamLimits>();
        services.AddScoped<PasswordSignIn>();
        services.AddScoped<RecoverySignIn>();
        services.AddScoped<SecondFactors>();
        services.AddScoped<PasskeyKeeper>().AddScoped<PasskeyProof>().AddScoped<SignatureProof>();
        services.AddScoped<PasswordProof>().AddScoped<IdentityConfirmation>().AddScoped<AccountRequests>().AddHostedService<AccountRequestLifetime>();
        services.AddHostedService<OpenPages>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<IAuthorizationHandler, RightHandler>();
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, CircuitSession>();
        services.AddScoped<Caller>();
        return services;
    }

    /// <summary>Users and their passwords, for the server and for commands.</summary>
    public static IdentityBuilder AddUsers(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("xinzhou-dashboard").PersistKeysToDbContext<DashboardContext>();
        services.AddOptions<KeyManagementOptions>().Configure<SecretKeys>((management, keys) =>
            management.XmlEncryptor = keys.Current is null ? null : new SecretKeyEncryptor(keys));
        services.AddScoped<UserAccounts>();
        services.AddScoped<UserErasure>();
        services.AddScoped<NewPassword>().AddScoped<PasswordMemory>();
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = TimeSpan.FromHours(24));
        services.AddScoped<IUserStore<User>, UserStore>();
        return services.AddIdentityCore<User>(options =>
            {
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                // PasswordRules decide.
                options.Password = new()
                {
                    RequiredLength = 1,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireUppercase = false,
                    RequireNonAlphanumeric = false,
                };
            })
            .AddEntityFrameworkStores<DashboardContext>()
            .AddClaimsPrincipalFactory<UserPrincipals>()
            .AddPasswordValidator<PasswordRulesValidator>()
            .AddDefaultTokenProviders();
    }

    public static WebApplication MapAccounts(this WebApplication app)
    {
        GenuineForm.Before(app.MapPost(SignOutPath, SignOutAsync).AllowAnonymous());
        app.MapGet(SessionPath, Session).AllowAnonymous();
        PasskeyEndpoints.Map(app);
        if (app.Services.GetRequiredService<DashboardSettings>().Oidc is not null)
        {
            SingleSignOnEndpoints.Map(app);
        }

        if (app.Environment.IsDevelopment())
        {
            PersonaSignIn.Map(app);
        }

        return app;
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext session)
    {
        var sessions = session.HttpContext.RequestServices.GetRequiredService<Sessions>();
        try
        {
            if (session.Principal is null || !await sessions.HoldsAsync(session.Principal, session.HttpContext.RequestAborted))
            {
                session.RejectPrincipal();
            }
            else if (!session.HttpContext.Request.IsBackground())
            {
                await sessions.TouchAsync(session.Principal, session.HttpContext.RequestAborted);
            }
        }
        catch (Exception failure) when (failure.IsDatabaseError())
        {
            // Nobody can say: reading pages that are open to all go on, without a person.
            session.HttpContext.Features.Set(new UnknownSession());
            session.RejectPrincipal();
        }
    }

    private static async Task<IResult> SignOutAsync(
        HttpContext context, [FromForm] string? returnUrl, SignInManager<User> signIn, DashboardContext access, TimeProvider time)
    {
        if (CurrentUser.Of(context.User) is { } user)
        {
            // First here, then in the browser: a copy of the cookie must not outlive it.
            await using var transaction = await access.Database.BeginTransactionAsync(context.RequestAborted);
            await access.EndSessionAsync(user.Id, Sessions.KeyOf(context.User)!.Session, time.GetUtcNow(), context.RequestAborted);
            await access.AuditAsync(
                time.GetUtcNow(), user.UserName, "sign-out", new() { UserName = user.UserName }, new { }, context.RequestAborted);
            await transaction.CommitAsync(context.RequestAborted);
        }

        await signIn.SignOutAsync();
        return Results.LocalRedirect(LocalAddress.Or(returnUrl, "/"));
    }

    /// <summary>Whose session the browser has, for an open page that has heard that hers may have ended.</summary>
    private static IResult Session(HttpContext context)
    {
        if (context.Features.Get<UnknownSession>() is not null)
        {
            context.Response.Headers.RetryAfter = "2";
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(new { user = CurrentUser.Of(context.User)?.Id });
    }
}
