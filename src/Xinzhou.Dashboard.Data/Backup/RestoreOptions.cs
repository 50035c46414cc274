namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>How a backup is restored.</summary>
public sealed record RestoreOptions
{
    /// <summary>What it is encrypted with; null if it is not.</summary>
    public BackupKey? Key { get; init; }

    /// <summary>Whether what the installation holds is replaced.</summary>
    public bool Replace { get; init; }
}
