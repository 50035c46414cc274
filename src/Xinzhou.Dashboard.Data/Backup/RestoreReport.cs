using Xinzhou.Dashboard.Data.Audit;

namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>What was restored: all of it was read back out of the database and is what the backup says.</summary>
/// <param name="Manifest">What the backup says.</param>
/// <param name="Migrations">The migrations that were applied after it, in order; none if the backup is of this version.</param>
/// <param name="Audit">Where the audit log ends now: with the event of the restoration.</param>
public sealed record RestoreReport(BackupManifest Manifest, IReadOnlyList<string> Migrations, AuditHead Audit);
