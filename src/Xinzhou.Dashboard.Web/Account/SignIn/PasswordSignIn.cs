using Microsoft.AspNetCore.Identity;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;

namespace Xinzhou.Dashboard.Web.Account.SignIn;

/// <summary>Signs in by name and password. Every attempt is an event of the audit log, in the transaction that counts it.</summary>
internal sealed class PasswordSignIn(SignInManager<User> signIn, DashboardContext access, TimeProvider time)
{
    // Compared with when no password is, so that the answer takes as long whether the name exists, is locked or disabled.
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<User>().HashPassword(new(), Guid.NewGuid().ToString()));

    public async Task<SignInOutcome> TryAsync(string name, string password, CancellationToken cancellation)
    {
        await using var transaction = await access.Database.BeginTransactionAsync(cancellation);
        var user = await signIn.UserManager.FindByNameAsync(name.Trim());
        if (user is not null)
        {
            await access.AcquireLockAsync(user, cancellation);
        }

        if (user?.PasswordHash is null || !await signIn.CanSignInAsync(user) || await signIn.UserManager.IsLockedOutAsync(user))
        {
            signIn.UserManager.PasswordHasher.VerifyHashedPassword(new(), NobodysHash.Value, password);
        }

        var result = user is null ? SignInResult.Failed : await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
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
        return result.Succeeded ? SignInOutcome.Done : result.RequiresTwoFactor ? SignInOutcome.SecondFactor : SignInOutcome.Refused;
    }
}
