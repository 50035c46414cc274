using Microsoft.AspNetCore.Authorization;

namespace Xinzhou.Dashboard.Web.Api.Tokens;

/// <summary>On an end point: served are people who have signed in and hold the right, and tokens of a role that holds it which have the scope.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ScopedAttribute(Right right, TokenScope scope) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    /// <summary>The right that it takes.</summary>
    public Right Right { get; } = right;

    /// <summary>The scope that a token must have besides.</summary>
    public TokenScope Scope { get; } = scope;

    /// <inheritdoc/>
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}
