using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Hosting;

namespace Xinzhou.Dashboard.Web.Tests.Api;

/// <summary>The whole application on a PostgreSQL of its own, with the data that come with the product, on a free port.</summary>
public class LiveDashboard : IAsyncLifetime
{
    private readonly PostgresDatabase _database = new();
    private WebApplication? _app;

    /// <summary>Speaks to <c>/api/v1/</c>.</summary>
    public HttpClient Client { get; private set; } = null!;

    public PostgresDatabase Database => _database;

    public IServiceProvider Services => _app!.Services;

    /// <summary>Settings beyond the database, as <c>--Dashboard:Name=value</c>.</summary>
    protected virtual IReadOnlyList<string> Settings => [];

    protected virtual string Environment => StartArguments.Development;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _app = DashboardHost.Build(
            new()
            {
                DataDirectory = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
                Environment = Environment,
                Urls = "http://127.0.0.1:0",
                Overrides =
                [
                    $"--ConnectionStrings:Dashboard={_database.AppConnectionString}",
                    $"--ConnectionStrings:DashboardOwner={_database.OwnerConnectionString}",
                    // Else the test host is taken for the application, and its static files looked for.
                    "--applicationName=Xinzhou.Dashboard.Web",
                    "--Dashboard:LogLevel=Error",
                    .. Settings,
                ],
            },
            Replace);
        await _app.StartAsync();
        using var timeout = Wait.Limited();
        await _app.WaitUntilReadyAsync(timeout.Token);
        Client = new() { BaseAddress = new($"{_app.Urls.First()}/api/v1/") };
    }

    public async Task DisposeAsync()
    {
        Client?.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        await _database.DisposeAsync();
    }

    /// <summary>Waits until the snapshot holds what was committed: as many figures as the database.</summary>
    public async Task CatchUpAsync()
    {
        await using var command = _database.App.CreateCommand("SELECT count(*) FROM figures");
        var count = (long)(await command.ExecuteScalarAsync())!;
        var store = Services.GetRequiredService<SnapshotStore>();
        await Wait.UntilAsync(() => store.Current.Figures.Count >= count);
    }

    /// <summary>Registers other parts in the place of the application's.</summary>
    protected virtual void Replace(IServiceCollection services)
    {
    }
}
