using Xinzhou.Dashboard.Data.Backup;

namespace Xinzhou.Dashboard.Web.Backups;

/// <summary>How the backups stand.</summary>
/// <param name="Schedule">When they are taken by themselves; null if they are not.</param>
/// <param name="Standing">What lies in their folders; null without a schedule.</param>
/// <param name="Noted">When the audit log last told of one, by hand or by itself; null if it never did.</param>
public sealed record BackupView(BackupSchedule? Schedule, BackupStanding? Standing, DateTimeOffset? Noted)
{
    /// <summary>Of when the newest is: with a schedule the newest that is there, else what the log says; null if there is none.</summary>
    public DateTimeOffset? Newest => Standing is null ? Noted : Standing.First.Newest?.At;
}
