namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>How the backups that are taken by themselves stand.</summary>
/// <param name="First">The folder that they are written to.</param>
/// <param name="Second">The folder that they are copied to; null if there is none.</param>
public sealed record BackupStanding(BackupPlaceState First, BackupPlaceState? Second)
{
    /// <summary>The folders.</summary>
    public IReadOnlyList<BackupPlaceState> Places => Second is { } second ? [First, second] : [First];

    /// <summary>Whether one of them has none that is younger than it must be.</summary>
    public bool IsLate(DateTimeOffset now, TimeSpan lateAfter) => Places.Any(p => p.IsLate(now, lateAfter));
}
