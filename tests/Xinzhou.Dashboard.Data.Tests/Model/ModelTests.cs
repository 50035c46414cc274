using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Data.Tests.Model;

/// <summary>What EF believes of the database is what the migrations made of an empty one.</summary>
public sealed class ModelTests(PostgresDatabase database) : IClassFixture<PostgresDatabase>
{
    /// <summary>Tables that EF does not know, and why.</summary>
    private static readonly Dictionary<string, string> Unmapped = new()
    {
        ["schema_migrations"] = "the migrations' own",
    };

    [Fact]
    public async Task Every_table_of_the_schema_is_mapped_and_no_other()
    {
        await using var context = DashboardContexts.On(database.App).CreateDbContext();

        Assert.Equal(
            await ListAsync("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"),
            context.Model.GetRelationalModel().Tables.Select(t => t.Name).Concat(Unmapped.Keys).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_column_has_the_name_the_type_and_the_nullability_that_EF_believes()
    {
        await using var context = DashboardContexts.On(database.App).CreateDbContext();

        var mapped = context.Model.GetRelationalModel().Tables.SelectMany(t =>
            t.Columns.Select(c => $"{t.Name}.{c.Name} {c.StoreType} {(c.IsNullable ? "null" : "not null")}"));
        var made = await ListAsync(
            """
            SELECT relname || '.' || attname || ' ' || format_type(atttypid, atttypmod) || CASE WHEN attnotnull THEN ' not null' ELSE ' null' END
            FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
            WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND attnum > 0 AND NOT attisdropped
            """);
        made.RemoveAll(m => Unmapped.ContainsKey(m.Split('.')[0]));

        Assert.Empty((string[])[.. mapped.Except(made).Select(m => $"EF believes {m}"), .. made.Except(mapped).Select(m => $"the database has {m}")]);
    }

    [Fact]
    public async Task Every_primary_key_is_the_one_that_EF_believes()
    {
        await using var context = DashboardContexts.On(database.App).CreateDbContext();

        var made = await ListAsync(
            """
            SELECT c.relname || ' ' || string_agg(a.attname, ', ' ORDER BY k.n)
            FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid CROSS JOIN unnest(i.indkey) WITH ORDINALITY AS k(attnum, n)
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
            WHERE i.indisprimary AND c.relnamespace = 'public'::regnamespace GROUP BY c.relname
            """);
        made.RemoveAll(m => Unmapped.ContainsKey(m.Split(' ')[0]));

        Assert.Equal(made, context.Model.GetRelationalModel().Tables
            .Select(t => $"{t.Name} {string.Join(", ", t.PrimaryKey!.Columns.Select(c => c.Name))}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_foreign_key_that_EF_believes_is_held_by_the_database()
    {
        await using var context = DashboardContexts.On(database.App).CreateDbContext();

        var made = await ListAsync(
            """
            SELECT c.conrelid::regclass || ' (' || string_agg(a.attname, ', ' ORDER BY k.n) || ') ' || c.confrelid::regclass
            FROM pg_constraint c CROSS JOIN unnest(c.conkey) WITH ORDINALITY AS k(attnum, n)
                JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.attnum
            WHERE c.contype = 'f' GROUP BY c.oid, c.conrelid, c.confrelid
            """);

        Assert.Empty(context.Model.GetRelationalModel().Tables.SelectMany(t => t.ForeignKeyConstraints)
            .Select(k => $"{k.Table.Name} ({string.Join(", ", k.Columns.Select(c => c.Name))}) {k.PrincipalTable.Name}").Except(made));
    }

    /// <summary>A mapping that cannot be read at all is told here, and not by the page that first does.</summary>
    [Fact]
    public async Task Every_entity_can_be_read()
    {
        await using var context = DashboardContexts.On(database.App).CreateDbContext();
        var read = typeof(ModelTests).GetMethod(nameof(ReadAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

        foreach (var type in context.Model.GetEntityTypes().Where(t => !t.IsOwned()))
        {
            await (Task)read.MakeGenericMethod(type.ClrType).Invoke(null, [context])!;
        }
    }

    private static Task<List<T>> ReadAsync<T>(DashboardContext context) where T : class => context.Set<T>().Take(1).ToListAsync();

    private async Task<List<string>> ListAsync(string sql)
    {
        await using var command = database.Owner.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var list = new List<string>();
        while (await reader.ReadAsync()) list.Add(reader.GetString(0));
        list.Sort(StringComparer.Ordinal);
        return list;
    }
}
