using Xinzhou.Dashboard.Data.Audit;

namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>What a backup holds, as it was at one moment; the last thing in its file.</summary>
public sealed record BackupManifest
{
    /// <summary>The version of the product that took it.</summary>
    public required string Product { get; init; }

    /// <summary>The version of PostgreSQL that it was taken from.</summary>
    public required string Server { get; init; }

    /// <summary>The moment.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The migrations that made its tables, in order.</summary>
    public required IReadOnlyList<string> Migrations { get; init; }

    /// <summary>Its tables, by name.</summary>
    public required IReadOnlyList<BackupTable> Tables { get; init; }

    /// <summary>Its sequences, by name.</summary>
    public required IReadOnlyList<BackupSequence> Sequences { get; init; }

    /// <summary>All figures.</summary>
    public required BackupDigest Figures { get; init; }

    /// <summary>The plan.</summary>
    public required BackupDigest Plan { get; init; }

    /// <summary>Where the audit log ended.</summary>
    public required AuditHead Audit { get; init; }

    /// <summary>The first event that broke the chain of the audit log when the backup was taken; null as it should be.</summary>
    public long? AuditFirstBad { get; init; }

    /// <summary>The settings of the installation by name, without secrets.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>How many rows a table has; 0 if there is none of the name.</summary>
    public long RowsOf(string table) => Tables.FirstOrDefault(t => t.Name == table)?.Rows ?? 0;
}
