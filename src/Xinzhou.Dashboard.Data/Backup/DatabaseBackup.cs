using System.Data;
using Npgsql;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Migrations;
using Xinzhou.Dashboard.Data.Server;

namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>
/// Takes a backup: every table as it is at one moment, while people go on working. It goes through the connection and wants no
/// program of PostgreSQL; what it holds in memory does not depend on how much there is.
/// </summary>
public static class DatabaseBackup
{
    /// <summary>What the name of a file ends with until it is complete.</summary>
    public const string Unfinished = ".partial";

    internal const string Action = "backup";

    /// <summary>How a backup is opened for writing: readable by its owner only, and of two who write the same file the second is refused.</summary>
    internal static FileStreamOptions ForUsAlone => new()
    {
        Mode = FileMode.Create,
        Access = FileAccess.ReadWrite,
        Share = FileShare.None,
        BufferSize = 0,
        Options = FileOptions.Asynchronous,
        UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
    };

    /// <summary>Writes the backup beside its name and then moves it there: one that is half written never stands under it.</summary>
    /// <param name="database">The database, opened.</param>
    /// <param name="target">The file.</param>
    /// <param name="options">How.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Cancels; no file is then left.</param>
    /// <exception cref="BackupException">It is refused; no file is left.</exception>
    /// <exception cref="IOException">The file cannot be written; none is left.</exception>
    public static async Task<BackupManifest> TakeAsync(
        DashboardDatabase database, FileInfo target, BackupOptions options, TimeProvider time, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        if (File.Exists(target.FullName) && !options.Force)
            throw new BackupException(BackupFault.FileExists, $"“{target.Name}” is there already: choose another name, or replace it with --force.");

        var partial = target.FullName + Unfinished;
        // Open until it has its name.
        await using var file = new FileStream(partial, ForUsAlone);
        try
        {
            var manifest = await WriteAsync(database.Owner, file, options, time, cancellation);
            file.Flush(flushToDisk: true);
            await ReadBackAsync(file, options.Key, manifest, cancellation);
            // Noted before it stands under its name: there is no backup that the log does not know.
            await NoteAsync(database.App, target.Name, options, manifest, time, cancellation);
            File.Move(partial, target.FullName, overwrite: options.Force);
            return manifest;
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    /// <summary>Reads from the first byte to the last what was written: with the same key it can be restored.</summary>
    private static async Task ReadBackAsync(FileStream file, BackupKey? key, BackupManifest written, CancellationToken cancellation)
    {
        const string Other = "What was written is not what is read back, by a fault of the disk or the memory: there is no backup.";
        try
        {
            file.Position = 0;
            if ((await BackupReader.CheckAsync(file, key, cancellation)).At != written.At) throw new BackupException(BackupFault.Damaged, Other);
        }
        catch (BackupException damaged) when (damaged.Message != Other)
        {
            throw new BackupException(damaged.Fault, Other, damaged);
        }
    }

    private static async Task<BackupManifest> WriteAsync(
        NpgsqlDataSource owner, Stream file, BackupOptions options, TimeProvider time, CancellationToken cancellation)
    {
        await using var connection = await owner.OpenConnectionAsync(cancellation);
        var stored = new StoredTables(connection);
        // The tables do not change between being listed and being locked; after that a migration that wants to waits for us.
        await stored.ExecuteAsync($"SELECT pg_advisory_lock_shared({Migrator.Lock})", cancellation);
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        await stored.ExecuteAsync("SET TRANSACTION READ ONLY", cancellation);
        var tables = await stored.AllAsync(cancellation);
        if (tables.All(t => t.Name != Migrator.Table))
            throw new BackupException(BackupFault.NothingThere, "There is nothing to back up: this installation was never started.");
        if (tables.All(t => t.Name != "audit_head"))
            throw new BackupException(BackupFault.OtherSchema, "The tables are of a version that is older than backups are: run “migrate” once, or start the dashboard.");
        await stored.ExecuteAsync($"LOCK TABLE {string.Join(", ", tables.Select(t => t.Quoted))} IN ACCESS SHARE MODE", cancellation);
        await stored.ExecuteAsync($"SELECT pg_advisory_unlock_shared({Migrator.Lock})", cancellation);
        var at = time.GetUtcNow();

        await using var writer = await BackupWriter.BeginAsync(file, options.Key, options.Cipher, cancellation);
        var written = new List<BackupTable>(tables.Count);
        foreach (var table in tables)
        {
            string sha256;
            await using (var rows = await connection.BeginRawBinaryCopyAsync(table.CopyOut, cancellation))
            {
                sha256 = await writer.TableAsync(table.Name, rows, cancellation);
            }

            written.Add(new(table.Name, table.Columns, await stored.CountAsync(table, cancellation), sha256));
        }

        var (_, firstBad, head) = await AuditChain.VerifyAsync(connection, null, cancellation);
        var manifest = new BackupManifest
        {
            Product = ProductVersion.Current,
            Server = connection.PostgreSqlVersion.ToString(),
            At = at,
            Migrations = await stored.MigrationsAsync(cancellation),
            Tables = written,
            // Numbers are given outside of any moment: read last, none was given to a row that is in the backup.
            Sequences = await stored.SequencesAsync(cancellation),
            Figures = BackupDigest.OfFigures(written),
            Plan = BackupDigest.OfPlan(written),
            Audit = head,
            AuditFirstBad = firstBad,
            Settings = options.Settings,
        };
        await writer.FinishAsync(manifest, cancellation);
        return manifest;
    }

    private static async Task NoteAsync(
        NpgsqlDataSource application, string name, BackupOptions options, BackupManifest manifest, TimeProvider time, CancellationToken cancellation)
    {
        await using var connection = await application.OpenConnectionAsync(cancellation);
        await AuditLog.AppendAsync(
            connection, time.GetUtcNow(), options.Actor, Action, name,
            new
            {
                figures = manifest.RowsOf("figures"),
                sha256 = manifest.Figures.Sha256,
                plan = manifest.Plan.Sha256,
                audit = manifest.Audit.ToString(),
                encrypted = options.Key is not null,
            },
            cancellation);
    }
}
