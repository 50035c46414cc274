namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>A sequence of a backup.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Next">The number that it gives next.</param>
public sealed record BackupSequence(string Name, long Next);
