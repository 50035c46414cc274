using Microsoft.AspNetCore.Identity;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;

namespace Xinzhou.Dashboard.Web.Account;

/// <summary>
/// Erases what is kept of somebody who has left: his name, his address, everything that he signed in with. The row stays, for
/// figures and signatures refer to it, and so does the name he signed in with: the log is chained over it, and nobody else must
/// ever bear it.
/// </summary>
/// <param name="users">Users and their proofs.</param>
/// <param name="access">The context that they are kept in.</param>
/// <param name="time">The clock.</param>
public sealed class UserErasure(UserManager<User> users, DashboardContext access, TimeProvider time)
{
    /// <summary>What he is called from then on, in whatever language it is read.</summary>
    public const string Erased = "（已清除）";

    /// <summary>Erases; there is no way back.</summary>
    /// <param name="actor">Who erases.</param>
    /// <param name="id">Whose data.</param>
    /// <param name="cancellation">Cancels; nothing is then erased.</param>
    /// <returns>Why nothing was erased; null if it was.</returns>
    public async Task<AccountFault?> EraseAsync(string actor, Guid id, CancellationToken cancellation)
    {
        await using var change = await Change.BeginAsync(access, actor, time, ChangeLock.Users, cancellation);
        if (await users.FindByIdAsync(id.ToString()) is not { } user) return AccountFault.UnknownUser;
        if (user.IsPersona) return AccountFault.Persona;
        if (string.Equals(user.UserName, actor, StringComparison.OrdinalIgnoreCase)) return AccountFault.Oneself;
        if (user.DisabledAt is null) return AccountFault.NotDisabled;

        await access.ForgetAsync(id, cancellation);
        (user.DisplayName, user.Email, user.EmailConfirmed) = (Erased, null, false);
        (user.PasswordHash, user.TwoFactorEnabled, user.LastSeenAt) = (null, false, null);
        if (AccountFaults.Of(await users.UpdateSecurityStampAsync(user)) is { } refused) return refused;
        change.Audit("user.erase", AccountLog.SubjectOf(user), new { });
        await change.CommitAsync(cancellation);
        return null;
    }
}
