using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Xinzhou.Dashboard.Data.Access;

namespace Xinzhou.Dashboard.Web.Account;

/// <summary>Makes the identity that a session carries: <see cref="CurrentUser"/>, and the stamp that ends it.</summary>
internal sealed class UserPrincipals : IUserClaimsPrincipalFactory<User>
{
    public Task<ClaimsPrincipal> CreateAsync(User user) => Task.FromResult(new ClaimsPrincipal(new ClaimsIdentity(
        [.. CurrentUser.ClaimsOf(user), new(Sessions.StampClaim, user.SecurityStamp!)], IdentityConstants.ApplicationScheme)));
}
