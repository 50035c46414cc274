using Xinzhou.Dashboard.Data.Backup;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>What a backup holds, in lines that are the same when it is taken and when it is restored.</summary>
internal static class BackupLines
{
    /// <summary>Writes them.</summary>
    /// <param name="output">stdout.</param>
    /// <param name="manifest">What the backup says.</param>
    /// <param name="equal">What is said behind each line.</param>
    public static async Task WriteAsync(TextWriter output, BackupManifest manifest, string equal)
    {
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"figures: {manifest.RowsOf("figures")}, sha256 {manifest.Figures.Sha256}{equal}"));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"plan: {manifest.Plan.Rows} rows, sha256 {manifest.Plan.Sha256}{equal}"));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"users: {manifest.RowsOf("users")}{equal}"));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"evidence: {manifest.RowsOf("evidence_files")} files{equal}"));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"audit: {manifest.RowsOf("audit_events")} events, {(manifest.AuditFirstBad is { } bad ? $"broken at event {bad}" : "intact")}, head {manifest.Audit}{equal}"));
    }

    /// <summary>What the last line says of it.</summary>
    public static string Sum(BackupManifest manifest) =>
        string.Create(CultureInfo.InvariantCulture, $"tables {manifest.Tables.Count}, rows {manifest.Tables.Sum(t => t.Rows)}");
}
