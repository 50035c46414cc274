using Microsoft.AspNetCore.Identity;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Web.Account.Limits;
using Xinzhou.Dashboard.Web.Account.SignIn;

namespace Xinzhou.Dashboard.Web.Account.Confirmation;

/// <summary>Whether it is he, asked once more of somebody who is signed in: by his password. What is tried in vain counts as at sign-in.</summary>
public sealed class PasswordProof(SignInManager<User> signIn, DashboardContext access, SignInLimits limits, TimeProvider time)
{
    /// <param name="user">Who is signed in.</param>
    /// <param name="password">What he typed.</param>
    /// <param name="address">Where it comes from (<see cref="ClientAddress.Of"/>).</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<SignInAnswer> ProveAsync(User user, string password, string address, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(password);
        if (limits.Passwords.Take(address) is { } early)
        {
            return SignInAnswer.TooMany(early);
        }

        await using var transaction = await access.Database.BeginTransactionAsync(cancellation);
        await access.AcquireLockAsync(user, cancellation);
        var now = time.GetUtcNow();
        if (await signIn.UserManager.IsLockedOutAsync(user))
        {
            return SignInAnswer.TooMany(user.LockoutEnd is { } end && end > now ? end - now : TimeSpan.Zero);
        }

        var proved = user.PasswordHash is not null && (await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true)).Succeeded;
        if (!proved)
        {
            await access.AuditAsync(now, user.UserName!, "password.failed", user, new { by = "confirmation" }, cancellation);
        }

        await transaction.CommitAsync(cancellation);
        if (!proved)
        {
            return SignInOutcome.Refused;
        }

        limits.Passwords.GiveBack(address);
        return SignInAnswer.Done(user.Role);
    }
}
