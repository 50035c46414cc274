using Microsoft.AspNetCore.Authorization;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>
/// Whoever reads pages or the API must be somebody known, unless this installation is open to all readers. A caller whose
/// identity was refused is told so even then: he believes in a token that does not hold.
/// </summary>
internal sealed class ReadingRequirement(DashboardSettings settings) : AuthorizationHandler<ReadingRequirement>, IAuthorizationRequirement
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ReadingRequirement requirement)
    {
        var refused = context.Resource is HttpContext http && IdentityFailure.Of(http) is not null;
        if (!refused && (settings.PublicRead || context.User.Identity is { IsAuthenticated: true })) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
