using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;

namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>What the audit log tells of backups, taken by hand or by themselves.</summary>
/// <param name="contexts">Makes contexts.</param>
public sealed class BackupHistory(IDbContextFactory<DashboardContext> contexts)
{
    /// <summary>When the last one was taken; null if none ever was.</summary>
    public async Task<DateTimeOffset?> LastAsync(CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        return await context.AuditEvents.Where(e => e.Action == DatabaseBackup.Action).OrderByDescending(e => e.Id)
            .Select(e => (DateTimeOffset?)e.At).FirstOrDefaultAsync(cancellation);
    }
}
