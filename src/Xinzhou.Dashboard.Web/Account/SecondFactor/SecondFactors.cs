using Microsoft.AspNetCore.Identity;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Web.Account.Limits;
using Xinzhou.Dashboard.Web.Account.SignIn;

namespace Xinzhou.Dashboard.Web.Account.SecondFactor;

/// <summary>The second factor: a code that a phone computes from a shared key and the time (TOTP, RFC 6238).</summary>
public sealed class SecondFactors(
    SignInManager<User> signIn, IUserStore<User> store, DashboardContext access, SignInLimits limits, TimeProvider time)
{
    private const int RecoveryCodes = 10;
    private const int CodeLength = 6;

    // Where the codes accepted of late are kept: one that was watched must not work a second time, also when another was used
    // since. Identity accepts a code for two and a half minutes at most.
    private const string Provider = "xzd";
    private const string UsedCodes = "used-codes";
    private const string BegunAt = "begun-at";
    private static readonly TimeSpan Accepted = TimeSpan.FromMinutes(5);

    // How long a key that was begun with is shown again when its owner comes back to the page.
    private static readonly TimeSpan Shown = TimeSpan.FromMinutes(15);

    private UserManager<User> Users => signIn.UserManager;

    /// <summary>Whether a text is a code of the second factor: six ASCII digits, and nothing else.</summary>
    public static bool IsCode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == CodeLength && text.All(char.IsAsciiDigit);
    }

    /// <summary>Makes a key, not yet asked for at sign-in; one that was just begun with is gone on with.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="anew">Another key, whatever was begun with.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<string> BeginAsync(User user, bool anew, CancellationToken cancellation)
    {
        await using var transaction = await access.Database.BeginTransactionAsync(cancellation);
        await access.AcquireLockAsync(user, cancellation);
        await ReloadTokensAsync(cancellation);
        // Asked for twice at once (a double click, a second page): both show the one key that will be asked for.
        if (!anew && await BegunKeyAsync(user) is { } begun)
        {
            return begun;
        }

        // By the store and not by the manager, which would end every session of his, that of this page too: nothing about
        // how he signs in has changed before a code confirms the key.
        var key = Users.GenerateNewAuthenticatorKey();
        await ((IUserAuthenticatorKeyStore<User>)store).SetAuthenticatorKeyAsync(user, key, cancellation);
        await Users.SetAuthenticationTokenAsync(
            user, Provider, BegunAt, time.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
        await transaction.CommitAsync(cancellation);
        return key;
    }

    /// <summary>The key that was begun with; null if there is none.</summary>
    public Task<string?> KeyAsync(User user) => Users.GetAuthenticatorKeyAsync(user);

    /// <summary>The key that was begun with a short while ago and is not confirmed yet; null if there is none.</summary>
    public async Task<string?> BegunKeyAsync(User user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return !user.TwoFactorEnabled
            && long.TryParse(
                await Users.GetAuthenticationTokenAsync(user, Provider, BegunAt), System.Globalization.CultureInfo.InvariantCulture, out var begun)
            && begun > (time.GetUtcNow() - Shown).ToUnixTimeSeconds()
                ? await KeyAsync(user)
                : null;
    }

    /// <summary>From now on a code is asked for, if the phone computes the right one.</summary>
    /// <returns>The recovery codes, which cannot be had again; null when the code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> ConfirmAsync(User user, string code, CancellationToken cancellation)
    {
        await using var transaction = await access.Database.BeginTransactionAsync(cancellation);
        await access.AcquireLockAsync(user, cancellation);
        if (user.TwoFactorEnabled || !IsCode(code))
        {
            return null;
        }

        var (now, used) = (time.GetUtcNow(), await UsedAsync(user, time.GetUtcNow()));
        if (used.Any(u => u.Code == code)
            || !await Users.VerifyTwoFactorTokenAsync(user, Users.Options.Tokens.AuthenticatorTokenProvider, code))
        {
            return null;
        }

        // Whoever watched it being typed must not sign in with it.
        await UseAsync(user, used, code, now);
        await Users.RemoveAuthenticationTokenAsync(user, Provider, BegunAt);
        await Users.SetTwoFactorEnabledAsync(user, true);
        var recovery = await Users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes);
        await access.AuditAsync(time.GetUtcNow(), user.UserName!, "second-factor.on", user, new { }, cancellation);
        await access.TellOfCredentialAsync(user.Id, "second-factor.on", time.GetUtcNow(), cancellation);
        await transaction.CommitAsync(cancellation);
        await signIn.RefreshSignInAsync(user);
        return [.. recovery!];
    }

    /// <summary>From now on the password is enough. Whoever asks for it has proved a short while ago that it is he.</summary>
    public async Task EndAsync(User user, CancellationToken cancellation)
    {
        await using var transaction = await access.Database.BeginTransactionAsync(cancellation);
        await access.AcquireLockAsync(user, cancellation);
        await Users.SetTwoFactorEnabledAsync(user, false);
        await Users.ResetAuthenticatorKeyAsync(user);
        await access.AuditAsync(time.GetUtcNow(), user.UserName!, "second-factor.off", user, new { }, cancellation);
        await access.TellOfCredentialAsync(user.Id, "second-factor.off", time.GetUtcNow(), cancellation);
        await transaction.CommitAsync(cancellation);
        await signIn.RefreshSignInAsync(user);
    }

    /// <summary>Completes a sign-in whose password was right.</summary>
    /// <param name="code">A code, or a recovery code, which also serves somebody who is locked.</param>
    /// <param name="address">Where it comes from (<see cref="ClientAddress.Of"/>).</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<SignInAnswer> SignInAsync(string code, string address, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(code);
        var isRecovery = !IsCode(code);
        var limit = isRecovery ? limits.Recovery : limits.Passwords;
        if (limit.Take(address) is { } early)
        {
            return SignInAnswer.TooMany(early);
        }

        await using var transaction = await access.Database.BeginTransactionAsync(cancellation);
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } user)
        {
            return SignInOutcome.Refused;
        }

        await access.AcquireLockAsync(user, cancellation);
        var now = time.GetUtcNow();
        var locked = !isRecovery && await Users.IsLockedOutAsync(user) ? user.LockoutEnd - now : null;
        var used = isRecovery ? [] : await UsedAsync(user, now);
        var result = !await signIn.CanSignInAsync(user)
            ? SignInResult.NotAllowed
            : isRecovery
            ? await signIn.TwoFactorRecoveryCodeSignInAsync(code)
            : used.Any(u => u.Code == code)
                ? SignInResult.Failed
                : await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false);
        if (result.Succeeded)
        {
            if (isRecovery)
            {
                await access.TellOfCredentialAsync(user.Id, "recovery-code", now, cancellation);
            }
            else
            {
                await UseAsync(user, used, code, now);
            }

            user.LastSeenAt = now;
            await Users.UpdateAsync(user);
        }

        await access.AuditAsync(
            now, user.UserName!, result.Succeeded ? "sign-in" : "sign-in.failed", user, new { by = isRecovery ? "recovery code" : "second factor" }, cancellation);
        await transaction.CommitAsync(cancellation);
        if (!result.Succeeded)
        {
            return locked is { } wait ? SignInAnswer.TooMany(wait) : SignInOutcome.Refused;
        }

        limit.GiveBack(address);
        return SignInAnswer.Done(user.Role);
    }

    /// <summary>
    /// Whether it is he, asked once more of somebody who is signed in, before something that binds him: by a code that served nobody before.
    /// What is tried in vain counts as it does at sign-in.
    /// </summary>
    /// <param name="user">Who is signed in.</param>
    /// <param name="code">The code.</param>
    /// <param name="address">Where it comes from (<see cref="ClientAddress.Of"/>).</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<SignInAnswer> ProveAsync(User user, string code, string address, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(code);
        if (limits.Passwords.Take(address) is { } early)
        {
            return SignInAnswer.TooMany(early);
        }

        await using var transaction = await access.Database.BeginTransactionAsync(cancellation);
        await access.AcquireLockAsync(user, cancellation);
        await ReloadTokensAsync(cancellation);
        var now = time.GetUtcNow();
        if (await Users.IsLockedOutAsync(user))
        {
            return SignInAnswer.TooMany(user.LockoutEnd is { } end && end > now ? end - now : TimeSpan.Zero);
        }

        var used = await UsedAsync(user, now);
        var proved = user.TwoFactorEnabled && IsCode(code) && used.All(u => u.Code != code)
            && await Users.VerifyTwoFactorTokenAsync(user, Users.Options.Tokens.AuthenticatorTokenProvider, code);
        if (proved)
        {
            await UseAsync(user, used, code, now);
            await Users.ResetAccessFailedCountAsync(user);
        }
        else
        {
            await Users.AccessFailedAsync(user);
            await access.AuditAsync(now, user.UserName!, "second-factor.failed", user, new { }, cancellation);
        }

        await transaction.CommitAsync(cancellation);
        if (!proved)
        {
            return SignInOutcome.Refused;
        }

        limits.Passwords.GiveBack(address);
        return SignInAnswer.Done(user.Role);
    }

    /// <summary>What was read of a user before he was locked may be what another request has replaced since.</summary>
    private async Task ReloadTokensAsync(CancellationToken cancellation)
    {
        foreach (var token in access.ChangeTracker.Entries<IdentityUserToken<Guid>>().ToArray())
        {
            await token.ReloadAsync(cancellation);
        }
    }

    private Task<IdentityResult> UseAsync(User user, IEnumerable<(string Code, long At)> used, string code, DateTimeOffset now) =>
        Users.SetAuthenticationTokenAsync(
            user, Provider, UsedCodes, string.Join(' ', used.Append((code, now.ToUnixTimeSeconds())).Select(u => $"{u.Item1}@{u.Item2}")));

    /// <summary>The codes that were accepted of late, and when.</summary>
    private async Task<(string Code, long At)[]> UsedAsync(User user, DateTimeOffset now) =>
    [
        .. (await Users.GetAuthenticationTokenAsync(user, Provider, UsedCodes) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(u => (Code: u[..CodeLength], At: long.Parse(u.AsSpan(CodeLength + 1), System.Globalization.CultureInfo.InvariantCulture)))
            .Where(u => u.At > (now - Accepted).ToUnixTimeSeconds()),
    ];
}
