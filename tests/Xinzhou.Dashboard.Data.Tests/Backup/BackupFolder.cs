using Microsoft.Extensions.Logging.Abstractions;
using Xinzhou.Dashboard.Data.Backup;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Data.Tests.Backup;

/// <summary>A folder for backups, which are taken and restored as the commands do.</summary>
internal sealed class BackupFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xzd-backup-");

    /// <summary>The files that are there.</summary>
    public IEnumerable<string> Files => _folder.EnumerateFiles().Select(f => f.Name).Order(StringComparer.Ordinal);

    public FileInfo File(string name) => new(Path.Combine(_folder.FullName, name));

    public async Task<BackupKey> KeyAsync(string content)
    {
        var file = File("key");
        await System.IO.File.WriteAllTextAsync(file.FullName, content);
        return await BackupKey.ReadAsync(new(file.FullName));
    }

    public async Task<BackupManifest> TakeAsync(PostgresDatabase source, string name = "a.backup", BackupKey? key = null, bool force = false, BackupCipher cipher = BackupCipher.Aes)
    {
        await using var database = Connect(source);
        await database.OpenAsync();
        return await DatabaseBackup.TakeAsync(database, File(name), new() { Key = key, Cipher = cipher, Force = force }, TimeProvider.System);
    }

    public async Task<RestoreReport> RestoreAsync(
        PostgresDatabase target, string name = "a.backup", BackupKey? key = null, bool replace = false, CancellationToken cancellation = default)
    {
        // The test has its connections in other pools.
        target.App.Clear();
        target.Owner.Clear();
        await using var database = Connect(target);
        return await DatabaseRestore.RunAsync(database, File(name), new() { Key = key, Replace = replace }, TimeProvider.System, cancellation);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static DashboardDatabase Connect(PostgresDatabase database) =>
        DashboardDatabase.Configured(database.AppConnectionString, database.OwnerConnectionString, NullLoggerFactory.Instance);
}
