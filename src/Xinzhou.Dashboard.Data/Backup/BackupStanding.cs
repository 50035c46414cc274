namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>How the backups that are taken by themselves stand.</summary>
/// <param name="First">The folder that they are written to.</param>
/// <param name="Second">The folder that they are copied to; null if there is none.</param>
public sealed record BackupStanding(BackupPlaceState First, BackupPlaceState? Second)
{
    /// <summary>Whether one of the two has none that is younger than it must be.</summary>
    public bool IsLate(DateTimeOffset now, TimeSpan lateAfter) =>
        First.IsLate(now, lateAfter) || Second?.IsLate(now, lateAfter) == true;
}
