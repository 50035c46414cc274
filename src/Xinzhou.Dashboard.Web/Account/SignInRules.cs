using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;

namespace Xinzhou.Dashboard.Web.Account;

/// <summary>
/// Who may sign in at all, by whatever proof: nobody who is disabled, and no persona. Every sign-in begins a session with a
/// number of its own and ends the one that the browser had before.
/// </summary>
internal sealed class SignInRules(
    UserManager<User> users,
    IHttpContextAccessor context,
    IUserClaimsPrincipalFactory<User> principals,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<User>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<User> confirmation,
    DashboardContext access,
    TimeProvider time)
    : SignInManager<User>(users, context, principals, options, logger, schemes, confirmation)
{
    public override Task<bool> CanSignInAsync(User user) =>
        Task.FromResult(user is { DisabledAt: null, IsPersona: false });

    public override async Task SignInWithClaimsAsync(User user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        if (Sessions.KeyOf(Context.User) is { } before && before.Session != Guid.Empty)
        {
            await access.SpendAsync(before.Session, time.GetUtcNow(), Context.RequestAborted);
        }

        var session = Guid.NewGuid();
        AuditOrigin.Current.Begin(session);
        await base.SignInWithClaimsAsync(
            user, authenticationProperties,
            [.. additionalClaims.Where(c => c.Type != Sessions.SessionClaim), new(Sessions.SessionClaim, session.ToString("N"))]);
    }
}
