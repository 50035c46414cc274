using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Xinzhou.Dashboard.Data.Model.Access;

namespace Xinzhou.Dashboard.Web.Account;

/// <summary>Who may sign in at all, by whatever proof: nobody who is disabled, and no persona.</summary>
internal sealed class SignInRules(
    UserManager<User> users,
    IHttpContextAccessor context,
    IUserClaimsPrincipalFactory<User> principals,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<User>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<User> confirmation)
    : SignInManager<User>(users, context, principals, options, logger, schemes, confirmation)
{
    public override Task<bool> CanSignInAsync(User user) =>
        Task.FromResult(user is { DisabledAt: null, IsPersona: false });
}
