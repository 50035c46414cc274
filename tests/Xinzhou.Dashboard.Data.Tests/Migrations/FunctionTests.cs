using Npgsql;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Migrations;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Data.Tests.Migrations;

/// <summary>The functions of the database believe the tables that the migrations made, whatever a connection makes of its own.</summary>
[Trait("Category", "Security")]
public sealed class FunctionTests : IAsyncLifetime
{
    private readonly EmptyPostgresDatabase _database = new();

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        await Migrator.MigrateAsync(_database.Owner);
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Every_function_says_where_it_looks_for_its_tables_and_temporary_ones_come_last()
    {
        Assert.Equal("", await ScalarAsync(
            _database.Owner,
            """
            SELECT coalesce(string_agg(oid::regprocedure::text, ', '), '') FROM pg_proc
            WHERE pronamespace = 'public'::regnamespace AND NOT coalesce(proconfig, '{}') @> ARRAY['search_path=public, pg_temp']
            """));
        Assert.NotEqual("0", await ScalarAsync(
            _database.Owner, "SELECT count(*)::text FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef"));
    }

    [Fact]
    public async Task Nobody_but_the_owner_may_execute_what_only_triggers_do() =>
        Assert.Equal("", await ScalarAsync(
            _database.Owner,
            """
            SELECT coalesce(string_agg(oid::regprocedure::text, ', '), '') FROM pg_proc
            WHERE pronamespace = 'public'::regnamespace AND prorettype = 'trigger'::regtype AND has_function_privilege('xzd_app', oid, 'EXECUTE')
            """));

    [Theory]
    [InlineData("CREATE TEMPORARY TABLE audit_head (id integer)")]
    [InlineData("CREATE TABLE audit_head_too (id integer)")]
    [InlineData("CREATE FUNCTION mine() RETURNS integer LANGUAGE sql AS 'SELECT 1'")]
    public async Task The_application_makes_nothing_of_its_own(string statement)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(_database.App, statement));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Fact]
    public async Task A_database_that_was_restored_and_has_the_privileges_of_a_new_one_loses_them_at_the_next_start()
    {
        await GrantTemporaryAsync();

        await Migrator.MigrateAsync(_database.Owner);

        await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(_database.App, "CREATE TEMPORARY TABLE audit_head (id integer)"));
    }

    [Fact]
    public async Task A_temporary_table_of_the_same_name_forges_no_event_and_lets_nobody_in_who_may_not()
    {
        var somebody = Guid.NewGuid();
        await ScalarAsync(
            _database.Owner,
            $"""
            INSERT INTO users (id, user_name, normalized_user_name, security_stamp, display_name, role, created_at)
            VALUES ('{somebody}', 'wang', 'WANG', 's', '王', 'viewer', now())
            """);
        await ScalarAsync(_database.App, "INSERT INTO audit_events (at, actor, action) VALUES (now(), 'test', 'first')");
        // Even if somebody gave it back to the application.
        await GrantTemporaryAsync();
        await using var connection = await _database.App.OpenConnectionAsync();
        await ExecuteAsync(connection, "CREATE TEMPORARY TABLE audit_head (id integer DEFAULT 1, event bigint, hash bytea)");
        await ExecuteAsync(connection, @"INSERT INTO audit_head (event, hash) VALUES (4711, '\x00')");
        await ExecuteAsync(connection, "CREATE TEMPORARY TABLE users AS SELECT id, 'reporter' AS role FROM public.users");

        await ExecuteAsync(connection, "INSERT INTO public.audit_events (at, actor, action) VALUES (now(), 'test', 'second')");

        Assert.Equal((2L, (long?)null), await AuditChain.VerifyAsync(_database.Owner));
        await using var role = new NpgsqlCommand($"SELECT public.role_of('{somebody}')", connection);
        Assert.Equal("viewer", await role.ExecuteScalarAsync());
    }

    private Task<string?> GrantTemporaryAsync() =>
        ScalarAsync(_database.Owner, "DO $$ BEGIN EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO xzd_app', current_database()); END $$");

    private static async Task<string?> ScalarAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (string?)await command.ExecuteScalarAsync();
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
