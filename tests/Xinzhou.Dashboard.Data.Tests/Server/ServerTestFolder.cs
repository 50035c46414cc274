using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Xinzhou.Dashboard.Data.Server;

namespace Xinzhou.Dashboard.Data.Tests.Server;

/// <summary>
/// A data folder, with what a test asks of the server in it. As a class fixture it is shared by tests that leave it
/// stopped, for making a cluster takes its seconds. Stops what is left and removes it.
/// </summary>
public sealed class ServerTestFolder : IAsyncLifetime, IAsyncDisposable
{
    private readonly string _outer;

    public ServerTestFolder()
        : this(below: "")
    {
    }

    private ServerTestFolder(string below)
    {
        _outer = $"/tmp/xzd-test-{Guid.NewGuid().ToString("N")[..12]}";
        Path = System.IO.Path.Combine(_outer, below, "data");
    }

    public string Path { get; }

    /// <summary>With folders between the test's own and the data folder.</summary>
    public static ServerTestFolder Below(string folders) => new(folders);

    private string Home => System.IO.Path.Combine(Path, "postgresql");

    public Task<PrivatePostgres> StartAsync() => PrivatePostgres.StartAsync(Path, NullLogger.Instance);

    /// <summary>The one cluster that is there.</summary>
    public string Cluster() => Clusters().Single();

    /// <summary>What its servers have written.</summary>
    public string Log() => File.ReadAllText(System.IO.Path.Combine(Home, "server.log"));

    /// <summary>The process that serves the cluster, or null when there is none.</summary>
    public Process? Postmaster()
    {
        try
        {
            var pid = File.ReadLines(System.IO.Path.Combine(Cluster(), "postmaster.pid")).First();
            return File.ReadAllText($"/proc/{pid}/cmdline").Contains(Cluster(), StringComparison.Ordinal)
                ? Process.GetProcessById(int.Parse(pid, CultureInfo.InvariantCulture))
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    public Task InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    /// <summary>kill -9.</summary>
    public async Task KillPostmasterAsync()
    {
        using var postmaster = Postmaster()!;
        postmaster.Kill();
        await postmaster.WaitForExitAsync();
    }

    public static async Task<object?> AskAsync(string connectionString, string statement)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Clusters().Any() && Postmaster() is not null)
        {
            // The last one out stops it.
            await (await StartAsync()).DisposeAsync();
        }

        if (Directory.Exists(_outer)) Directory.Delete(_outer, recursive: true);
    }

    private IEnumerable<string> Clusters() => Directory.Exists(Home)
        ? Directory.EnumerateDirectories(Home).Where(folder => File.Exists(System.IO.Path.Combine(folder, "PG_VERSION")))
        : [];
}
