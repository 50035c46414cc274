using Microsoft.AspNetCore.Builder;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Hosting;

namespace Xinzhou.Dashboard.Web.Tests.Hosting;

/// <summary>The whole application in this process, on a free port and a database of the test run.</summary>
internal sealed class DashboardUnderTest : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DashboardUnderTest(WebApplication app)
    {
        _app = app;
        Client = new() { BaseAddress = new(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    /// <summary>Starts it and waits until it is ready.</summary>
    public static async Task<DashboardUnderTest> StartAsync(PostgresDatabase database, string environment, params string[] settings)
    {
        var app = DashboardHost.Build(new StartArguments
        {
            Environment = environment,
            Urls = "http://127.0.0.1:0",
            Overrides =
            [
                $"--ConnectionStrings:Dashboard={database.AppConnectionString}",
                $"--ConnectionStrings:DashboardOwner={database.OwnerConnectionString}",
                "--Dashboard:LogLevel=Error",
                .. settings,
            ],
        });
        await app.StartAsync();
        using var limit = Wait.Limited();
        await app.WaitUntilReadyAsync(limit.Token);
        return new(app);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
