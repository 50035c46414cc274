using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Text;
using Xinzhou.Dashboard.Web.Account.Invitation;

namespace Xinzhou.Dashboard.Web.Account;

/// <summary>
/// Enters users and changes their rights; each change with its event of the audit log in one transaction. A change of
/// role or department, and disabling, end the user's sessions everywhere. What is done here holds at once: for the command line, and
/// for what <see cref="Requests.AccountRequests"/> lets through.
/// </summary>
public sealed class UserAccounts(UserManager<User> users, DashboardContext access, PasswordMemory memory, TimeProvider time)
{
    /// <summary>No mail server takes a longer address (RFC 5321).</summary>
    private const int MaxEmailLength = 254;

    /// <summary>Enters a user, who chooses his password by the link.</summary>
    /// <returns>The path of his one-time link, or why not.</returns>
    public async Task<(string? Link, AccountFault? Fault)> CreateAsync(
        string actor, string userName, UserDraft draft, CancellationToken cancellation)
    {
        await using var change = await BeginAsync(actor, cancellation);
        var (user, fault) = await CreateAsync(change, userName, draft, cancellation);
        if (user is null)
        {
            return (null, fault);
        }

        await change.CommitAsync(cancellation);
        return (await LinkAsync(user), null);
    }

    /// <summary>Changes name, role, department or e-mail.</summary>
    /// <param name="actor">Who does it.</param>
    /// <param name="id">The user.</param>
    /// <param name="draft">What is to hold.</param>
    /// <param name="seen">What held when the administrator looked: refused if somebody changed it since. Null: whatever held.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<AccountFault?> ChangeAsync(
        string actor, Guid id, UserDraft draft, UserDraft? seen, CancellationToken cancellation)
    {
        await using var change = await BeginAsync(actor, cancellation);
        return await CommittedAsync(change, await ChangeAsync(change, id, draft, seen, cancellation), cancellation);
    }

    /// <summary>Disables a user, or enables him again, which also ends a lockout. The security administrators are told.</summary>
    public async Task<AccountFault?> SetDisabledAsync(string actor, Guid id, bool disabled, CancellationToken cancellation)
    {
        await using var change = await BeginAsync(actor, cancellation);
        var (user, fault) = await SetDisabledAsync(change, id, disabled, cancellation);
        if (user is null)
        {
            return fault;
        }

        await TellOfStandingAsync(change, user, cancellation);
        await change.CommitAsync(cancellation);
        return null;
    }

    /// <summary>Ends the lock that failures have put on somebody; whether he is disabled stays as it is.</summary>
    public async Task<AccountFault?> UnlockAsync(string actor, Guid id, CancellationToken cancellation)
    {
        await using var change = await BeginAsync(actor, cancellation);
        if (await FindAsync(id) is not { } user)
        {
            return AccountFault.UnknownUser;
        }

        (user.LockoutEnd, user.AccessFailedCount) = (null, 0);
        if (AccountFaults.Of(await users.UpdateAsync(user)) is { } refused)
        {
            return refused;
        }

        change.Audit("user.unlock", AccountLog.SubjectOf(user), new { });
        await change.CommitAsync(cancellation);
        return null;
    }

    /// <summary>Ends all sessions of somebody, wherever he is signed in; he signs in anew.</summary>
    public async Task<AccountFault?> EndSessionsAsync(string actor, Guid id, CancellationToken cancellation)
    {
        await using var change = await BeginAsync(actor, cancellation);
        if (await FindAsync(id) is not { } user)
        {
            return AccountFault.UnknownUser;
        }

        var ended = await access.EndSessionsAsync(id, except: null, change.Now, cancellation);
        change.Audit("user.end-sessions", AccountLog.SubjectOf(user), new { sessions = ended });
        await change.CommitAsync(cancellation);
        return null;
    }

    /// <summary>Takes second factor and passkeys away from somebody who lost them; ends his sessions.</summary>
    public async Task<AccountFault?> ResetSecondFactorAsync(string actor, Guid id, CancellationToken cancellation)
    {
        await using var change = await BeginAsync(actor, cancellation);
        return await CommittedAsync(change, await ResetSecondFactorAsync(change, id, cancellation), cancellation);
    }

    /// <summary>A new one-time link to choose a password; the password, links given before, and sessions end.</summary>
    public async Task<(string? Link, AccountFault? Fault)> InviteAsync(string actor, Guid id, CancellationToken cancellation)
    {
        await using var change = await BeginAsync(actor, cancellation);
        var (user, fault) = await InviteAsync(change, id, cancellation);
        if (user is null)
        {
            return (null, fault);
        }

        await change.CommitAsync(cancellation);
        return (await LinkAsync(user), null);
    }

    /// <summary>Within a change under <see cref="ChangeLock.Users"/>: enters a user.</summary>
    internal async Task<(User? User, AccountFault? Fault)> CreateAsync(Change change, string userName, UserDraft draft, CancellationToken cancellation)
    {
        if (AccountFaults.IsReserved(userName))
        {
            return (null, AccountFault.UserNameReserved);
        }

        var user = new User { Id = Guid.CreateVersion7(change.Now), UserName = userName.Trim(), CreatedAt = change.Now };
        if (await FaultAsync(user, draft, cancellation) is { } fault)
        {
            return (null, fault);
        }

        Apply(user, draft);
        if (AccountFaults.Of(await users.CreateAsync(user)) is { } refused)
        {
            return (null, refused);
        }

        change.Audit("user.create", AccountLog.SubjectOf(user), Facts(user));
        return (user, null);
    }

    /// <summary>Within a change: <see cref="ChangeAsync(string, Guid, UserDraft, UserDraft?, CancellationToken)"/>.</summary>
    internal async Task<(User? User, AccountFault? Fault)> ChangeAsync(
        Change change, Guid id, UserDraft draft, UserDraft? seen, CancellationToken cancellation)
    {
        if (await FindAsync(id) is not { } user)
        {
            return (null, AccountFault.UnknownUser);
        }

        if (user.IsPersona)
        {
            return (null, AccountFault.Persona);
        }

        if (UserErasure.IsErased(user))
        {
            return (null, AccountFault.Erased);
        }

        if (seen is not null && seen != new UserDraft(user.DisplayName, user.Role, user.DepartmentCode, user.Email))
        {
            return (null, AccountFault.ChangedMeanwhile);
        }

        if (await FaultAsync(user, draft, cancellation) is { } fault)
        {
            return (null, fault);
        }

        // The plan and what is signed know people by their names: nobody takes another by himself.
        if ((user.Role != draft.Role || user.DisplayName != draft.DisplayName.Trim()) && IsOneself(change.Actor, user))
        {
            return (null, AccountFault.Oneself);
        }

        if (user.Role != draft.Role)
        {
            if (await IsLastSecurityAsync(user, cancellation))
            {
                return (null, AccountFault.LastSecurity);
            }
        }

        var before = Facts(user);
        Apply(user, draft);
        // Updates too.
        if (AccountFaults.Of(await users.UpdateSecurityStampAsync(user)) is { } refused)
        {
            return (null, refused);
        }

        change.Audit("user.change", AccountLog.SubjectOf(user), new { before, after = Facts(user) });
        return (user, null);
    }

    /// <summary>Within a change: disables a user, or enables him again. Who is to know of it is told apart.</summary>
    internal async Task<(User? User, AccountFault? Fault)> SetDisabledAsync(Change change, Guid id, bool disabled, CancellationToken cancellation)
    {
        if (await FindAsync(id) is not { } user)
        {
            return (null, AccountFault.UnknownUser);
        }

        if (disabled && IsOneself(change.Actor, user))
        {
            return (null, AccountFault.Oneself);
        }

        if (disabled && await IsLastSecurityAsync(user, cancellation))
        {
            return (null, AccountFault.LastSecurity);
        }

        user.DisabledAt = disabled ? user.DisabledAt ?? change.Now : null;
        if (!disabled)
        {
            (user.LockoutEnd, user.AccessFailedCount) = (null, 0);
        }

        if (AccountFaults.Of(await users.UpdateSecurityStampAsync(user)) is { } refused)
        {
            return (null, refused);
        }

        change.Audit(disabled ? "user.disable" : "user.enable", AccountLog.SubjectOf(user), new { });
        return (user, null);
    }

    /// <summary>Within a change: tells whom it concerns that somebody was disabled or enabled.</summary>
    internal async Task TellOfStandingAsync(Change change, User user, CancellationToken cancellation)
    {
        var by = await users.FindByNameAsync(change.Actor);
        await change.TellOfStandingAsync(user, user.DisabledAt is null ? "enable" : "disable", by is null ? null : new(by.Id, by.DisplayName), cancellation);
    }

    /// <summary>Within a change: <see cref="ResetSecondFactorAsync(string, Guid, CancellationToken)"/>.</summary>
    internal async Task<(User? User, AccountFault? Fault)> ResetSecondFactorAsync(Change change, Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id) is not { } user)
        {
            return (null, AccountFault.UnknownUser);
        }

        if (IsOneself(change.Actor, user))
        {
            return (null, AccountFault.Oneself);
        }

        foreach (var passkey in await users.GetPasskeysAsync(user))
        {
            await users.RemovePasskeyAsync(user, passkey.CredentialId);
        }

        await users.ResetAuthenticatorKeyAsync(user);
        if (AccountFaults.Of(await users.SetTwoFactorEnabledAsync(user, false)) is { } refused)
        {
            return (null, refused);
        }

        change.Audit("user.second-factor.reset", AccountLog.SubjectOf(user), new { });
        await access.TellOfCredentialAsync(id, "second-factor.reset", change.Now, cancellation);
        return (user, null);
    }

    /// <summary>Within a change: ends the password of a user, so that he chooses another one by <see cref="LinkAsync"/>.</summary>
    internal async Task<(User? User, AccountFault? Fault)> InviteAsync(Change change, Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id) is not { } user)
        {
            return (null, AccountFault.UnknownUser);
        }

        if (user.IsPersona)
        {
            return (null, AccountFault.Persona);
        }

        if (UserErasure.IsErased(user))
        {
            return (null, AccountFault.Erased);
        }

        await memory.KeepAsync(user, user.PasswordHash, change.Now, cancellation);
        user.PasswordSetAt = null;
        // With a new stamp: what links and sessions go by.
        if (AccountFaults.Of(await users.RemovePasswordAsync(user)) is { } refused)
        {
            return (null, refused);
        }

        change.Audit("user.invite", AccountLog.SubjectOf(user), new { });
        await access.TellOfCredentialAsync(id, "invite", change.Now, cancellation);
        return (user, null);
    }

    /// <summary>The path by which a user chooses his password: once, within 24 hours, and until he is invited anew.</summary>
    internal async Task<string> LinkAsync(User user) => InvitationLink.Write(user.Id, await users.GeneratePasswordResetTokenAsync(user));

    private Task<Change> BeginAsync(string actor, CancellationToken cancellation) =>
        Change.BeginAsync(access, actor, time, ChangeLock.Users, cancellation);

    private static async Task<AccountFault?> CommittedAsync(
        Change change, (User? User, AccountFault? Fault) done, CancellationToken cancellation)
    {
        if (done.Fault is null)
        {
            await change.CommitAsync(cancellation);
        }

        return done.Fault;
    }

    private Task<User?> FindAsync(Guid id) => users.FindByIdAsync(id.ToString());

    private async Task<AccountFault?> FaultAsync(User user, UserDraft draft, CancellationToken cancellation)
    {
        if (AccountFaults.OfNames(user.UserName ?? "", draft.DisplayName) is { } ofName)
        {
            return ofName;
        }

        if (draft.DepartmentCode is { } department && !await access.HasDepartmentAsync(department, cancellation))
        {
            return AccountFault.UnknownDepartment;
        }

        if (draft is { Role: Role.Reporter, DepartmentCode: null } && await access.HasDepartmentsAsync(cancellation))
        {
            return AccountFault.DepartmentMissing;
        }

        if (draft.Email is { } email)
        {
            if (email.Length > MaxEmailLength || !System.Net.Mail.MailAddress.TryCreate(email, out var parsed) || parsed.Address != email || NameText.HiddenIn(email) is not null)
            {
                return AccountFault.EmailInvalid;
            }

            if (await users.FindByEmailAsync(email) is { } other && other.Id != user.Id)
            {
                return AccountFault.EmailTaken;
            }
        }

        return null;
    }

    private static void Apply(User user, UserDraft draft) =>
        (user.DisplayName, user.Role, user.DepartmentCode, user.Email, user.EmailConfirmed) =
            (draft.DisplayName.Trim(), draft.Role, draft.DepartmentCode, draft.Email, draft.Email is not null);

    private static object Facts(User user) => new
    {
        displayName = user.DisplayName,
        role = Code.Of(user.Role),
        department = user.DepartmentCode,
        email = user.Email,
    };

    private static bool IsOneself(string actor, User user) => string.Equals(actor, user.UserName, StringComparison.OrdinalIgnoreCase);

    private async Task<bool> IsLastSecurityAsync(User user, CancellationToken cancellation) =>
        user is { Role: Role.Security, DisabledAt: null, IsPersona: false }
        && !await access.Users.AnyAsync(u => u.Role == Role.Security && u.DisabledAt == null && !u.IsPersona && u.Id != user.Id, cancellation);
}
