namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>A backup that was taken by itself.</summary>
/// <param name="Name">The name of its file.</param>
/// <param name="At">The moment it is of, to the second, as the name says.</param>
/// <param name="Bytes">The size of the file.</param>
public sealed record BackupCopy(string Name, DateTimeOffset At, long Bytes);
