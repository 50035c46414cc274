using Npgsql;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Data.Tests.Server;

[Trait("Category", "Faults")]
public sealed class DatabaseErrorsTests(PostgresDatabase database) : IClassFixture<PostgresDatabase>
{
    [Theory]
    [InlineData("57P01", DatabaseOutage.Away)]
    [InlineData("57P03", DatabaseOutage.Away)]
    [InlineData("53100", DatabaseOutage.DiskFull)]
    [InlineData("53200", DatabaseOutage.Crowded)]
    [InlineData("53300", DatabaseOutage.Crowded)]
    [InlineData("25006", DatabaseOutage.ReadOnly)]
    [InlineData("23505", null)]
    [InlineData("42501", null)]
    public async Task What_PostgreSQL_cannot_do_is_told_from_what_it_is_wrongly_asked_for(string state, DatabaseOutage? outage)
    {
        await using var command = database.App.CreateCommand($"DO $$ BEGIN RAISE EXCEPTION 'refused' USING ERRCODE = '{state}'; END $$");

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Equal(outage, refused.Outage());
        Assert.Equal(outage, new InvalidOperationException("as EF wraps it", refused).Outage());
        Assert.Equal(outage == DatabaseOutage.Away, refused.IsConnectionLoss());
    }

    [Fact]
    public async Task Whoever_gives_no_answer_is_away_and_what_is_no_matter_of_the_database_is_none()
    {
        var silent = await Assert.ThrowsAsync<NpgsqlException>(() => new TaskCompletionSource<int>().Task.WithinAsync(TimeSpan.Zero));

        Assert.Equal(DatabaseOutage.Away, silent.Outage());
        Assert.Null(new TimeoutException().Outage());
        Assert.Equal(7, await Task.FromResult(7).WithinAsync(TimeSpan.Zero));
    }
}
