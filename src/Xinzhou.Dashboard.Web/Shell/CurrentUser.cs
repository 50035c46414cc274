using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Xinzhou.Dashboard.Domain;

namespace Xinzhou.Dashboard.Web.Shell;

/// <summary>The person who has signed in, as his session says. Whoever writes asks <c>Caller</c> instead.</summary>
/// <param name="Id">His number, which figures and events refer to.</param>
/// <param name="UserName">The name he signs in with; the actor of the audit log.</param>
/// <param name="DisplayName">The name people know him by.</param>
/// <param name="Role">What he may do.</param>
/// <param name="DepartmentCode">The department that he acts for; null if there is none.</param>
public sealed record CurrentUser(Guid Id, string UserName, string DisplayName, Role Role, string? DepartmentCode)
{
    /// <summary>The claim of the department.</summary>
    public const string DepartmentClaim = "department";

    /// <summary>Whether he holds a right.</summary>
    public bool Has(Right right) => Role.Has(right);

    /// <summary>The person of a session; null for somebody unknown, and for the bearer of a token.</summary>
    public static CurrentUser? Of(ClaimsPrincipal? principal)
    {
        if (principal?.Identity is not ClaimsIdentity { IsAuthenticated: true, AuthenticationType: var type } identity
            || type != IdentityConstants.ApplicationScheme
            || !Guid.TryParse(identity.FindFirst(ClaimTypes.NameIdentifier)?.Value, out var id)
            || !Code.TryParse<Role>(identity.FindFirst(ClaimTypes.Role)?.Value, out var role))
        {
            return null;
        }

        return new(
            id,
            identity.Name ?? "",
            identity.FindFirst(ClaimTypes.GivenName)?.Value ?? "",
            role,
            identity.FindFirst(DepartmentClaim)?.Value);
    }
}
