using Npgsql;
using Xinzhou.Dashboard.Data.Migrations;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Data.Tests.Migrations;

/// <summary>What the database itself refuses, and what it does by itself.</summary>
public sealed class SchemaTests(PostgresDatabase database) : IClassFixture<PostgresDatabase>
{
    private const string Insert =
        """
        INSERT INTO figures (series_id, period_code, period_kind, kind, value, uom, stage, known_from, known_from_basis, recorded_at, source_id, source_text, reliability)
        VALUES ($1, $2, 'year', 'actual', 1330.4, '亿元', $3, $4, 'stated', now(), $5, 'a', 'repost')
        """;

    private static readonly DateTime Known = new(2026, 1, 31, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Migrating_twice_applies_nothing_the_second_time() =>
        Assert.Empty(await Migrator.MigrateAsync(database.Owner));

    [Fact]
    public async Task Two_instances_may_migrate_at_once()
    {
        await using var empty = new EmptyPostgresDatabaseLease();
        await empty.Database.InitializeAsync();

        var applied = await Task.WhenAll(
            Task.Run(() => Migrator.MigrateAsync(empty.Database.Owner)), Task.Run(() => Migrator.MigrateAsync(empty.Database.Owner)));

        Assert.Single(applied, a => a.Count > 0);
    }

    [Fact]
    public async Task A_second_figure_of_the_same_statement_known_from_the_same_moment_is_refused()
    {
        var (series, source) = await SeriesAndSourceAsync("gdp");
        await ExecuteAsync(Insert, series, "2025-FY", "preliminary", Known, source);

        Assert.Equal("23505", await RefusalAsync(Insert, series, "2025-FY", "preliminary", Known, source));
        await ExecuteAsync(Insert, series, "2025-FY", "final", Known, source);
        await ExecuteAsync(Insert, series, "2025-FY", "preliminary", Known.AddDays(1), source);
    }

    [Fact]
    public async Task What_no_change_says_that_it_records_is_refused_to_the_application_as_one_statement_and_by_COPY()
    {
        foreach (var sql in new[]
        {
            "INSERT INTO figures SELECT * FROM figures",
            "INSERT INTO withdrawals (figure_id, known_from, recorded_at, reason) SELECT figure_id, known_from, recorded_at, reason FROM withdrawals",
        })
        {
            await using var command = database.App.CreateCommand(sql);
            var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
            Assert.Contains("older version", refusal.MessageText, StringComparison.Ordinal);
        }

        await using var connection = await database.App.OpenConnectionAsync();
        var refused = await Assert.ThrowsAsync<PostgresException>(async () =>
        {
            var copy = await connection.BeginTextImportAsync("COPY withdrawals (figure_id) FROM STDIN");
            await copy.WriteLineAsync("1");
            await copy.DisposeAsync();
        });
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Theory]
    [InlineData("UPDATE figures SET note = 'x'")]
    [InlineData("DELETE FROM figures")]
    [InlineData("TRUNCATE figures CASCADE")]
    [InlineData("UPDATE audit_events SET actor = 'x'")]
    [InlineData("DELETE FROM audit_events")]
    [InlineData("DELETE FROM withdrawals")]
    public async Task What_is_inserted_is_not_changed_by_the_application_nor_by_the_owner(string statement)
    {
        Assert.Equal("42501", await RefusalAsync(statement));

        await using var command = database.Owner.CreateCommand(statement);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
        Assert.Equal("23000", refusal.SqlState);
    }

    [Fact]
    public async Task A_figure_without_a_source_is_refused()
    {
        var (series, _) = await SeriesAndSourceAsync("retail_sales");

        Assert.Equal("23502", await RefusalAsync(Insert, series, "2025-FY", "final", Known, DBNull.Value));
        Assert.Equal("23503", await RefusalAsync(Insert, series, "2025-FY", "final", Known, 999_999));
    }

    [Trait("Category", "Security")]
    [Fact]
    public async Task Audit_events_are_chained_by_their_hashes()
    {
        await ExecuteAsync("INSERT INTO audit_events (at, actor, action) VALUES (now(), 'test', 'first'), (now(), 'test', 'second')");

        await using var command = database.App.CreateCommand(
            """
            SELECT count(*), bool_and(hash = audit_hash(previous_hash, e) AND (before IS NULL OR previous_hash = before))
            FROM (SELECT e, hash, previous_hash, lag(hash) OVER (ORDER BY id) AS before FROM audit_events e) AS chain
            """);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        Assert.True(reader.GetInt64(0) >= 2);
        Assert.True(reader.GetBoolean(1));
    }

    private async Task<(int Series, int Source)> SeriesAndSourceAsync(string indicator)
    {
        await using var series = database.App.CreateCommand(
            "INSERT INTO series (indicator_code, unit_code, measure) VALUES ($1, '140900', 'level') RETURNING id");
        series.Parameters.AddWithValue(indicator);
        await using var source = database.App.CreateCommand(
            "INSERT INTO source_documents (identity, reliability) VALUES (gen_random_uuid()::text, 'repost') RETURNING id");
        return ((int)(await series.ExecuteScalarAsync())!, (int)(await source.ExecuteScalarAsync())!);
    }

    private async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var connection = await database.App.OpenRecordingAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(value is DBNull
                ? new NpgsqlParameter { Value = value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Integer }
                : new NpgsqlParameter { Value = value });
        }

        await command.ExecuteNonQueryAsync();
    }

    private async Task<string> RefusalAsync(string sql, params object[] values) =>
        (await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(sql, values))).SqlState;

    private sealed class EmptyPostgresDatabaseLease : IAsyncDisposable
    {
        public EmptyPostgresDatabase Database { get; } = new();

        public async ValueTask DisposeAsync() => await Database.DisposeAsync();
    }
}
