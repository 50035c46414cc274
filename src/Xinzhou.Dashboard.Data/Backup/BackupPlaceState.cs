namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>What lies in a folder of backups that are taken by themselves.</summary>
/// <param name="Folder">Its path.</param>
/// <param name="Newest">The newest; null if there is none.</param>
/// <param name="Kept">How many there are.</param>
/// <param name="Bytes">Their size together.</param>
/// <param name="IsReadable">Whether the folder is there and could be read; if not, the rest says nothing.</param>
public sealed record BackupPlaceState(string Folder, BackupCopy? Newest, int Kept, long Bytes, bool IsReadable)
{
    /// <summary>Whether there is none that is younger than it must be.</summary>
    public bool IsLate(DateTimeOffset now, TimeSpan lateAfter) => Newest is not { } newest || now - newest.At > lateAfter;
}
