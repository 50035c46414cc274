using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Data.Tests.Audit;

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
    public async Task A_change_a_removal_and_a_move_are_found_at_the_first_bad_event(string tampering, long firstBad)
    {
        // Only somebody above the owner can: the triggers have to be switched off.
        await using (var command = _database.Owner.CreateCommand(
            $"ALTER TABLE audit_events DISABLE TRIGGER insert_only; {tampering}; ALTER TABLE audit_events ENABLE TRIGGER insert_only"))
        {
            await command.ExecuteNonQueryAsync();
        }

        Assert.Equal(firstBad, (await AuditChain.VerifyAsync(_database.App)).FirstBad);
    }
}
