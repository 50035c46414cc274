using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Backup;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Data.Tests.Backup;

[Trait("Category", "Faults")]
public sealed class BackupTests(PostgresDatabase database) : IClassFixture<PostgresDatabase>, IDisposable
{
    private readonly BackupFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_table_of_the_database_is_in_it_also_one_that_nobody_has_heard_of()
    {
        await database.RunAsync("CREATE TABLE IF NOT EXISTS heard_of_by_nobody (a text, b numeric GENERATED ALWAYS AS (1) STORED); INSERT INTO heard_of_by_nobody (a) VALUES ('甲'), ('乙')");
        try
        {
            var manifest = await _folder.TakeAsync(database);

            Assert.Equal(
                await database.AskAsync("""SELECT string_agg(relname, ' ' ORDER BY relname COLLATE "C") FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"""),
                string.Join(' ', manifest.Tables.Select(t => t.Name)));
            var unheard = manifest.Tables.Single(t => t.Name == "heard_of_by_nobody");
            Assert.Equal((2L, "a text"), (unheard.Rows, Assert.Single(unheard.Columns)));
            Assert.Equal(manifest.RowsOf("indicators"), long.Parse(await database.AskAsync("SELECT count(*) FROM indicators"), System.Globalization.CultureInfo.InvariantCulture));
        }
        finally
        {
            await database.RunAsync("DROP TABLE heard_of_by_nobody");
        }
    }

    // Other schemas, partitioned or foreign tables, views with rows of their own, tables of extensions and large objects.
    [Fact]
    public async Task No_migration_keeps_anything_where_a_backup_does_not_look() => Assert.Equal("", await database.AskAsync(
        """
        SELECT string_agg(kept, ' ') FROM (
            SELECT c.oid::regclass::text AS kept FROM pg_class c
            WHERE c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace, 'pg_toast'::regnamespace)
                AND (c.relkind IN ('p', 'f', 'm') OR (c.relkind IN ('r', 'S') AND (c.relnamespace <> 'public'::regnamespace OR c.relpersistence <> 'p'
                    OR EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'))))
            UNION ALL SELECT 'large object ' || oid FROM pg_largeobject_metadata) AS elsewhere
        """));

    [Fact]
    public async Task The_same_rows_have_the_same_digests_whatever_order_they_lie_in()
    {
        var before = await _folder.TakeAsync(database);
        await database.RunAsync("INSERT INTO reliability_overrides VALUES ('a.example', 'repost'), ('B.example', 'official')");
        var forth = await _folder.TakeAsync(database, "b.backup");
        await database.RunAsync("DELETE FROM reliability_overrides; INSERT INTO reliability_overrides VALUES ('B.example', 'official'), ('a.example', 'repost')");

        var back = await _folder.TakeAsync(database, "c.backup");

        Assert.NotEqual(Of(before), Of(forth));
        Assert.Equal(Of(forth), Of(back));
        static string Of(BackupManifest manifest) => manifest.Tables.Single(t => t.Name == "reliability_overrides").Sha256;
    }

    [Fact]
    public async Task It_is_one_moment_while_others_go_on_writing_and_none_of_them_waits()
    {
        using var done = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 3).Select(w => Task.Run(async () =>
        {
            var written = 0;
            await using var connection = await database.App.OpenConnectionAsync();
            for (; !done.IsCancellationRequested; written++)
            {
                await using var transaction = await connection.BeginTransactionAsync();
                await using var row = new Npgsql.NpgsqlCommand("INSERT INTO source_documents (identity, reliability) VALUES ($1, 'repost')", connection);
                row.Parameters.AddWithValue($"moment {w} {written}");
                await row.ExecuteNonQueryAsync();
                await AuditLog.AppendAsync(connection, DateTimeOffset.UnixEpoch, "writer", "import", "moment", new { }, default);
                await transaction.CommitAsync();
            }

            return written;
        })).ToArray();
        await Wait.UntilAsync(async () => long.Parse(await database.AskAsync("SELECT count(*) FROM audit_events WHERE subject = 'moment'"), System.Globalization.CultureInfo.InvariantCulture) > 10);

