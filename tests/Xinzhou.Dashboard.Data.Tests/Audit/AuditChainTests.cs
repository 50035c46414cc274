using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Data.Tests.Audit;

[Trait("Category", "Security")]
public sealed class AuditChainTests : IAsyncLifetime
{
    private readonly PostgresDatabase _database = new();

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        await using var connection = await _database.App.OpenConnectionAsync();
        for (var n = 1; n <= 5; n++)
        {
            await AuditLog.AppendAsync(connection, DateTimeOffset.UnixEpoch.AddDays(n), "test", "import", $"file {n}", new { n }, default);
        }
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task An_untouched_log_is_intact() =>
        Assert.Equal((5L, (long?)null), await AuditChain.VerifyAsync(_database.App));

    [Theory]
    [InlineData("UPDATE audit_events SET actor = 'somebody' WHERE id = 3", 3)]
    [InlineData("UPDATE audit_events SET details = '{}' WHERE id = 2", 2)]
    [InlineData("DELETE FROM audit_events WHERE id = 3", 4)]
    [InlineData("UPDATE audit_events SET id = id + 10 WHERE id = 2", 3)]
    [InlineData("DELETE FROM audit_events WHERE id = 1", 2)]
    [InlineData("DELETE FROM audit_events WHERE id = 5", 5)]
    [InlineData("DELETE FROM audit_events WHERE id > 2", 3)]
    [InlineData("DELETE FROM audit_events", 1)]
    [InlineData("UPDATE audit_events SET id = -id WHERE id IN (2, 3); UPDATE audit_events SET id = 5 + id WHERE id < 0", 2)]
    [InlineData("UPDATE audit_events SET at = at + interval '1 microsecond' WHERE id = 1", 1)]
    [InlineData("UPDATE audit_events SET hash = audit_hash(previous_hash, audit_events) WHERE id = 5; UPDATE audit_events SET subject = 'x' WHERE id = 5", 5)]
    [InlineData("UPDATE audit_events SET subject = 'x' WHERE id = 5; UPDATE audit_events SET hash = audit_hash(previous_hash, audit_events) WHERE id = 5", 6)]
    [InlineData("CREATE OR REPLACE FUNCTION audit_hash(previous bytea, event audit_events) RETURNS bytea LANGUAGE sql AS 'SELECT event.hash'; UPDATE audit_events SET actor = 'x' WHERE id = 4", 4)]
    [InlineData("INSERT INTO audit_events (id, at, actor, action, previous_hash, hash) SELECT 6, at, 'x', 'import', hash, '\\x00' FROM audit_events WHERE id = 5", 6)]
    public async Task A_change_a_removal_and_a_move_are_found_at_the_first_bad_event(string tampering, long firstBad)
    {
        // Only somebody above the owner can: the triggers have to be switched off.
        await TamperAsync(tampering);

        Assert.Equal(firstBad, (await AuditChain.VerifyAsync(_database.App)).FirstBad);
    }

    [Fact]
    public async Task What_was_cut_off_at_the_end_stays_missing_when_the_log_goes_on()
    {
        await TamperAsync("DELETE FROM audit_events WHERE id > 3");

        await using var connection = await _database.App.OpenConnectionAsync();
        await AuditLog.AppendAsync(connection, DateTimeOffset.UnixEpoch, "test", "import", "later", new { }, default);

        Assert.Equal(6, (await AuditChain.VerifyAsync(_database.App)).FirstBad);
    }

    [Fact]
    public async Task A_transaction_that_is_given_up_leaves_no_gap()
    {
        await using var connection = await _database.App.OpenConnectionAsync();
        await using (await connection.BeginTransactionAsync())
        {
            await AuditLog.AppendAsync(connection, DateTimeOffset.UnixEpoch, "test", "import", "given up", new { }, default);
        }

        await AuditLog.AppendAsync(connection, DateTimeOffset.UnixEpoch, "test", "import", "kept", new { }, default);

        var (events, firstBad, head) = await AuditChain.VerifyAsync(_database.App, null);
        Assert.Equal((6L, null, 6L), (events, firstBad, head.Event));
    }

