using Npgsql;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Backup;
using Xinzhou.Dashboard.Data.Migrations;
using Xinzhou.Dashboard.Data.Tests.Demonstration;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Data.Tests.Backup;

[Trait("Category", "Faults")]
public sealed class RestoreTests(DemonstrationDatabase source) : IClassFixture<DemonstrationDatabase>, IAsyncLifetime, IDisposable
{
    private readonly BackupFolder _folder = new();
    private readonly EmptyPostgresDatabase _target = new();

    public Task InitializeAsync() => _target.InitializeAsync();

    public Task DisposeAsync() => _target.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_empty_database_becomes_the_one_that_was_backed_up_with_all_that_protects_it()
    {
        var taken = await _folder.TakeAsync(source);

        var report = await _folder.RestoreAsync(_target);

        Assert.Empty(report.Migrations);
        Assert.Equal(taken.Audit.Event + 1, report.Audit.Event);
        Assert.Equal(await source.GuardsAsync(), await _target.GuardsAsync());
        var again = await _folder.TakeAsync(_target, "again.backup");
        Assert.Equal((taken.Figures, taken.Plan), (again.Figures, again.Plan));
        Assert.Equal(taken.Sequences, again.Sequences);
        Assert.Equal(
            taken.Tables.Where(t => !t.Name.StartsWith("audit_", StringComparison.Ordinal)).Select(t => (t.Name, t.Rows, t.Sha256)),
            again.Tables.Where(t => !t.Name.StartsWith("audit_", StringComparison.Ordinal)).Select(t => (t.Name, t.Rows, t.Sha256)));
        Assert.Null((await AuditChain.VerifyAsync(_target.App, taken.Audit)).FirstBad);
        Assert.Equal("restore", await _target.AskAsync($"SELECT action FROM audit_events WHERE id = {report.Audit.Event}"));
        Assert.Equal("42501", await RefusalAsync(_target.App, "UPDATE figures SET value = 1"));
        Assert.Equal("23000", await RefusalAsync(_target.Owner, "UPDATE figures SET value = 1"));
        Assert.Equal("42501", await RefusalAsync(_target.App, "TRUNCATE audit_events"));
    }

    [Fact]
    public async Task What_an_installation_holds_is_replaced_only_if_that_was_said_and_the_log_says_what_it_was()
    {
        await _folder.TakeAsync(source);
        await _folder.RestoreAsync(_target);
        await _target.RunAsync("INSERT INTO source_documents (identity, reliability) VALUES ('later', 'repost')");
        var held = await _folder.TakeAsync(_target, "held.backup");
        var before = await AuditChain.VerifyAsync(_target.App, null);

        var refused = await Assert.ThrowsAsync<BackupException>(() => _folder.RestoreAsync(_target));

        Assert.Equal(BackupFault.NotEmpty, refused.Fault);
        Assert.Equal("1", await _target.AskAsync("SELECT count(*) FROM source_documents WHERE identity = 'later'"));
        var report = await _folder.RestoreAsync(_target, replace: true);
        Assert.Equal("0", await _target.AskAsync("SELECT count(*) FROM source_documents WHERE identity = 'later'"));
        Assert.Equal(before.Head.ToString(), await _target.AskAsync($"SELECT details ->> 'replaced' FROM audit_events WHERE id = {report.Audit.Event}"));
        // And forth again, to what was replaced.
        Assert.Equal(held.Audit.Event + 1, (await _folder.RestoreAsync(_target, "held.backup", replace: true)).Audit.Event);
        Assert.Equal("1", await _target.AskAsync("SELECT count(*) FROM source_documents WHERE identity = 'later'"));
    }