        await _folder.TakeAsync(database);
        await done.CancelAsync();
        var written = (await Wait.ForAsync(Task.WhenAll(writers))).Sum();

        var restored = new EmptyPostgresDatabase();
        await restored.InitializeAsync();
        try
        {
            await _folder.RestoreAsync(restored);
            var rows = long.Parse(await restored.AskAsync("SELECT count(*) FROM source_documents WHERE identity LIKE 'moment%'"), System.Globalization.CultureInfo.InvariantCulture);
            Assert.InRange(rows, 11, written);
            Assert.Equal($"{rows}", await restored.AskAsync("SELECT count(*) FROM audit_events WHERE subject = 'moment'"));
            Assert.Null((await AuditChain.VerifyAsync(restored.App)).FirstBad);
        }
        finally
        {
            await restored.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_file_that_is_there_stays_unless_it_is_to_be_replaced_and_nobody_else_may_read_it()
    {
        await File.WriteAllTextAsync(_folder.File("a.backup").FullName, "kept");

        var refused = await Assert.ThrowsAsync<BackupException>(() => _folder.TakeAsync(database));

        Assert.Equal(BackupFault.FileExists, refused.Fault);
        Assert.Equal("kept", await File.ReadAllTextAsync(_folder.File("a.backup").FullName));
        await _folder.TakeAsync(database, force: true);
        Assert.Equal(["a.backup"], _folder.Files);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.File("a.backup").FullName));
    }

    [Fact]
    public async Task A_disk_that_is_full_leaves_no_file_and_the_one_before_stays()
    {
        await File.WriteAllTextAsync(_folder.File("a.backup").FullName, "kept");
        File.CreateSymbolicLink(_folder.File("a.backup.partial").FullName, "/dev/full");

        await Assert.ThrowsAsync<IOException>(() => _folder.TakeAsync(database, force: true));

        Assert.Equal(["a.backup"], _folder.Files);
        Assert.Equal("kept", await File.ReadAllTextAsync(_folder.File("a.backup").FullName));
    }

    [Fact]
    public async Task What_an_earlier_one_left_half_written_is_in_nobodys_way()
    {
        await File.WriteAllTextAsync(_folder.File("a.backup.partial").FullName, new string('x', 10_000_000));

        var manifest = await _folder.TakeAsync(database);

        Assert.Equal(["a.backup"], _folder.Files);
        Assert.Equal(manifest.Figures, (await BackupReader.CheckAsync(_folder.File("a.backup").FullName, null, default)).Figures);
    }

    [Fact]
    public async Task It_is_noted_in_the_log_and_a_database_that_was_never_started_has_none()
    {
        await _folder.TakeAsync(database, "noted.backup");
        Assert.Equal("1", await database.AskAsync("SELECT count(*) FROM audit_events WHERE action = 'backup' AND subject = 'noted.backup'"));

        var empty = new EmptyPostgresDatabase();
        await empty.InitializeAsync();
        try
        {
            Assert.Equal(BackupFault.NothingThere, (await Assert.ThrowsAsync<BackupException>(() => _folder.TakeAsync(empty))).Fault);
            Assert.Equal(["noted.backup"], _folder.Files);
        }
        finally
        {
            await empty.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_byte_that_is_changed_anywhere_is_found_before_anything_is_restored()
    {
        await _folder.TakeAsync(database);
        var file = _folder.File("a.backup").FullName;
        var written = await File.ReadAllBytesAsync(file);
        var places = Enumerable.Range(0, 300).Concat(Enumerable.Range(0, 60).Select(n => 300 + (n * (written.Length - 340) / 60))).Concat(Enumerable.Range(written.Length - 40, 40));
        foreach (var place in places)
        {
            await File.WriteAllBytesAsync(file, [.. written[..place], (byte)(written[place] ^ 0x10), .. written[(place + 1)..]]);

            var fault = (await Assert.ThrowsAsync<BackupException>(() => BackupReader.CheckAsync(file, null, default))).Fault;

            Assert.Contains(fault, new[] { BackupFault.NotABackup, BackupFault.Damaged, BackupFault.Truncated });
        }
    }

    [Fact]
    public async Task A_file_without_its_end_and_one_that_is_something_else_are_told_as_such()
    {
        await _folder.TakeAsync(database);
        var file = _folder.File("a.backup").FullName;
        var written = await File.ReadAllBytesAsync(file);
        foreach (var length in new[] { 9, 13, 60, written.Length / 2, written.Length - 1 })
        {
            await File.WriteAllBytesAsync(file, written[..length]);
            Assert.Equal(BackupFault.Truncated, await FaultAsync());
        }

        foreach (var other in new[] { "", "PK\u0003\u0004", "indicator,region,period\n", "XZDBACK" })
        {
            await File.WriteAllTextAsync(file, other);
            Assert.Equal(BackupFault.NotABackup, await FaultAsync());
        }

        async Task<BackupFault> FaultAsync() => (await Assert.ThrowsAsync<BackupException>(() => BackupReader.CheckAsync(file, null, default))).Fault;
    }

    [Theory]
    [InlineData(BackupCipher.Aes, "aes-256-gcm")]
    [InlineData(BackupCipher.Sm4, "sm4-128-gcm")]
    public async Task Encrypted_it_opens_with_its_key_alone_and_shows_nothing_of_what_it_holds(BackupCipher cipher, string named)
    {
        var key = await _folder.KeyAsync("0123456789abcdef0123456789abcdef\n");
        var other = await _folder.KeyAsync("0123456789abcdef0123456789abcdeF\n");
        var manifest = await _folder.TakeAsync(database, key: key, cipher: cipher);
        await _folder.TakeAsync(database, "open.backup");
        var file = _folder.File("a.backup").FullName;

        Assert.Equal(manifest.Figures, (await BackupReader.CheckAsync(file, key, default)).Figures);
        // Whether the key file ends with a line feed is no part of the key.
        Assert.Equal(manifest.Plan, (await BackupReader.CheckAsync(file, await _folder.KeyAsync("0123456789abcdef0123456789abcdef"), default)).Plan);
        Assert.Equal(BackupFault.WrongKey, await FaultAsync(file, other));
        Assert.Equal(BackupFault.KeyNeeded, await FaultAsync(file, null));
        Assert.Equal(BackupFault.NotEncrypted, await FaultAsync(_folder.File("open.backup").FullName, key));
        var written = await File.ReadAllBytesAsync(file);
        Assert.Contains($"\"cipher\":\"{named}\"", System.Text.Encoding.ASCII.GetString(written, 0, 300), StringComparison.Ordinal);
        Assert.Equal(-1, written.AsSpan().IndexOf("audit_events"u8));
        await File.WriteAllBytesAsync(file, written[..^1]);
        Assert.Equal(BackupFault.Truncated, await FaultAsync(file, key));
        foreach (var place in new[] { written.Length / 3, written.Length / 2, written.Length - 1 })
        {
            await File.WriteAllBytesAsync(file, [.. written[..place], (byte)(written[place] ^ 1), .. written[(place + 1)..]]);
            Assert.Equal(BackupFault.Damaged, await FaultAsync(file, key));
        }

        static async Task<BackupFault> FaultAsync(string file, BackupKey? key) =>
            (await Assert.ThrowsAsync<BackupException>(() => BackupReader.CheckAsync(file, key, default))).Fault;
    }

    [Theory]
    [InlineData("")]
    [InlineData("short\n")]
    [InlineData("123456789012345          \n")]
    public async Task What_is_too_short_is_no_key(string content) =>
        Assert.Equal(BackupFault.NoKey, (await Assert.ThrowsAsync<BackupException>(() => _folder.KeyAsync(content))).Fault);
}
