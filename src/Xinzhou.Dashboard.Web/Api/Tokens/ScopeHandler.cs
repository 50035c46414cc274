using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Xinzhou.Dashboard.Domain;

namespace Xinzhou.Dashboard.Web.Api.Tokens;

/// <summary>Judges <see cref="ScopedAttribute"/>.</summary>
public sealed class ScopeHandler : AuthorizationHandler<ScopedAttribute>
{
    /// <inheritdoc/>
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopedAttribute requirement)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(requirement);
        var caller = context.User;
        if (caller.Identity is { IsAuthenticated: true } identity
            && Code.TryParse<Role>(caller.FindFirst(ClaimTypes.Role)?.Value, out var role) && role.Has(requirement.Right)
            && (identity.AuthenticationType != TokenAuthentication.Scheme || caller.HasClaim(TokenAuthentication.ScopeClaim, Code.Of(requirement.Scope))))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
