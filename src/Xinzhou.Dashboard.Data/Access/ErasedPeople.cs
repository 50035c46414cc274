using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;

namespace Xinzhou.Dashboard.Data.Access;

/// <summary>What is forgotten of somebody whose personal data are erased, beside what stands in his own row.</summary>
public static class ErasedPeople
{
    /// <summary>Removes the proofs that Identity keeps in tables of their own, his earlier passwords, where he was signed in, and when he looked at his desk.</summary>
    /// <param name="context">The context, in a transaction.</param>
    /// <param name="user">Who.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task ForgetAsync(this DashboardContext context, Guid user, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        await context.UserTokens.Where(t => t.UserId == user).ExecuteDeleteAsync(cancellation);
        await context.UserLogins.Where(l => l.UserId == user).ExecuteDeleteAsync(cancellation);
        await context.UserPasskeys.Where(p => p.UserId == user).ExecuteDeleteAsync(cancellation);
        await context.PasswordHistory.Where(p => p.UserId == user).ExecuteDeleteAsync(cancellation);
        await context.Sessions.Where(s => s.UserId == user).ExecuteDeleteAsync(cancellation);
        await context.DeskVisits.Where(v => v.UserId == user).ExecuteDeleteAsync(cancellation);
    }
}
