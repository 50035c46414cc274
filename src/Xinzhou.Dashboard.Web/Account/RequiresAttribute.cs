using Microsoft.AspNetCore.Authorization;

namespace Xinzhou.Dashboard.Web.Account;

/// <summary>
/// On a page or an end point: only a person who has signed in and holds the right is served. The bearer of a token is
/// not: tokens read.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequiresAttribute(Right right) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    /// <summary>The right that it takes.</summary>
    public Right Right { get; } = right;

    /// <inheritdoc/>
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}
