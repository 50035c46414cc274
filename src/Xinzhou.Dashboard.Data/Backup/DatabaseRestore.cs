using System.Globalization;
using Npgsql;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Migrations;
using Xinzhou.Dashboard.Data.Server;

namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>
/// Restores a backup, all of it or nothing: in one transaction the tables of its migrations are made or emptied, filled, read
/// back and compared, and brought to the newest schema.
/// </summary>
public sealed class DatabaseRestore
{
    private static readonly TimeSpan LeavingTime = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly DashboardDatabase _database;
    private readonly FileInfo _file;
    private readonly RestoreOptions _options;
    private readonly TimeProvider _time;
    private readonly BackupManifest _manifest;

    private DatabaseRestore(DashboardDatabase database, FileInfo file, RestoreOptions options, TimeProvider time, BackupManifest manifest) =>
        (_database, _file, _options, _time, _manifest) = (database, file, options, time, manifest);

    /// <summary>Reads the whole file first, so that one that is not as it was written is refused before anything is touched.</summary>
    /// <param name="database">The database, not opened: it is opened here, for nobody else.</param>
    /// <param name="file">The backup.</param>
    /// <param name="options">How.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Cancels; nothing is then changed.</param>
    /// <exception cref="BackupException">It is refused; nothing was changed.</exception>
    public static async Task<RestoreReport> RunAsync(
        DashboardDatabase database, FileInfo file, RestoreOptions options, TimeProvider time, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        var manifest = await BackupReader.CheckAsync(file.FullName, options.Key, cancellation);
        if (manifest.Migrations.Except(Migrator.Known).LastOrDefault() is { } unknown)
        {
            throw new BackupException(
                BackupFault.NewerSchema,
                $"The backup was taken by a newer version ({manifest.Product}, with the migration {unknown}) than this one ({ProductVersion.Current}): restore it with that version or a later one.");
        }

        if (!await database.TryOpenAloneAsync(cancellation)) throw InUse();
        return await new DatabaseRestore(database, file, options, time, manifest).RunAsync(cancellation);
    }

    private async Task<RestoreReport> RunAsync(CancellationToken cancellation)
    {
        await using var connection = await _database.Owner.OpenConnectionAsync(cancellation);
        try
        {
            await SeeThatNobodyIsThereAsync(connection, cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            var report = await RestoreAsync(connection, cancellation);
            cancellation.ThrowIfCancellationRequested();
            await transaction.CommitAsync(CancellationToken.None);
            return report;
        }
        catch (PostgresException locked) when (locked.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw InUse(inner: locked);
        }
    }

    // Those of a server that was just stopped are gone in a moment.
    private async Task SeeThatNobodyIsThereAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var stored = new StoredTables(connection);
        var begun = _time.GetTimestamp();
        while (true)
        {
            var others = await stored.RowsAsync(
                """
                SELECT DISTINCT concat_ws(' ', usename, host(client_addr)) FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid() AND usename IS NOT NULL
                ORDER BY 1
                """,
                row => row.GetString(0),
                cancellation);
            if (others.Count == 0) return;
            if (_time.GetElapsedTime(begun) > LeavingTime) throw InUse($" (connected: {string.Join(", ", others)})");
            await Task.Delay(Pause, cancellation);
        }
    }

    private async Task<RestoreReport> RestoreAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var (stored, guards) = (new StoredTables(connection), new TableGuards(connection));
        await stored.ExecuteAsync($"SET LOCAL lock_timeout = '10s'; SELECT pg_advisory_xact_lock({Migrator.Lock})", cancellation);
        var replaced = await TakeOverAsync(stored, cancellation);
        var tables = await stored.AllAsync(cancellation);
        SeeThatTablesAreThose(tables, await stored.SequencesAsync(cancellation));

