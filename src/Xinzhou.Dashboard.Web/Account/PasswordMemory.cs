using Microsoft.AspNetCore.Identity;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Account;

/// <summary>
/// Remembers earlier passwords, where <c>Dashboard:PasswordHistory</c> asks for it; else nothing is kept. It is off by default: who has
/// to take a new password every so often takes the old one with a number.
/// </summary>
public sealed class PasswordMemory(DashboardContext access, IPasswordHasher<User> hasher, DashboardSettings settings)
{
    /// <summary>Whether a password is the one in force or one of the last ones, and so is not taken.</summary>
    public async Task<bool> KnowsAsync(User user, string password, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (settings.PasswordHistory == 0)
        {
            return false;
        }

        var hashes = await access.PastPasswordsAsync(user.Id, settings.PasswordHistory, cancellation);
        return (user.PasswordHash is { } held ? hashes.Prepend(held) : hashes)
            .Take(settings.PasswordHistory)
            .Any(hash => hasher.VerifyHashedPassword(user, hash, password) != PasswordVerificationResult.Failed);
    }

    /// <summary>Keeps the password in force, before another takes its place or it ends.</summary>
    public async Task KeepAsync(User user, string? hash, DateTimeOffset now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (settings.PasswordHistory > 0 && hash is not null)
        {
            await access.KeepPasswordAsync(user.Id, hash, settings.PasswordHistory, now, cancellation);
        }
    }
}
