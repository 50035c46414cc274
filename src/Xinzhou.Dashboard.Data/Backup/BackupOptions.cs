namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>How a backup is taken.</summary>
public sealed record BackupOptions
{
    /// <summary>What it is encrypted with; null to leave it readable.</summary>
    public BackupKey? Key { get; init; }

    /// <summary>How it is encrypted with the key.</summary>
    public BackupCipher Cipher { get; init; }

    /// <summary>Whether a file of that name is replaced.</summary>
    public bool Force { get; init; }

    /// <summary>Who takes it, as the audit log says it.</summary>
    public string Actor { get; init; } = "command";

    /// <summary>The settings of the installation by name, without secrets.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
