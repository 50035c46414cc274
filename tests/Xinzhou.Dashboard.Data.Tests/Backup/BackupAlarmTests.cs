using Xinzhou.Dashboard.Data.Backup;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Data.Tests.Backup;

[Trait("Category", "Faults")]
public sealed class BackupAlarmTests(PostgresDatabase database) : IClassFixture<PostgresDatabase>
{
    [Fact]
    public async Task Administrators_are_told_once_a_day_as_long_as_it_lasts()
    {
        var setup = new ReturnSetup(database.Owner, database.App);
        var clock = new StandingClock();
        await setup.UserAsync("sun", Role.Admin);
        await setup.UserAsync("gone", Role.Admin);
        await setup.UserAsync("li", Role.Security);
        await database.RunAsync("UPDATE users SET disabled_at = now() WHERE user_name = 'gone'");
        var alarm = new BackupAlarm(database.Contexts, clock);

        Assert.Equal(1, await alarm.TellAsync());
        clock.Pass(TimeSpan.FromHours(23));
        Assert.Equal(0, await alarm.TellAsync());
        clock.Pass(TimeSpan.FromHours(1));
        Assert.Equal(1, await alarm.TellAsync());

        Assert.Equal("sun 2", await database.AskAsync(
            "SELECT string_agg(DISTINCT user_name, ' ') || ' ' || count(*) FROM messages m JOIN users u ON u.id = m.user_id WHERE kind = 'backup_late'"));
    }
}
