using Microsoft.AspNetCore.Identity;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Web.Account.Limits;
using Xinzhou.Dashboard.Web.Account.SignIn;

namespace Xinzhou.Dashboard.Web.Account.Recovery;

/// <summary>
/// Signs in by name, password and a recovery code at once, also somebody whose account is locked because others tried his
/// password: the code cannot be guessed, and only with it does the answer tell anything of the password.
/// </summary>
internal sealed class RecoverySignIn(SignInManager<User> signIn, DashboardContext access, SignInLimits limits, TimeProvider time)
{
    /// <summary>Tries.</summary>
    /// <param name="name">What was typed as a name.</param>
    /// <param name="password">What was typed as a password.</param>
    /// <param name="code">What was typed as a recovery code.</param>
    /// <param name="address">Where it comes from (<see cref="ClientAddress.Of"/>).</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<SignInAnswer> TryAsync(string name, string password, string code, string address, CancellationToken cancellation)
    {
        if (limits.Recovery.Take(address) is { } early)
        {
            return SignInAnswer.TooMany(early);
        }

        await using var transaction = await access.Database.BeginTransactionAsync(cancellation);
        var users = signIn.UserManager;
        var user = await users.FindByNameAsync(PasswordSignIn.Bounded(name));
        if (user is not null)
        {
            await access.AcquireLockAsync(user, cancellation);
        }

        var isRight = await IsRightAsync(user, password, code);
        var now = time.GetUtcNow();
        if (isRight)
        {
            // Both factors are proven: his password is to work again, too.
            user!.LastSeenAt = now;
            (user.LockoutEnd, user.AccessFailedCount) = (null, 0);
            await users.UpdateAsync(user);
            await access.TellOfCredentialAsync(user.Id, "recovery-code", now, cancellation);
        }

        await access.AuditAsync(
            now, user?.UserName ?? "unknown", isRight ? "sign-in" : "sign-in.failed", user, new { by = "recovery code" }, cancellation);
        await transaction.CommitAsync(cancellation);
        if (!isRight)
        {
            return SignInOutcome.Refused;
        }

        limits.Recovery.GiveBack(address);
        await signIn.SignInAsync(user!, isPersistent: false, SignInRules.RecoveryMethod);
        return SignInAnswer.Done(user!.Role);
    }

    private async Task<bool> IsRightAsync(User? user, string password, string code)
    {
        if (user is not { PasswordHash: not null, TwoFactorEnabled: true } || !await signIn.CanSignInAsync(user))
        {
            PasswordSignIn.CompareWithNobodys(signIn.UserManager, password);
            return false;
        }

        return await signIn.UserManager.CheckPasswordAsync(user, password)
            && (await signIn.UserManager.RedeemTwoFactorRecoveryCodeAsync(user, code)).Succeeded;
    }
}
