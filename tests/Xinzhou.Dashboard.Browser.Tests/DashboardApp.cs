using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Import;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Hosting;

namespace Xinzhou.Dashboard.Browser.Tests;

/// <summary>
/// The real application on a real PostgreSQL, as a first start leaves it: with the reference data and nothing else.
/// It serves on a free port of this machine.
/// </summary>
public sealed class DashboardApp : IAsyncLifetime
{
    private readonly EmptyPostgresDatabase _database = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xzd-browser-");
    private WebApplication _app = null!;

    /// <summary>The least level that it writes of; nothing but the fatal, unless a test reads the log.</summary>
    public string LogLevel { get; init; } = "Fatal";

    /// <summary>Whether it starts with the demonstration data set.</summary>
    public bool Demonstration { get; init; }

    /// <summary>Where it serves, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The same by a name, which WebAuthn wants.</summary>
    public string NamedAddress => Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    /// <summary>Asks the application without a browser.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Its database.</summary>
    public PostgresDatabase Database => _database;

    /// <summary>The parts of the application.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>The patterns of the end points that answer.</summary>
    public IEnumerable<string> Patterns => _app.Services.GetServices<EndpointDataSource>()
        .SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Select(e => e.RoutePattern.RawText ?? "");

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _app = DashboardHost.Build(new StartArguments
        {
            DataDirectory = _folder.FullName,
            Demo = Demonstration,
            Urls = "http://127.0.0.1:0",
            Overrides =
            [
                $"--ConnectionStrings:Dashboard={_database.AppConnectionString}",
                $"--ConnectionStrings:DashboardOwner={_database.OwnerConnectionString}",
                $"--Dashboard:LogLevel={LogLevel}",
            ],
        });
        await _app.StartAsync();
        using var limit = Wait.Limited();
        await _app.WaitUntilReadyAsync(limit.Token);
        Address = _app.Urls.Single();
        Client = new() { BaseAddress = new(Address) };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        // As a host that is ended says it: what pages that are still held ask for then is not missed.
        _app.Lifetime.StopApplication();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>Commits a file of the import format over connections that the application knows nothing of.</summary>
    public async Task ImportAsync(string csv)
    {
        var report = await new Importer(_database.Contexts, TimeProvider.System)
            .ImportAsync(DocumentReader.Read(Encoding.UTF8.GetBytes(csv)), new() { File = "test.csv", Actor = "test" });
        Assert.True(report.Accepted, string.Join("; ", report.Faults));
    }
}
