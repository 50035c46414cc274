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
/// role or department, and disabling, end the user's sessions everywhere.
/// </summary>
public sealed class UserAccounts(UserManager<User> users, DashboardContext access, TimeProvider time)
{
    /// <summary>No mail server takes a longer address (RFC 5321).</summary>
    private const int MaxEmailLength = 254;

    /// <summary>Enters a user, who chooses his password by the link.</summary>
    /// <returns>The path of his one-time link, or why not.</returns>
    public async Task<(string? Link, AccountFault? Fault)> CreateAsync(
        string actor, string userName, UserDraft draft, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(draft);
        await using var change = await Change.BeginAsync(access, actor, time, ChangeLock.Users, cancellation);
        var user = new User { Id = Guid.CreateVersion7(time.GetUtcNow()), UserName = userName.Trim(), CreatedAt = time.GetUtcNow() };
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
        ArgumentNullException.ThrowIfNull(draft);
        await using var change = await Change.BeginAsync(access, actor, time, ChangeLock.Users, cancellation);
        if (await FindAsync(id) is not { } user)
        {
            return AccountFault.UnknownUser;
        }

        if (user.IsPersona)
        {
            return AccountFault.Persona;
        }

        if (seen is not null && seen != new UserDraft(user.DisplayName, user.Role, user.DepartmentCode, user.Email))
        {
            return AccountFault.ChangedMeanwhile;
        }

        if (await FaultAsync(user, draft, cancellation) is { } fault)
        {
            return fault;
        }

        if (user.Role != draft.Role)
        {
            if (IsOneself(actor, user))
            {
                return AccountFault.Oneself;
            }

            if (await IsLastSecurityAsync(user, cancellation))
            {
                return AccountFault.LastSecurity;
            }
        }

        var before = Facts(user);
        Apply(user, draft);
        // Updates too.
        if (AccountFaults.Of(await users.UpdateSecurityStampAsync(user)) is { } refused)
        {
            return refused;
        }

        change.Audit("user.change", AccountLog.SubjectOf(user), new { before, after = Facts(user) });
        await change.CommitAsync(cancellation);
        return null;
    }

    /// <summary>Disables a user, or enables him again, which also ends a lockout.</summary>
    public async Task<AccountFault?> SetDisabledAsync(string actor, Guid id, bool disabled, CancellationToken cancellation)
    {
        await using var change = await Change.BeginAsync(access, actor, time, ChangeLock.Users, cancellation);
        if (await FindAsync(id) is not { } user)
        {
            return AccountFault.UnknownUser;
        }

        if (disabled && IsOneself(actor, user))
        {
            return AccountFault.Oneself;
        }

        if (disabled && await IsLastSecurityAsync(user, cancellation))
        {
            return AccountFault.LastSecurity;
        }

        user.DisabledAt = disabled ? user.DisabledAt ?? time.GetUtcNow() : null;
        if (!disabled)
        {
            (user.LockoutEnd, user.AccessFailedCount) = (null, 0);
        }

        if (AccountFaults.Of(await users.UpdateSecurityStampAsync(user)) is { } refused)
        {
            return refused;
        }

        change.Audit(disabled ? "user.disable" : "user.enable", AccountLog.SubjectOf(user), new { });
        await change.CommitAsync(cancellation);
        return null;
    }

    /// <summary>Ends the lock that failures have put on somebody; whether he is disabled stays as it is.</summary>
    public async Task<AccountFault?> UnlockAsync(string actor, Guid id, CancellationToken cancellation)
    {
        await using var change = await Change.BeginAsync(access, actor, time, ChangeLock.Users, cancellation);
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

    /// <summary>Takes second factor and passkeys away from somebody who lost them; ends his sessions.</summary>
    public async Task<AccountFault?> ResetSecondFactorAsync(string actor, Guid id, CancellationToken cancellation)
    {
        await using var change = await Change.BeginAsync(access, actor, time, ChangeLock.Users, cancellation);
        if (await FindAsync(id) is not { } user)
        {
            return AccountFault.UnknownUser;
        }

        if (IsOneself(actor, user))
        {
            return AccountFault.Oneself;
        }

        foreach (var passkey in await users.GetPasskeysAsync(user))
        {
            await users.RemovePasskeyAsync(user, passkey.CredentialId);
        }

        await users.ResetAuthenticatorKeyAsync(user);
        if (AccountFaults.Of(await users.SetTwoFactorEnabledAsync(user, false)) is { } refused)
        {
            return refused;
        }

        change.Audit("user.second-factor.reset", AccountLog.SubjectOf(user), new { });
        await change.CommitAsync(cancellation);
        return null;
    }

    /// <summary>A new one-time link to choose a password; links given before, and sessions, end.</summary>
    public async Task<(string? Link, AccountFault? Fault)> InviteAsync(string actor, Guid id, CancellationToken cancellation)
    {
        await using var change = await Change.BeginAsync(access, actor, time, ChangeLock.Users, cancellation);
        if (await FindAsync(id) is not { } user)
        {
            return (null, AccountFault.UnknownUser);
        }

        if (user.IsPersona)
        {
            return (null, AccountFault.Persona);
        }

        if (AccountFaults.Of(await users.UpdateSecurityStampAsync(user)) is { } refused)
        {
            return (null, refused);
        }

        change.Audit("user.invite", AccountLog.SubjectOf(user), new { });
        await change.CommitAsync(cancellation);
        return (await LinkAsync(user), null);
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

    private async Task<string> LinkAsync(User user) => InvitationLink.Write(user.Id, await users.GeneratePasswordResetTokenAsync(user));
}
