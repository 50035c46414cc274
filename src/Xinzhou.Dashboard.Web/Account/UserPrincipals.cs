using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Domain;

namespace Xinzhou.Dashboard.Web.Account;

/// <summary>Makes the identity that a session carries: <see cref="CurrentUser"/>, and the stamp that ends it.</summary>
internal sealed class UserPrincipals : IUserClaimsPrincipalFactory<User>
{
    public Task<ClaimsPrincipal> CreateAsync(User user) => Task.FromResult(new ClaimsPrincipal(new ClaimsIdentity(
        [.. ClaimsOf(user), new(Sessions.StampClaim, user.SecurityStamp!)], IdentityConstants.ApplicationScheme)));

    /// <summary>What <see cref="CurrentUser.Of"/> reads.</summary>
    private static IEnumerable<Claim> ClaimsOf(User user)
    {
        yield return new(ClaimTypes.NameIdentifier, user.Id.ToString());
        yield return new(ClaimTypes.Name, user.UserName!);
        yield return new(ClaimTypes.GivenName, user.DisplayName);
        yield return new(ClaimTypes.Role, Code.Of(user.Role));
        if (user.DepartmentCode is { } department)
        {
            yield return new(CurrentUser.DepartmentClaim, department);
        }
    }
}
