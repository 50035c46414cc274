using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Web.Account.OpenSessions;
using Xinzhou.Dashboard.Web.Settings;

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
    DashboardSettings settings,
    TimeProvider time)
    : SignInManager<User>(users, context, principals, options, logger, schemes, confirmation)
{
    /// <summary>What a sign-in by passkey calls itself.</summary>
    public const string PasskeyMethod = "passkey";

    /// <summary>What a sign-in by a recovery code calls itself.</summary>
    public const string RecoveryMethod = "recovery";

    // By what Identity says of the way in; what it says nothing of is the click of a persona.
    private const string MethodsClaim = "amr";
    private const string SeveralFactors = "mfa";
    private const string OfPassword = "pwd";

    private bool _goesOn;

    public override Task<bool> CanSignInAsync(User user) =>
        Task.FromResult(user is { DisabledAt: null, IsPersona: false });

    /// <summary>The session goes on under another number: copies of its cookie do not.</summary>
    public override async Task RefreshSignInAsync(User user)
    {
        _goesOn = true;
        try
        {
            await base.RefreshSignInAsync(user);
        }
        finally
        {
            _goesOn = false;
        }
    }

    public override async Task SignInWithClaimsAsync(User user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        ArgumentNullException.ThrowIfNull(user);
        Claim[] claims = [.. additionalClaims.Where(c => c.Type != Sessions.SessionClaim)];
        var proof = ProofOf(user, claims);
        var session = await access.BeginSessionAsync(
            new()
            {
                User = user.Id,
                Proof = proof,
                // Of somebody who has neither password nor passkey: he has nothing else to prove it by.
                IsProof = proof != SessionProof.SingleSignOn || (user.PasswordHash is null && (await UserManager.GetPasskeysAsync(user)).Count == 0),
                Address = PeerAddress.Of(Context),
                Browser = BrowserName.Of(Context.Request.Headers.UserAgent.ToString()),
                Before = Sessions.KeyOf(Context.User) is { } before && before.Session != Guid.Empty ? before.Session : null,
                GoesOn = _goesOn,
                Limits = user.IsPersona ? null : settings.Sessions,
            },
            time.GetUtcNow(), Context.RequestAborted);
        AuditOrigin.Current.Begin(session);
        await base.SignInWithClaimsAsync(user, authenticationProperties, [.. claims, new(Sessions.SessionClaim, session.ToString("N"))]);
    }

    private static SessionProof ProofOf(User user, Claim[] claims) => claims.FirstOrDefault(c => c.Type == ClaimTypes.AuthenticationMethod)?.Value switch
    {
        _ when user.IsPersona => SessionProof.Persona,
        PasskeyMethod => SessionProof.Passkey,
        RecoveryMethod => SessionProof.RecoveryCode,
        not null => SessionProof.SingleSignOn,
        null when claims.Any(c => c is { Type: MethodsClaim, Value: SeveralFactors }) => SessionProof.SecondFactor,
        null when claims.Any(c => c is { Type: MethodsClaim, Value: OfPassword }) => SessionProof.Password,
        null => throw new InvalidOperationException("Somebody is signed in, and nothing says by what."),
    };
}
