using Microsoft.AspNetCore.Identity;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Web.Account.Limits;
using Xinzhou.Dashboard.Web.Account.SignIn;

namespace Xinzhou.Dashboard.Web.Account.Passkeys;

/// <summary>Whether it is he, asked once more of somebody who is signed in, before something that binds him: by his passkey.</summary>
public sealed class PasskeyProof(SignInManager<User> signIn, DashboardContext access, SignInLimits limits, TimeProvider time)
{
    /// <param name="user">Who is signed in.</param>
    /// <param name="credential">What his device has signed; it serves once.</param>
    /// <param name="address">Where it comes from (<see cref="ClientAddress.Of"/>).</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<SignInAnswer> ProveAsync(User user, string credential, string address, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(credential);
        if (limits.Passkeys.Take(address) is { } early)
        {
            return SignInAnswer.TooMany(early);
        }

        await using var transaction = await access.Database.BeginTransactionAsync(cancellation);
        var asserted = await PasskeyEndpoints.UnderwayAsync(() => signIn.PerformPasskeyAssertionAsync(credential));
        var now = time.GetUtcNow();
        var proved = asserted is { Succeeded: true } && asserted.User!.Id == user.Id
            && await access.SpendAsync(PasskeyEndpoints.NumberOf(credential), now, cancellation);
        if (proved)
        {
            // The counter of the device has moved on.
            await signIn.UserManager.AddOrUpdatePasskeyAsync(user, asserted!.Passkey!);
            await access.MarkPasskeyUsedAsync(asserted.Passkey!.CredentialId, now, cancellation);
        }
        else
        {
            await access.AuditAsync(now, user.UserName!, "second-factor.failed", user, new { by = "passkey" }, cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return proved ? SignInAnswer.Done(user.Role) : SignInOutcome.Refused;
    }
}
