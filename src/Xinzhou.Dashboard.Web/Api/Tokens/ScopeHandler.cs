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
        if (IsServed(context.User, requirement.Right, requirement.Scope)) context.Succeed(requirement);
        return Task.CompletedTask;
    }

    /// <summary>Whether a caller holds a right, and where he bears a token also its scope.</summary>
    public static bool IsServed(ClaimsPrincipal caller, Right right, TokenScope scope)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Identity is { IsAuthenticated: true } identity
            && Code.TryParse<Role>(caller.FindFirst(ClaimTypes.Role)?.Value, out var role) && role.Has(right)
            && (identity.AuthenticationType != TokenAuthentication.Scheme || caller.HasClaim(TokenAuthentication.ScopeClaim, Code.Of(scope)));
    }
}
