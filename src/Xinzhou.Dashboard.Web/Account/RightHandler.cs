using Microsoft.AspNetCore.Authorization;

namespace Xinzhou.Dashboard.Web.Account;

/// <summary>Judges <see cref="RequiresAttribute"/> by the role of the person.</summary>
internal sealed class RightHandler : AuthorizationHandler<RequiresAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RequiresAttribute requirement)
    {
        if (CurrentUser.Of(context.User) is { } user && requirement.Rights.Any(user.Has))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
