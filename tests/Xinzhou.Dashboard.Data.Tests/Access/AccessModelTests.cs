using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Data.Tests.Access;

/// <summary>EF must find exactly the columns that the migrations made.</summary>
public sealed class AccessModelTests(PostgresDatabase database) : IClassFixture<PostgresDatabase>
{
    [Fact]
    public async Task The_model_of_EF_has_the_columns_of_the_tables_with_their_types_and_nullability()
    {
        await using var services = AccessContext.Register(new ServiceCollection().AddSingleton(database.App)).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var tables = scope.ServiceProvider.GetRequiredService<AccessContext>().Model.GetRelationalModel().Tables.ToArray();

        Assert.Equal(["user_claims", "user_logins", "user_passkeys", "user_tokens", "users"], tables.Select(t => t.Name).Order());
        foreach (var table in tables)
        {
            var expected = table.Columns.Select(c => $"{c.Name} {c.StoreType} {(c.IsNullable ? "null" : "not null")}").Order();
            Assert.Equal(await ColumnsAsync(table.Name), expected.Select(Loosely));
        }
    }

    // The tables are stricter than Identity's stores where the product is: what is never null may be declared so.
    private static string Loosely(string column) => column switch
    {
        "normalized_user_name character varying(256) null" => "normalized_user_name character varying(256) not null",
        "user_name character varying(256) null" => "user_name character varying(256) not null",
        "security_stamp text null" => "security_stamp text not null",
        "data jsonb null" => "data jsonb not null",
        _ => column,
    };

    private async Task<IReadOnlyList<string>> ColumnsAsync(string table)
    {
        await using var command = database.App.CreateCommand(
            """
            SELECT attname || ' ' || format_type(atttypid, atttypmod) || CASE WHEN attnotnull THEN ' not null' ELSE ' null' END
            FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = table });
        await using var reader = await command.ExecuteReaderAsync();
        var columns = new List<string>();
        while (await reader.ReadAsync())
        {
            columns.Add(reader.GetString(0));
        }

        return [.. columns.Order()];
    }
}
