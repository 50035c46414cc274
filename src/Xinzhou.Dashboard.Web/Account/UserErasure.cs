using Microsoft.AspNetCore.Identity;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Conduct;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Web.Account;

/// <summary>
/// Erases what is kept of somebody who has left: his name, his address, everything that he signed in with. The row stays, for
/// figures and signatures refer to it, and so does the name he signed in with: the log is chained over it, and nobody else must
/// ever bear it.
/// </summary>
/// <param name="users">Users and their proofs.</param>
/// <param name="access">The context that they are kept in.</param>
/// <param name="snapshots">Knows who is named to answer for something.</param>
/// <param name="days">Which days are worked.</param>
/// <param name="time">The clock.</param>
public sealed class UserErasure(UserManager<User> users, DashboardContext access, SnapshotStore snapshots, WorkingDays days, TimeProvider time)
{
    /// <summary>What he is called from then on, in whatever language it is read.</summary>
    public const string Erased = "（已清除）";

    /// <summary>Whether somebody's data were erased.</summary>
    internal static bool IsErased(User user) => user is { DisplayName: Erased, Email: null };

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
        if (IsNamed(user, change.Now)) return AccountFault.StillNamed;
        // There is no way back: everybody who was told that he was disabled has the day to object in. Personas wait for nothing.
        if (user.DisabledAt > change.Now - FourEyes.Wait && await users.FindByNameAsync(actor) is not { IsPersona: true }) return AccountFault.DisabledLately;

        // Else a request about him would write back what is erased.
        foreach (var request in await change.ForgetRequestsAsync(user, Erased, cancellation))
        {
            change.Audit("user.request.void", AccountLog.SubjectOf(user), new { request = request.Id, fault = AccountFault.Erased });
            await change.TellOfRequestAsync(request, AccountRequestState.Void, null, cancellation);
        }

        await access.ForgetAsync(id, cancellation);
        (user.DisplayName, user.Email, user.EmailConfirmed) = (Erased, null, false);
        (user.PasswordHash, user.TwoFactorEnabled, user.LastSeenAt) = (null, false, null);
        if (AccountFaults.Of(await users.UpdateSecurityStampAsync(user)) is { } refused) return refused;
        change.Audit("user.erase", AccountLog.SubjectOf(user), new { });
        await change.CommitAsync(cancellation);
        return null;
    }

    // What he is named for would look like that of somebody who never had an account: that nobody answers for it would not be seen any more.
    private bool IsNamed(User user, DateTimeOffset now)
    {
        var (known, asOf) = (snapshots.Current, new AsOf(now));
        return OwnershipReport.Of(
                known.PlanAt(asOf), known.LightsAt(asOf), known.Notices.At(asOf, days), [new(user.DisplayName, user.DepartmentCode, IsDisabled: true)])
            .Missing.Any(m => m.Person?.Trim() == user.DisplayName);
    }
}
