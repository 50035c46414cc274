using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Xinzhou.Dashboard.Web.Api.Problems;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>
/// Answers a request that may not be served: 401 to somebody unknown, 403 to somebody known, as problem details. Here is
/// the place that sends a page to sign-in once there is one.
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

        if (!authorizeResult.Challenged)
        {
            return problems.WriteAsync(context, StatusCodes.Status403Forbidden, ProblemCode.Forbidden);
        }

        var isTokenRefused = context.Features.Get<RefusedIdentity>() is not null;
        context.Response.Headers.WWWAuthenticate = isTokenRefused ? "Bearer error=\"invalid_token\"" : "Bearer";
        return problems.WriteAsync(
            context, StatusCodes.Status401Unauthorized, isTokenRefused ? ProblemCode.InvalidToken : ProblemCode.Unauthorized);
    }
}
