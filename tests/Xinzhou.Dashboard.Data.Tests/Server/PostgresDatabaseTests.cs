using Npgsql;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Data.Tests.Server;

[Trait("Category", "Faults")]
public sealed class PostgresDatabaseTests(PostgresDatabase database) : IClassFixture<PostgresDatabase>
{
    [Fact]
    public async Task The_owner_creates_and_the_application_may_do_only_what_it_is_granted()
    {
        await ExecuteAsync(database.Owner, "CREATE TABLE kept (id int); GRANT SELECT, INSERT ON kept TO xzd_app");

        await ExecuteAsync(database.App, "INSERT INTO kept VALUES (1)");

        var refused = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(database.App, "DELETE FROM kept"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        refused = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(database.App, "CREATE TABLE mine (id int)"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Every_database_begins_as_its_template()
    {
        var template = new PostgresTemplate("with_one_row", async (owner, _) =>
        {
            await using var source = NpgsqlDataSource.Create(owner);
            await ExecuteAsync(source, "CREATE TABLE rows AS SELECT 1 AS n");
        });
        var first = new Copy(template);
        var second = new Copy(template);
        await Task.WhenAll(first.InitializeAsync(), second.InitializeAsync());

        await ExecuteAsync(first.Owner, "INSERT INTO rows VALUES (2)");

        Assert.Equal(1L, await CountAsync(second));
        Assert.Equal(2L, await CountAsync(first));
        await first.DisposeAsync();
        await second.DisposeAsync();
    }

    private static async Task<object?> CountAsync(PostgresDatabase of)
    {
        await using var command = of.Owner.CreateCommand("SELECT count(*) FROM rows");
        return await command.ExecuteScalarAsync();
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string statement)
    {
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }

    private sealed class Copy(PostgresTemplate template) : PostgresDatabase
    {
        protected override PostgresTemplate Template => template;
    }
}
