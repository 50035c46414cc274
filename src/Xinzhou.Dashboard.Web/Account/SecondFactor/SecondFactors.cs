using Microsoft.AspNetCore.Identity;
using Xinzhou.Dashboard.Data.Access;

namespace Xinzhou.Dashboard.Web.Account.SecondFactor;

/// <summary>The second factor: a code that a phone computes from a shared key and the time (TOTP, RFC 6238).</summary>
public sealed class SecondFactors(SignInManager<User> signIn, AccessContext access, TimeProvider time)
{
    private const int RecoveryCodes = 10;
    private const int CodeLength = 6;

    // Where the last accepted code is kept: one that was watched must not work a second time.
    private const string Provider = "xzd";
    private const string LastCode = "last-code";

    private UserManager<User> Users => signIn.UserManager;

    /// <summary>Makes a new key, not yet asked for at sign-in.</summary>
    public async Task<string> BeginAsync(User user)
    {
        await Users.ResetAuthenticatorKeyAsync(user);
        await signIn.RefreshSignInAsync(user);
        return (await Users.GetAuthenticatorKeyAsync(user))!;
    }

    /// <summary>The key that was begun with; null when there is none.</summary>
    public Task<string?> KeyAsync(User user) => Users.GetAuthenticatorKeyAsync(user);

    /// <summary>From now on a code is asked for, if the phone computes the right one.</summary>
    /// <returns>The recovery codes, which cannot be had again; null when the code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> ConfirmAsync(User user, string code, CancellationToken cancellation)
    {
        await using var transaction = await access.Database.BeginTransactionAsync(cancellation);
        if (!await Users.VerifyTwoFactorTokenAsync(user, Users.Options.Tokens.AuthenticatorTokenProvider, code))
        {
            return null;
        }

        await Users.SetTwoFactorEnabledAsync(user, true);
        var recovery = await Users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes);
        await access.AuditAsync(time.GetUtcNow(), user.UserName!, "second-factor.on", user, new { }, cancellation);
        await transaction.CommitAsync(cancellation);
        await signIn.RefreshSignInAsync(user);
        return [.. recovery!];
    }

    /// <summary>From now on the password is enough; the password is asked for.</summary>
    public async Task<AccountFault?> EndAsync(User user, string password, CancellationToken cancellation)
    {
        if ((await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true)).Succeeded is false)
        {
            return AccountFault.PasswordWrong;
        }

        await using var transaction = await access.Database.BeginTransactionAsync(cancellation);
        await Users.SetTwoFactorEnabledAsync(user, false);
        await Users.ResetAuthenticatorKeyAsync(user);
        await access.AuditAsync(time.GetUtcNow(), user.UserName!, "second-factor.off", user, new { }, cancellation);
        await transaction.CommitAsync(cancellation);
        await signIn.RefreshSignInAsync(user);
        return null;
    }

    /// <summary>Completes a sign-in whose password was right.</summary>
    /// <returns>Whether he is signed in.</returns>
    public async Task<bool> SignInAsync(string code, CancellationToken cancellation)
    {
        await using var transaction = await access.Database.BeginTransactionAsync(cancellation);
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } user)
        {
            return false;
        }

        var isRecovery = code.Length != CodeLength;
        var result = isRecovery
            ? await signIn.TwoFactorRecoveryCodeSignInAsync(code)
            : code == await Users.GetAuthenticationTokenAsync(user, Provider, LastCode)
                ? SignInResult.Failed
                : await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false);
        var now = time.GetUtcNow();
        if (result.Succeeded)
        {
            if (!isRecovery)
            {
                await Users.SetAuthenticationTokenAsync(user, Provider, LastCode, code);
            }

            user.LastSeenAt = now;
            await Users.UpdateAsync(user);
        }

        await access.AuditAsync(
            now, user.UserName!, result.Succeeded ? "sign-in" : "sign-in.failed", user, new { by = isRecovery ? "recovery code" : "second factor" }, cancellation);
        await transaction.CommitAsync(cancellation);
        return result.Succeeded;
    }
}
