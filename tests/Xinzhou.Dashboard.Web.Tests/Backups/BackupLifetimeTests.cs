using System.Net;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Hosting;
using Xinzhou.Dashboard.Web.Tests.Hosting;

namespace Xinzhou.Dashboard.Web.Tests.Backups;

/// <summary>Backups that the dashboard takes by itself.</summary>
[Trait("Category", "Faults")]
public sealed class BackupLifetimeTests(PostgresDatabase database) : IClassFixture<PostgresDatabase>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xzd-backups-");

    public void Dispose()
    {
        if (_folder.Exists) _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_first_is_taken_as_soon_as_it_serves_and_a_monitor_sees_that_it_is_there()
    {
        await using var dashboard = await DashboardUnderTest.StartAsync(database, StartArguments.Development, $"--Dashboard:Backup:Folder={_folder.FullName}");

        await Wait.UntilAsync(() => _folder.GetFiles("xinzhou-*.backup").Length == 1);

        await Wait.UntilAsync(async () => await StandsAsync(dashboard) == (HttpStatusCode.OK, "Healthy"));
    }

    [Fact]
    public async Task Where_its_folder_is_missing_it_serves_all_the_same_and_a_monitor_sees_it()
    {
        await using var dashboard = await DashboardUnderTest.StartAsync(
            database, StartArguments.Development, $"--Dashboard:Backup:Folder={_folder.FullName}/nowhere", "--Dashboard:LogLevel=Fatal");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), await StandsAsync(dashboard));
        using var ready = await dashboard.Client.GetAsync("/healthz/ready");
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.False(Directory.Exists(Path.Combine(_folder.FullName, "nowhere")));
        // The administrator, and he alone.
        await Wait.UntilAsync(async () => await ToldAsync() == "admin");
    }

    [Fact]
    public async Task Without_a_folder_none_is_taken_and_a_monitor_sees_that()
    {
        await using var dashboard = await DashboardUnderTest.StartAsync(database, StartArguments.Development);

        Assert.Equal((HttpStatusCode.OK, "Degraded"), await StandsAsync(dashboard));
    }

    private async Task<string?> ToldAsync()
    {
        await using var command = database.Owner.CreateCommand(
            "SELECT string_agg(u.role, ' ') FROM messages m JOIN users u ON u.id = m.user_id WHERE m.kind = 'backup_late'");
        return await command.ExecuteScalarAsync() as string;
    }

    private static async Task<(HttpStatusCode, string)> StandsAsync(DashboardUnderTest dashboard)
    {
        using var answer = await dashboard.Client.GetAsync("/healthz/backup");
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
