using Microsoft.AspNetCore.Identity;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Web.Account.Invitation;

namespace Xinzhou.Dashboard.Web.Account;

/// <summary>
/// Everything by which a password comes into being. The user himself chooses it: by the setup link, by his invitation, or
/// by the one he has.
/// </summary>
public sealed class NewPassword(UserManager<User> users, DashboardContext access, PasswordMemory memory, TimeProvider time)
{
    /// <summary>Creates the first security administrator.</summary>
    public async Task<AccountFault?> SetUpAsync(
        string token, string userName, string displayName, string password, CancellationToken cancellation)
    {
        await using var change = await Change.BeginAsync(access, "setup", time, ChangeLock.Setup, cancellation);
        if (!await SetupLinks.UseAsync(change, token, cancellation))
        {
            return AccountFault.LinkDead;
        }

        if (AccountFaults.IsReserved(userName))
        {
            return AccountFault.UserNameReserved;
        }

        if (AccountFaults.OfNames(userName, displayName) is { } ofName)
        {
            return ofName;
        }

        var user = new User
        {
            Id = Guid.CreateVersion7(change.Now),
            UserName = userName.Trim(),
            DisplayName = displayName.Trim(),
            Role = Role.Security,
            CreatedAt = change.Now,
            PasswordSetAt = change.Now,
        };
        if (AccountFaults.Of(await users.CreateAsync(user, password)) is { } fault)
        {
            return fault;
        }

        change.Audit("user.create", AccountLog.SubjectOf(user), new { displayName = user.DisplayName, role = "security" });
        await change.CommitAsync(cancellation);
        return null;
    }

    /// <summary>The user of an invitation that holds; null when it does not.</summary>
    public async Task<User?> InvitedAsync(string? token) =>
        InvitationLink.Read(token) is var (id, proof)
        && await users.FindByIdAsync(id.ToString()) is { DisabledAt: null, IsPersona: false } user
        && await users.VerifyUserTokenAsync(user, users.Options.Tokens.PasswordResetTokenProvider, UserManager<User>.ResetPasswordTokenPurpose, proof)
            ? user
            : null;

    /// <summary>Sets the password of an invited user; the invitation ends.</summary>
    public async Task<AccountFault?> AcceptAsync(string? token, string password, CancellationToken cancellation)
    {
        await using var transaction = await access.Database.BeginTransactionAsync(cancellation);
        if (await InvitedAsync(token) is not { } user || InvitationLink.Read(token) is not var (_, proof))
        {
            return AccountFault.LinkDead;
        }

        if (await memory.KnowsAsync(user, password, cancellation))
        {
            return AccountFault.UsedBefore;
        }

        var (now, before, isFirst) = (time.GetUtcNow(), user.PasswordHash, user.LastSeenAt is null);
        if (AccountFaults.Of(await users.ResetPasswordAsync(user, proof, password)) is { } fault)
        {
            return fault;
        }

        user.PasswordSetAt = now;
        await users.SetLockoutEndDateAsync(user, null);
        await users.ResetAccessFailedCountAsync(user);
        await memory.KeepAsync(user, before, now, cancellation);
        await access.AuditAsync(now, user.UserName!, "password.set", user, new { by = "invitation" }, cancellation);
        if (!isFirst)
        {
            await access.TellOfCredentialAsync(user.Id, "password.set", now, cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return null;
    }

    /// <summary>Changes the password of a user who knows the one in force; his other sessions end.</summary>
    /// <param name="id">The user.</param>
    /// <param name="current">The password in force.</param>
    /// <param name="password">The new one.</param>
    /// <param name="endPasskeys">Whether his passkeys end too: somebody else may have made one.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The user with his new stamp, or why not.</returns>
    public async Task<(User? User, AccountFault? Fault)> ChangeAsync(
        Guid id, string current, string password, bool endPasskeys, CancellationToken cancellation)
    {
        await using var transaction = await access.Database.BeginTransactionAsync(cancellation);
        if (await users.FindByIdAsync(id.ToString()) is not { } user)
        {
            return (null, AccountFault.PasswordWrong);
        }

        await access.AcquireLockAsync(user, cancellation);
        if (await users.IsLockedOutAsync(user))
        {
            return (null, AccountFault.PasswordWrong);
        }

        var (now, before) = (time.GetUtcNow(), user.PasswordHash);
        // Whether it was used before is told to nobody who does not know the one in force.
        var fault = await memory.KnowsAsync(user, password, cancellation) && await users.CheckPasswordAsync(user, current)
            ? AccountFault.UsedBefore
            : AccountFaults.Of(await users.ChangePasswordAsync(user, current, password));
        if (fault == AccountFault.PasswordWrong)
        {
            // An open page must not be a place to guess the password at.
            await users.AccessFailedAsync(user);
        }

        if (fault is null)
        {
            user.PasswordSetAt = now;
            await users.UpdateAsync(user);
            await memory.KeepAsync(user, before, now, cancellation);
            await access.TellOfCredentialAsync(user.Id, "password.set", now, cancellation);
            foreach (var passkey in endPasskeys ? await users.GetPasskeysAsync(user) : [])
            {
                await users.RemovePasskeyAsync(user, passkey.CredentialId);
                await access.AuditAsync(now, user.UserName!, "passkey.remove", user, new { name = passkey.Name, by = "password" }, cancellation);
                await access.TellOfCredentialAsync(user.Id, "passkey.remove", now, cancellation);
            }
        }

        if (fault is null or AccountFault.PasswordWrong)
        {
            await access.AuditAsync(
                now, user.UserName!, fault is null ? "password.set" : "password.failed", user, new { by = "user" }, cancellation);
            await transaction.CommitAsync(cancellation);
        }

        return fault is null ? (user, null) : (null, fault);
    }
}
