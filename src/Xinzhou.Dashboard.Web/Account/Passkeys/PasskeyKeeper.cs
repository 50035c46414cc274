using Microsoft.AspNetCore.Identity;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;

namespace Xinzhou.Dashboard.Web.Account.Passkeys;

/// <summary>Adds and removes passkeys, each with its event of the audit log.</summary>
public sealed class PasskeyKeeper(UserManager<User> users, DashboardContext access, TimeProvider time)
{
    public async Task AddAsync(User user, UserPasskeyInfo passkey, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(passkey);
        await using var transaction = await access.Database.BeginTransactionAsync(cancellation);
        await users.AddOrUpdatePasskeyAsync(user, passkey);
        await access.AuditAsync(time.GetUtcNow(), user.UserName!, "passkey.add", user, new { name = passkey.Name }, cancellation);
        await access.TellOfCredentialAsync(user.Id, "passkey.add", time.GetUtcNow(), cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Removes one; his sessions end, and the caller begins the one that is to go on anew.</summary>
    public async Task RemoveAsync(User user, byte[] credential, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(user);
        await using var transaction = await access.Database.BeginTransactionAsync(cancellation);
        await users.RemovePasskeyAsync(user, credential);
        // Whoever has the device may be signed in with it: that ends too.
        await users.UpdateSecurityStampAsync(user);
        await access.AuditAsync(time.GetUtcNow(), user.UserName!, "passkey.remove", user, new { }, cancellation);
        await access.TellOfCredentialAsync(user.Id, "passkey.remove", time.GetUtcNow(), cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