    [Fact]
    public async Task An_installation_in_which_nobody_has_done_anything_yet_counts_as_empty()
    {
        await _folder.TakeAsync(source);
        var begun = new PostgresDatabase();
        await begun.InitializeAsync();
        try
        {
            await begun.RunAsync("INSERT INTO audit_events (at, actor, action) VALUES (now(), 'setup', 'import'), (now(), 'command', 'settings.change'), (now(), 'schedule', 'backup')");
            await _folder.RestoreAsync(begun);

            Assert.Equal("1", await begun.AskAsync("SELECT count(*) FROM demonstration"));
        }
        finally
        {
            await begun.DisposeAsync();
        }
    }

    [Fact]
    public async Task One_that_fails_half_way_changes_nothing()
    {
        // Rows that no check would let in: the backup is whole, and PostgreSQL refuses it late, when the keys come back.
        var broken = new PostgresDatabase();
        await broken.InitializeAsync();
        try
        {
            await broken.RunAsync(
                """
                ALTER TABLE return_calendar DISABLE TRIGGER USER;
                ALTER TABLE return_calendar DROP CONSTRAINT return_calendar_form_code_fkey;
                INSERT INTO return_calendar (form_code, quarter, opens_at, due_at, closes_at) VALUES ('none', '2025-Q1', '2025-04-01', '2025-04-10', '2025-04-20');
                """);
            await _folder.TakeAsync(broken, "broken.backup");
        }
        finally
        {
            await broken.DisposeAsync();
        }

        await _folder.TakeAsync(source);
        await _folder.RestoreAsync(_target);
        var before = await _folder.TakeAsync(_target, "before.backup");
        var guards = await _target.GuardsAsync();

        var refused = await Assert.ThrowsAsync<PostgresException>(() => _folder.RestoreAsync(_target, "broken.backup", replace: true));

        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, refused.SqlState);
        await AssertUntouchedAsync();