        await guards.LiftAsync(cancellation);
        await stored.ExecuteAsync($"TRUNCATE {string.Join(", ", tables.Select(t => t.Quoted))}", cancellation);
        await FillAsync(connection, tables.ToDictionary(t => t.Name, StringComparer.Ordinal), cancellation);
        foreach (var sequence in _manifest.Sequences)
        {
            // Unlike setval a restart is part of the transaction.
            await stored.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"ALTER SEQUENCE \"{sequence.Name}\" RESTART WITH {sequence.Next}"), cancellation);
        }

        await guards.PutBackAsync(cancellation);
        await stored.ExecuteAsync($"ANALYZE {string.Join(", ", tables.Select(t => t.Quoted))}", cancellation);
        await ProveAsync(stored, tables, cancellation);

        var migrations = await Migrator.ApplyAsync(connection, Migrator.Known, cancellation);
        await NoteAsync(connection, replaced, migrations, cancellation);
        var (_, firstBad, head) = await AuditChain.VerifyAsync(connection, _manifest.AuditFirstBad is null ? _manifest.Audit : null, cancellation);
        if ((firstBad is null) != (_manifest.AuditFirstBad is null))
            throw new BackupException(BackupFault.NotEqual, $"The chain of the audit log is not the one of the backup ({_manifest.Audit}): nothing was changed.");
        // Whoever serves these data in spite of all reads everything anew.
        await stored.ExecuteAsync(
            "SELECT pg_notify('dashboard', part) FROM unnest(ARRAY['plan', 'figures', 'access', 'returns', 'messages']) AS part", cancellation);
        return new(_manifest, migrations, head);
    }

    /// <summary>Makes the database one with the tables of the backup, whatever they hold.</summary>
    /// <returns>Where the audit log ended that is replaced; null if there was none.</returns>
    private async Task<AuditHead?> TakeOverAsync(StoredTables stored, CancellationToken cancellation)
    {
        var held = await stored.AllAsync(cancellation);
        if (held.Count == 0)
        {
            await Migrator.ApplyAsync(stored.Connection, _manifest.Migrations, cancellation);
            return null;
        }

        if (held.All(t => t.Name != Migrator.Table))
            throw new BackupException(BackupFault.ForeignTables, "The database holds tables that are not this product's: restore into one of its own.");
        await stored.ExecuteAsync($"LOCK TABLE {string.Join(", ", held.Select(t => t.Quoted))} IN ACCESS EXCLUSIVE MODE", cancellation);
        if (!_options.Replace && !await IsEmptyAsync(stored, held, cancellation))
            throw new BackupException(BackupFault.NotEmpty, "This installation is not empty: with --replace all that it holds is replaced by the backup, for good.");
        var ended = await stored.RowsAsync(
            "SELECT id, encode(hash, 'hex') FROM audit_events ORDER BY id DESC LIMIT 1", row => new AuditHead(row.GetInt64(0), row.GetString(1)), cancellation);
        if (!(await stored.MigrationsAsync(cancellation)).SequenceEqual(_manifest.Migrations))
        {
            await stored.ExecuteAsync(TableGuards.DropAll, cancellation);
            await Migrator.ApplyAsync(stored.Connection, _manifest.Migrations, cancellation);
        }

        return ended.Count == 0 ? null : ended[0];
    }

    // What comes with the product and the personas of the training environment are entered by the setup; everything else has
    // somebody in the log, a user of his own or a department.
    private static async Task<bool> IsEmptyAsync(StoredTables stored, IReadOnlyList<StoredTable> held, CancellationToken cancellation)
    {
        (string Table, string Condition)[] used =
        [
            ("audit_events", $"actor <> 'setup' AND action NOT IN ('{SettingsNote.Action}', '{DatabaseBackup.Action}', '{AuditSeals.Action}')"),
            ("departments", "true"),
            ("users", "NOT is_persona"),
        ];
        foreach (var (table, condition) in used.Where(u => held.Any(t => t.Name == u.Table)))
        {
            if (await stored.ScalarAsync<bool>($"SELECT EXISTS (SELECT FROM {table} WHERE {condition})", cancellation)) return false;
        }

        return true;
    }

    private void SeeThatTablesAreThose(IReadOnlyList<StoredTable> tables, IReadOnlyList<BackupSequence> sequences)
    {
        var here = tables.ToDictionary(t => t.Name, t => string.Join(", ", t.Columns), StringComparer.Ordinal);
        var there = _manifest.Tables.ToDictionary(t => t.Name, t => string.Join(", ", t.Columns), StringComparer.Ordinal);
        var other = here.Keys.Union(there.Keys).Order(StringComparer.Ordinal).FirstOrDefault(n => here.GetValueOrDefault(n) != there.GetValueOrDefault(n))
            ?? _manifest.Sequences.Select(s => s.Name).Except(sequences.Select(s => s.Name)).FirstOrDefault();
        if (other is not null)
        {
            throw new BackupException(
                BackupFault.OtherSchema,
                $"“{other}” is not the same in the backup and in this database, although both say that the same migrations made it: somebody has changed one of them by hand.");
        }
    }

    private async Task FillAsync(NpgsqlConnection connection, Dictionary<string, StoredTable> tables, CancellationToken cancellation)
    {
        await using var reader = await BackupReader.OpenAsync(_file.FullName, _options.Key, cancellation);
        while (await reader.NextTableAsync(cancellation) is { } name)
        {
            if (!tables.TryGetValue(name, out var table)) throw BackupChunks.Damaged();
            var copy = await connection.BeginRawBinaryCopyAsync(table.CopyIn, cancellation);
            try
            {
                await reader.RowsAsync(piece => copy.WriteAsync(piece, cancellation), cancellation);
            }
            catch
            {
                await GiveUpAsync(copy);
                throw;
            }

            await copy.DisposeAsync();
        }

        // The file that was checked and the one that was read are the same; the rows prove the rest.
        if ((await reader.ManifestAsync(cancellation)).At != _manifest.At) throw BackupChunks.Damaged();
    }

    // Disposing would send what is there as if it were all. What went wrong before is what is told.
    private static async Task GiveUpAsync(NpgsqlRawCopyStream copy)
    {
        try
        {
            await copy.CancelAsync();
        }
        catch (Exception gone) when (gone is NpgsqlException or ObjectDisposedException)
        {
            // The connection is lost, and with it the transaction.
        }
    }

    /// <summary>Reads everything back and holds it against the backup.</summary>
    private async Task ProveAsync(StoredTables stored, IReadOnlyList<StoredTable> tables, CancellationToken cancellation)
    {
        var written = _manifest.Tables.ToDictionary(t => t.Name, StringComparer.Ordinal);
        var read = new List<BackupTable>(tables.Count);
        foreach (var table in tables)
        {
            var (described, expected) = (await stored.DescribeAsync(table, cancellation), written[table.Name]);
            if ((described.Rows, described.Sha256) != (expected.Rows, expected.Sha256)) throw NotEqual(table.Name);
            read.Add(described);
        }

        if (BackupDigest.OfFigures(read) != _manifest.Figures) throw NotEqual("figures");
        if (BackupDigest.OfPlan(read) != _manifest.Plan) throw NotEqual("the plan");
        var sequences = await stored.SequencesAsync(cancellation);
        if (_manifest.Sequences.Except(sequences).FirstOrDefault() is { } other) throw NotEqual(other.Name);
    }

    private async Task NoteAsync(NpgsqlConnection connection, AuditHead? replaced, IReadOnlyList<string> migrations, CancellationToken cancellation) =>
        await AuditLog.AppendAsync(
            connection, _time.GetUtcNow(), "command", "restore", _file.Name,
            new
            {
                taken = _manifest.At,
                figures = _manifest.RowsOf("figures"),
                sha256 = _manifest.Figures.Sha256,
                plan = _manifest.Plan.Sha256,
                audit = _manifest.Audit.ToString(),
                replaced = replaced?.ToString(),
                migrations,
            },
            cancellation);

    private static BackupException InUse(string who = "", Exception? inner = null) => new(
        BackupFault.InUse,
        $"Others are at work on these data, the dashboard or another command{who}: stop them, restore, and start them again.",
        inner);

    private static BackupException NotEqual(string what) =>
        new(BackupFault.NotEqual, $"What was restored is not what the backup says ({what}): nothing was changed.");
}