    [Theory]
    [InlineData("UPDATE audit_events SET subject = 'x' WHERE id = 4")]
    [InlineData("DELETE FROM audit_events WHERE id = 5")]
    public async Task A_log_that_was_written_anew_to_its_end_is_found_by_a_head_that_was_noted(string tampering)
    {
        var noted = (await AuditChain.VerifyAsync(_database.App, null)).Head;
        // The whole chain and the head anew, as its owner could.
        await TamperAsync(
            $"""
            {tampering};
            DO $$ DECLARE e audit_events; before bytea := sha256(''::bytea);
            BEGIN
                FOR e IN SELECT * FROM audit_events ORDER BY id LOOP
                    UPDATE audit_events SET previous_hash = before, hash = audit_hash(before, e) WHERE id = e.id RETURNING hash INTO before;
                    UPDATE audit_head SET event = e.id, hash = before;
                END LOOP;
            END $$
            """);

        Assert.Null((await AuditChain.VerifyAsync(_database.App)).FirstBad);
        Assert.Equal(5, (await AuditChain.VerifyAsync(_database.App, AuditHead.Parse(noted.ToString()))).FirstBad);
    }

    [Theory]
    [InlineData("UPDATE audit_events SET address = NULL WHERE id = 6", 6)]
    [InlineData("UPDATE audit_events SET address = '10.0.0.6' WHERE id = 6", 6)]
    [InlineData("UPDATE audit_events SET session = NULL WHERE id = 6", 6)]
    [InlineData("UPDATE audit_events SET os_user = address, address = NULL WHERE id = 6", 6)]
    [InlineData("UPDATE audit_events SET address = '10.0.0.5' WHERE id = 3", 3)]
    [InlineData("UPDATE audit_events SET os_user = 'somebody' WHERE id = 7", 7)]
    public async Task Where_an_event_came_from_is_part_of_it(string tampering, long firstBad)
    {
        var session = Guid.NewGuid();
        AuditOrigin.Current = AuditOrigin.OfReader(System.Net.IPAddress.Parse("::ffff:10.0.0.5"), session);
        await using (var connection = await _database.App.OpenConnectionAsync())
        {
            await AuditLog.AppendAsync(connection, DateTimeOffset.UnixEpoch, "test", "import", "by a reader", new { }, default);
        }

        AuditOrigin.Current = AuditOrigin.OfCommand();
        await AuditLog.AppendAsync(_database.Contexts, TimeProvider.System, "test", "import", "by a command", new { });
        Assert.Equal((7L, (long?)null), await AuditChain.VerifyAsync(_database.App));
        await using (var asked = _database.App.CreateCommand("SELECT string_agg(concat_ws(' ', id, address, session, os_user), ', ' ORDER BY id) FROM audit_events WHERE id > 5"))
        {
            Assert.Equal($"6 10.0.0.5 {session}, 7 {AuditOrigin.OfCommand().OsUser}", await asked.ExecuteScalarAsync());
        }

        await TamperAsync(tampering);

        Assert.Equal(firstBad, (await AuditChain.VerifyAsync(_database.App)).FirstBad);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("5:abc")]
    [InlineData("-5:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("5:z3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public void What_is_no_head_is_not_read_as_one(string text) => Assert.Null(AuditHead.Parse(text));

    [Fact]
    public async Task The_application_cannot_move_the_head()
    {
        await using var command = _database.App.CreateCommand("UPDATE audit_head SET event = 0");

        Assert.Equal("42501", (await Assert.ThrowsAsync<Npgsql.PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState);
    }

    private async Task TamperAsync(string tampering)
    {
        await using var command = _database.Owner.CreateCommand(
            $"ALTER TABLE audit_events DISABLE TRIGGER USER; {tampering}; ALTER TABLE audit_events ENABLE TRIGGER USER");
        await command.ExecuteNonQueryAsync();
    }
}
