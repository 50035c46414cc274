using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Components.Endpoints;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Api.Problems;
using Xinzhou.Dashboard.Web.Api.Tokens;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>
/// Answers a request that may not be served. A page sends somebody unknown to sign-in and tells somebody known which
/// role it takes; everything else answers 401 or 403 as problem details.
/// </summary>
internal sealed class RefusalWriter(ProblemWriter problems) : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            return next(context);
        }

        if (authorizeResult.Challenged && context.Features.Get<UnknownSession>() is not null)
        {
            return DatabaseAway.AnswerAsync(context, problems);
        }

        var isPage = IsPage(context);
        if (!authorizeResult.Challenged)
        {
            if (!isPage)
            {
                return problems.WriteAsync(context, StatusCodes.Status403Forbidden, ProblemCode.Forbidden);
            }

            // Without a body: the page for such answers is shown in its place.
            context.Features.Set(new RefusedRight(policy.Requirements.OfType<RequiresAttribute>().FirstOrDefault()?.Rights ?? []));
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        if (isPage && !TokenAuthentication.IsMeant(context.Request))
        {
            context.Response.Redirect(SignInAddress(context.Request));
            return Task.CompletedTask;
        }

        var isTokenRefused = context.Features.Get<RefusedIdentity>() is not null;
        context.Response.Headers.WWWAuthenticate = isTokenRefused ? "Bearer error=\"invalid_token\"" : "Bearer";
        return problems.WriteAsync(
            context, StatusCodes.Status401Unauthorized, isTokenRefused ? ProblemCode.InvalidToken : ProblemCode.Unauthorized);
    }

    /// <summary>Whether a browser asks for a page, and not a program for something.</summary>
    internal static bool IsPage(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && !context.Request.Path.StartsWithSegments("/api")
        && (context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
            || context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase));

    private static string SignInAddress(HttpRequest request)
    {
        var query = QueryString.Empty;
        if (request.Path != "/" || request.QueryString.HasValue)
        {
            query = query.Add("returnUrl", $"{request.PathBase}{request.Path}{request.QueryString}");
        }

        if (request.Query[Address.LanguageName] == Languages.English)
        {
            query = query.Add(Address.LanguageName, Languages.English);
        }

        return $"{request.PathBase}{AccountSetup.SignInPath}{query}";
    }
}
