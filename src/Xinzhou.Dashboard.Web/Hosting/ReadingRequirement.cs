using Microsoft.AspNetCore.Authorization;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>Whoever reads pages or the API must be somebody known, unless this installation is open to all readers.</summary>
internal sealed class ReadingRequirement(DashboardSettings settings) : AuthorizationHandler<ReadingRequirement>, IAuthorizationRequirement
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ReadingRequirement requirement)
    {
        if (settings.PublicRead || context.User.Identity is { IsAuthenticated: true }) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
