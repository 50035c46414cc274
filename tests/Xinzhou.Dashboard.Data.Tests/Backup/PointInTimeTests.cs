using Npgsql;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Backup;
using Xinzhou.Dashboard.Data.Migrations;
using Xinzhou.Dashboard.Data.Server;

namespace Xinzhou.Dashboard.Data.Tests.Backup;

/// <summary>Back to any moment: what docs/operations.md says of it, tried.</summary>
[Trait("Category", "Faults")]
public sealed class PointInTimeTests
{
    [PgBackRestFact]
    public async Task A_server_that_is_lost_comes_back_as_it_was_the_moment_before_somebody_emptied_it()
    {
        await using var server = await ArchivedServer.StartAsync();
        await using var owner = NpgsqlDataSource.Create(server.OwnerConnectionString);
        // All after the base backup: it is in the archive alone.
        await Migrator.MigrateAsync(owner);
        await using (var connection = await owner.OpenConnectionAsync())
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await using var row = new NpgsqlCommand("INSERT INTO source_documents (identity, reliability) VALUES ('kept', 'official')", connection);
            await row.ExecuteNonQueryAsync();
            await AuditLog.AppendAsync(connection, DateTimeOffset.UnixEpoch, "somebody", "import", "kept", new { }, default);
            await transaction.CommitAsync();
        }

        var before = await DescribeAsync(owner);
        var moment = (string)(await server.AskAsync(DatabaseRoles.Database, "SELECT clock_timestamp()::text"))!;
        await server.AskAsync(DatabaseRoles.Database, "DROP SCHEMA public CASCADE");
        // Sees to it that the archive has everything up to here.
        await server.BackRestAsync("check");

        await server.LoseAsync();
        await server.RestoreAsync(moment);

        Assert.Equal(before, await DescribeAsync(owner));
        Assert.Contains(before, table => table is { Name: "source_documents", Rows: 1 });
        Assert.Equal((1L, (long?)null), await AuditChain.VerifyAsync(owner));
    }

    private static async Task<IReadOnlyList<(string Name, long Rows, string Sha256)>> DescribeAsync(NpgsqlDataSource owner)
    {
        await using var connection = await owner.OpenConnectionAsync();
        var stored = new StoredTables(connection);
        var described = new List<(string, long, string)>();
        foreach (var table in await stored.AllAsync(default))
        {
            var (name, _, rows, sha256) = await stored.DescribeAsync(table, default);
            described.Add((name, rows, sha256));
        }

        return described;
    }
}