        using var told = new CancellationTokenSource();
        await told.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _folder.RestoreAsync(_target, replace: true, cancellation: told.Token));
        await AssertUntouchedAsync();

        async Task AssertUntouchedAsync()
        {
            Assert.Equal(guards, await _target.GuardsAsync());
            var after = await _folder.TakeAsync(_target, "after.backup", force: true);
            Assert.Equal((before.Figures, before.Plan), (after.Figures, after.Plan));
            Assert.Equal(before.Sequences, after.Sequences);
            Assert.Null((await AuditChain.VerifyAsync(_target.App, before.Audit)).FirstBad);
        }
    }

    [Fact]
    public async Task One_of_an_older_version_is_restored_as_it_was_and_brought_to_this_one()
    {
        var older = new EmptyPostgresDatabase();
        await older.InitializeAsync();
        try
        {
            await using (var connection = await older.Owner.OpenConnectionAsync())
            await using (var transaction = await connection.BeginTransactionAsync())
            {
                await Migrator.ApplyAsync(connection, Migrator.Known.Where(m => string.CompareOrdinal(m, "0012") < 0), default);
                await transaction.CommitAsync();
            }

            await older.RunAsync(
                """
                INSERT INTO validation_rules (code, "order", definition) VALUES ('ytd_not_falling', 7, '{"type": "ytd_not_falling"}');
                INSERT INTO validation_rule_versions (code, definition, changed_at, reason) VALUES ('ytd_not_falling', '{"type": "ytd_not_falling"}', now(), '随产品提供');
                INSERT INTO departments (code, "order", name) VALUES ('d1', 1, '测试局');
                INSERT INTO audit_events (at, actor, action, subject) VALUES (now(), 'command', 'import', 'a');
                """);
            await _folder.TakeAsync(older, "older.backup");
        }
        finally
        {
            await older.DisposeAsync();
        }

        // Over an installation of this version, whose tables are others.
        await _folder.TakeAsync(source);
        await _folder.RestoreAsync(_target);
        var guards = await _target.GuardsAsync();

        var report = await _folder.RestoreAsync(_target, "older.backup", replace: true);

        Assert.Equal(Migrator.Known.Where(m => string.CompareOrdinal(m, "0012") > 0), report.Migrations);
        Assert.Equal(guards, await _target.GuardsAsync());
        Assert.Equal("测试局 warning", await _target.AskAsync(
            "SELECT name || ' ' || (SELECT definition ->> 'severity' FROM validation_rules WHERE code = 'ytd_not_falling') FROM departments"));
        Assert.Equal((2L, (long?)null), await AuditChain.VerifyAsync(_target.App));
        Assert.Empty(await Migrator.MigrateAsync(_target.Owner));
    }

    [Fact]
    public async Task One_of_a_newer_version_one_that_was_altered_by_hand_and_a_database_of_something_else_are_refused()
    {
        var other = new PostgresDatabase();
        await other.InitializeAsync();
        try
        {
            await other.RunAsync("ALTER TABLE departments ADD COLUMN by_hand text");
            await _folder.TakeAsync(other, "altered.backup");
            await other.RunAsync("INSERT INTO schema_migrations (name) VALUES ('9999_later')");
            await _folder.TakeAsync(other, "newer.backup");
        }
        finally
        {
            await other.DisposeAsync();
        }

        var newer = await Assert.ThrowsAsync<BackupException>(() => _folder.RestoreAsync(_target, "newer.backup"));
        Assert.Equal(BackupFault.NewerSchema, newer.Fault);
        Assert.Contains("9999_later", newer.Message, StringComparison.Ordinal);
        var altered = await Assert.ThrowsAsync<BackupException>(() => _folder.RestoreAsync(_target, "altered.backup"));
        Assert.Equal(BackupFault.OtherSchema, altered.Fault);
        Assert.Contains("departments", altered.Message, StringComparison.Ordinal);
        Assert.Equal("", await _target.AskAsync("SELECT to_regclass('figures')::text"));

        await _target.RunAsync("CREATE TABLE accounts (id integer)");
        await _folder.TakeAsync(source);
        Assert.Equal(BackupFault.ForeignTables, (await Assert.ThrowsAsync<BackupException>(() => _folder.RestoreAsync(_target, replace: true))).Fault);
        Assert.Equal("accounts", await _target.AskAsync("SELECT to_regclass('accounts')::text"));
    }

    [Fact]
    public async Task Nothing_is_restored_while_somebody_else_is_connected()
    {
        await _folder.TakeAsync(source);
        await using var elsewhere = NpgsqlDataSource.Create(_target.AppConnectionString);
        await using (await elsewhere.OpenConnectionAsync())
        {
            var refused = await Assert.ThrowsAsync<BackupException>(() => _folder.RestoreAsync(_target));

            Assert.Equal(BackupFault.InUse, refused.Fault);
            Assert.Contains("xzd_app", refused.Message, StringComparison.Ordinal);
        }

        elsewhere.Clear();
        await _folder.RestoreAsync(_target);
    }

    [Fact]
    public async Task A_log_that_was_broken_before_is_restored_as_broken_as_it_was()
    {
        var broken = new PostgresDatabase();
        await broken.InitializeAsync();
        try
        {
            await broken.RunAsync(
                """
                INSERT INTO audit_events (at, actor, action) VALUES (now(), 'a', 'import'), (now(), 'b', 'import');
                ALTER TABLE audit_events DISABLE TRIGGER USER; UPDATE audit_events SET actor = 'x' WHERE id = 1; ALTER TABLE audit_events ENABLE TRIGGER USER
                """);
            Assert.Equal(1, (await _folder.TakeAsync(broken)).AuditFirstBad);
        }
        finally
        {
            await broken.DisposeAsync();
        }

        await _folder.RestoreAsync(_target);

        Assert.Equal(1, (await AuditChain.VerifyAsync(_target.App)).FirstBad);
    }

    private static async Task<string> RefusalAsync(NpgsqlDataSource data, string sql)
    {
        await using var command = data.CreateCommand(sql);
        return (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState;
    }
}
