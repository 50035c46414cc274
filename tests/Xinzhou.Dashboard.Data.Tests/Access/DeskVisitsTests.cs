using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Data.Tests.Access;

/// <summary>What changed is told since the visit before this one, on every device of a person.</summary>
[Trait("Category", "Security")]
public sealed class DeskVisitsTests(PostgresDatabase database) : IClassFixture<PostgresDatabase>
{
    private static readonly DateTimeOffset Start = new(2026, 11, 30, 8, 0, 0, TimeSpan.Zero);

    private readonly StandingClock _clock = new(Start);

    private DeskVisits Visits => new(database.Contexts, _clock);

    [Fact]
    public async Task Who_loads_the_page_again_is_told_of_the_same_changes_and_the_next_visit_begins_with_this_one()
    {
        var user = await UserAsync();
        Assert.Null(await Visits.LookAsync(user));
        _clock.Step(DeskVisits.Together - TimeSpan.FromMinutes(1));
        Assert.Null(await Visits.LookAsync(user));

        _clock.Step(TimeSpan.FromHours(3));
        var second = _clock.GetUtcNow();
        Assert.Equal(Start, await Visits.LookAsync(user));
        _clock.Step(TimeSpan.FromMinutes(20));
        Assert.Equal(Start, await Visits.LookAsync(user));

        _clock.Step(TimeSpan.FromDays(1));
        Assert.Equal(second, await Visits.LookAsync(user));
        // Somebody else has his own.
        Assert.Null(await Visits.LookAsync(await UserAsync()));
    }

    [Fact]
    public async Task Devices_that_look_at_once_begin_one_visit()
    {
        var user = await UserAsync();
        await Visits.LookAsync(user);
        _clock.Step(TimeSpan.FromHours(5));

        var told = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Visits.LookAsync(user)));

        Assert.All(told, t => Assert.Equal(Start, t));
    }

    [Fact]
    public async Task A_visit_is_written_once_and_is_no_event_of_the_log()
    {
        var user = await UserAsync();
        var events = await ScalarAsync("SELECT count(*)::text FROM audit_events");
        await Visits.LookAsync(user);
        var written = await ScalarAsync($"SELECT xmin::text FROM desk_visits WHERE user_id = '{user}'");
        _clock.Step(TimeSpan.FromMinutes(30));
        await Visits.LookAsync(user);

        Assert.Equal(written, await ScalarAsync($"SELECT xmin::text FROM desk_visits WHERE user_id = '{user}'"));
        Assert.Equal(events, await ScalarAsync("SELECT count(*)::text FROM audit_events"));
    }

    [Fact]
    public async Task Of_somebody_whose_data_are_erased_no_visit_is_left()
    {
        var user = await UserAsync();
        await Visits.LookAsync(user);

        await using var context = await database.Contexts.CreateDbContextAsync();
        await context.ForgetAsync(user);

        Assert.False(await context.DeskVisits.AnyAsync(v => v.UserId == user));
    }

    private async Task<string?> ScalarAsync(string sql)
    {
        await using var command = database.Owner.CreateCommand(sql);
        return (string?)await command.ExecuteScalarAsync();
    }

    private async Task<Guid> UserAsync() =>
        (await new ReturnSetup(database.Owner, database.App).UserAsync($"v{Guid.NewGuid():N}"[..12], Role.Leader)).Id;
}
