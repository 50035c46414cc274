using Microsoft.AspNetCore.Identity;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Web.Account.Limits;

namespace Xinzhou.Dashboard.Web.Account.SignIn;

/// <summary>Signs in by name and password. Every attempt is an event of the audit log, in the transaction that counts it.</summary>
internal sealed class PasswordSignIn(SignInManager<User> signIn, DashboardContext access, SignInLimits limits, TimeProvider time)
{
    // Compared with when no password is, so that the answer takes as long whether the name exists, is locked or disabled.
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<User>().HashPassword(new(), Guid.NewGuid().ToString()));

    /// <summary>Tries.</summary>
    /// <param name="name">What was typed as a name.</param>
    /// <param name="password">What was typed as a password.</param>
    /// <param name="address">Where it comes from (<see cref="ClientAddress.Of"/>).</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<SignInAnswer> TryAsync(string name, string password, string address, CancellationToken cancellation)
    {
        // Before the database and the comparison are troubled with it.
        if (limits.Passwords.Take(address) is { } early)
        {
            return SignInAnswer.TooMany(early);
        }

        await using var transaction = await access.Database.BeginTransactionAsync(cancellation);
        var entered = Bounded(name);
        var typed = signIn.UserManager.NormalizeName(entered);
        var user = await signIn.UserManager.FindByNameAsync(entered);
        if (user is not null)
        {
            await access.AcquireLockAsync(user, cancellation);
        }

        var mayEnter = user is not null && await signIn.CanSignInAsync(user);
        var locked = mayEnter
            ? await signIn.UserManager.IsLockedOutAsync(user!) ? user!.LockoutEnd - time.GetUtcNow() : null
            : limits.Names.WaitOf(typed);
        if (user?.PasswordHash is null || !mayEnter || locked is not null)
        {
            CompareWithNobodys(signIn.UserManager, password);
        }

        var result = user is null ? SignInResult.Failed : await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        if (!mayEnter)
        {
            limits.Names.Fail(typed);
        }

        var now = time.GetUtcNow();
        if (user is not null && result.Succeeded)
        {
            user.LastSeenAt = now;
            await signIn.UserManager.UpdateAsync(user);
        }

        var (action, why) = (user, result) switch
        {
            (_, { Succeeded: true }) => ("sign-in", "password"),
            (_, { RequiresTwoFactor: true }) => ("sign-in.half", "password"),
            (null, _) => ("sign-in.failed", "unknown"),
            (_, { IsLockedOut: true }) => ("sign-in.failed", "locked"),
            (_, { IsNotAllowed: true }) => ("sign-in.failed", "not allowed"),
            _ => ("sign-in.failed", "password"),
        };
        // What was typed as a name may be a password: it is not kept.
        await access.AuditAsync(now, user?.UserName ?? "unknown", action, user, new { by = why }, cancellation);
        await transaction.CommitAsync(cancellation);
        if (result.Succeeded || result.RequiresTwoFactor)
        {
            limits.Passwords.GiveBack(address);
            return result.Succeeded ? SignInAnswer.Done(user!.Role) : SignInOutcome.SecondFactor;
        }

        return locked is { } wait ? SignInAnswer.TooMany(wait) : SignInOutcome.Refused;
    }

    /// <summary>What was typed as a name; nothing where it is longer than any name, for it is counted, and looked for in the database.</summary>
    internal static string Bounded(string name) => name.Trim() is { Length: <= AccountFaults.MaxNameLength } entered ? entered : "";

    /// <summary>Takes as long as the comparison with somebody's password.</summary>
    internal static void CompareWithNobodys(UserManager<User> users, string password) =>
        users.PasswordHasher.VerifyHashedPassword(new(), NobodysHash.Value, password);
}
