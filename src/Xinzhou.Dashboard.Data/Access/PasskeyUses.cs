using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;

namespace Xinzhou.Dashboard.Data.Access;

/// <summary>When passkeys were used last: Identity's own record does not say.</summary>
public static class PasskeyUses
{
    /// <summary>Notes that a passkey was used.</summary>
    public static Task MarkPasskeyUsedAsync(
        this DashboardContext context, byte[] credential, DateTimeOffset now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        DateTimeOffset? at = now;
        return context.UserPasskeys.Where(p => p.CredentialId == credential)
            .ExecuteUpdateAsync(p => p.SetProperty(x => EF.Property<DateTimeOffset?>(x, AccessConfiguration.LastUsedAt), at), cancellation);
    }

    /// <summary>When the passkeys of a user were used last, by their credential in hexadecimal digits; one that was not is left out.</summary>
    public static async Task<IReadOnlyDictionary<string, DateTimeOffset>> PasskeyUsesAsync(
        this DashboardContext context, Guid user, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var uses = await context.UserPasskeys.AsNoTracking().Where(p => p.UserId == user)
            .Select(p => new { p.CredentialId, At = EF.Property<DateTimeOffset?>(p, AccessConfiguration.LastUsedAt) })
            .ToListAsync(cancellation);
        return uses.Where(u => u.At is not null).ToDictionary(u => Convert.ToHexString(u.CredentialId), u => u.At!.Value);
    }
}
