using Microsoft.AspNetCore.Authorization;

namespace Xinzhou.Dashboard.Web.Account;

/// <summary>
/// On a page or an end point: only a person who has signed in and holds the right, or one of several, is served. The bearer of a token is
/// not: tokens read.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequiresAttribute(Right right, params Right[] others) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    /// <summary>The right that it takes.</summary>
    public Right Right { get; } = right;

    /// <summary>Those of which any will do, the one above among them.</summary>
    public IReadOnlyList<Right> Rights { get; } = [right, .. others];

    /// <inheritdoc/>
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}
