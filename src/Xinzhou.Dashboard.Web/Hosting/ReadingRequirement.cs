using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Web.Api.Tokens;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>
/// Whoever reads pages or the API must be somebody known, unless this installation is open to all readers. A caller whose
/// identity was refused is told so even then: he believes in a token that does not hold.
/// </summary>
internal sealed class ReadingRequirement(DashboardSettings settings) : AuthorizationHandler<ReadingRequirement>, IAuthorizationRequirement
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ReadingRequirement requirement)
    {
        var refused = context.Resource is HttpContext http && http.Features.Get<RefusedIdentity>() is not null;
        if (!refused && (settings.PublicRead || MayRead(context.User))) context.Succeed(requirement);
        return Task.CompletedTask;
    }

    // A token says what it may be used for; a person who has signed in reads.
    private static bool MayRead(ClaimsPrincipal caller) =>
        caller.Identity is { IsAuthenticated: true } identity
        && (identity.AuthenticationType != TokenAuthentication.Scheme
            || caller.HasClaim(TokenAuthentication.ScopeClaim, Code.Of(TokenScope.Read)));
}
