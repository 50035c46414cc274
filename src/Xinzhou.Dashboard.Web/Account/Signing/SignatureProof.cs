using Microsoft.AspNetCore.Identity;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Domain.Progress.Pledges;
using Xinzhou.Dashboard.Web.Account.Limits;
using Xinzhou.Dashboard.Web.Account.Passkeys;
using Xinzhou.Dashboard.Web.Account.SecondFactor;
using Xinzhou.Dashboard.Web.Account.SignIn;

namespace Xinzhou.Dashboard.Web.Account.Signing;

/// <summary>Asks somebody who is signed in to prove, at the moment of signing, that it is he: by a code or a passkey.</summary>
/// <param name="signIn">Gives users.</param>
/// <param name="factors">Checks codes.</param>
/// <param name="passkeys">Checks passkeys.</param>
/// <param name="text">The words of <see cref="SignaturePanel"/>.</param>
public sealed class SignatureProof(
    SignInManager<User> signIn, SecondFactors factors, PasskeyProof passkeys, IStringLocalizer<SignaturePanel> text)
{
    /// <summary>By what somebody can prove that it is he.</summary>
    public async Task<SignatureMeans> MeansOfAsync(CurrentUser caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var user = await signIn.UserManager.FindByIdAsync(caller.Id.ToString());
        return user is null ? SignatureMeans.None
            : new(user, user.TwoFactorEnabled, !user.IsPersona && (await signIn.UserManager.GetPasskeysAsync(user)).Count > 0);
    }

    /// <summary>Why it is not proved that it is he, in words; null where it is. A code that served is used up then.</summary>
    /// <param name="user">Who is signed in; no persona.</param>
    /// <param name="factor">By what.</param>
    /// <param name="form">What he sent.</param>
    /// <param name="http">His request.</param>
    public async Task<string?> RefusalAsync(User user, SignatureFactor factor, SignatureForm? form, HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var address = ClientAddress.Of(http);
        var answer = factor == SignatureFactor.Code
            ? await factors.ProveAsync(user, (form?.Code ?? "").Replace(" ", "", StringComparison.Ordinal).Trim(), address, http.RequestAborted)
            : await passkeys.ProveAsync(user, form?.Credential ?? "", address, http.RequestAborted);
        if (answer.Outcome == SignInOutcome.TooMany)
        {
            SignInLimits.Refuse(http, answer.Wait);
            return text["TooMany", SignInLimits.Minutes(answer.Wait)];
        }

        return answer.Outcome == SignInOutcome.Done ? null : text[$"Refused{factor}"].Value;
    }
}
