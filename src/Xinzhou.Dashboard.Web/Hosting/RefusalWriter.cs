using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>
/// Answers a request that may not be served: 401 to somebody unknown, 403 to somebody known, as problem details. Here is
/// the place that sends a page to sign-in once there is one.
/// </summary>
internal sealed class RefusalWriter : IAuthorizationMiddlewareResultHandler
{
    public async Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            await next(context);
            return;
        }

        var (status, code) = authorizeResult.Challenged
            ? (StatusCodes.Status401Unauthorized, "not_identified")
            : (StatusCodes.Status403Forbidden, "not_allowed");
        if (authorizeResult.Challenged) context.Response.Headers.WWWAuthenticate = "Bearer";
        context.Response.Headers.CacheControl = "no-store";
        await Results.Problem(statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code }).ExecuteAsync(context);
    }
}
