using Xinzhou.Dashboard.Data.Audit;

namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>What was done about the backups.</summary>
/// <param name="Taken">The backup that was taken; null if none was due.</param>
/// <param name="Copied">The name of the one that was copied to the second place; null if none was missing there.</param>
public sealed record BackupRound(BackupCopy? Taken, string? Copied)
{
    /// <summary>Where the audit log ended in the backup that was taken; null if none was.</summary>
    public AuditHead? Head { get; init; }

    /// <summary>Nothing was to be done.</summary>
    public static BackupRound Nothing { get; } = new(null, null);
}
