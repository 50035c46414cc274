using Xinzhou.Dashboard.Data.Backup;

namespace Xinzhou.Dashboard.Web.Backups;

/// <summary>Looks how the backups stand.</summary>
/// <param name="backups">Those that are taken by themselves.</param>
/// <param name="history">What the log tells of.</param>
public sealed class BackupOverview(ScheduledBackups backups, BackupHistory history)
{
    /// <summary>How they stand at this moment.</summary>
    public async Task<BackupView> ReadAsync(CancellationToken cancellation = default) =>
        new(backups.Schedule, backups.Look(), await history.LastAsync(cancellation));
}
