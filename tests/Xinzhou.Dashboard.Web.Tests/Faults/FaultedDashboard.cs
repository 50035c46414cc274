using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Tests.Hosting;

namespace Xinzhou.Dashboard.Web.Tests.Faults;

/// <summary>
/// The application as a process that faults are done to, with its private PostgreSQL. It comes back at the address that it had,
/// as an installation does.
/// </summary>
internal sealed class FaultedDashboard : IAsyncDisposable
{
    private readonly HttpClient _client;
    private readonly bool _ownsFolder;
    private DashboardProcess? _process;
    private bool _standsStill;

    /// <param name="folder">The data folder.</param>
    /// <param name="ownsFolder">Whether it is removed in the end.</param>
    public FaultedDashboard(string folder, bool ownsFolder)
    {
        (Folder, _ownsFolder) = (folder, ownsFolder);
        Site = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}");
        _client = new() { BaseAddress = new(Site) };
    }

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    /// <summary>The address, without a slash at its end.</summary>
    public string Site { get; }

    /// <summary>A folder that what is left of a killed test run is removed from by the next one.</summary>
    public static string NewFolder() => Path.Combine("/tmp", $"{LeftoverServers.Prefix}{Environment.ProcessId}-{Guid.NewGuid():N}"[..32]);

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="timeZone">The time zone of its machine; null for that of this one.</param>
    public async Task StartAsync(string? timeZone = null)
    {
        _process = DashboardProcess.StartWorker(timeZone, Folder, Site);
        var ready = await Wait.ForAsync(_process.Output.ReadLineAsync());
        Assert.True(ready == $"Ready: {Site}", $"{ready} {_process.Errors}");
    }

    /// <summary>kill -9 of the web process; its PostgreSQL goes on.</summary>
    public async Task KillAsync()
    {
        await _process!.KillAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Tells the web process to stop, and its PostgreSQL with it if nobody else uses that.</summary>
    public async Task StopAsync()
    {
        if (_process is null) return;
        await _process.TerminateAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>kill -9 of PostgreSQL's first process.</summary>
    public async Task KillPostgresAsync()
    {
        using var postmaster = Process.GetProcessById(Postmaster);
        postmaster.Kill();
        await Wait.ForAsync(postmaster.WaitForExitAsync());
    }

    /// <summary>SIGSTOP to all processes of PostgreSQL: it is there and does nothing.</summary>
    public async Task StandStillAsync()
    {
        _standsStill = true;
        // The first one first: what it began while its children were counted would go on, and answer.
        await SignalAsync("STOP", [Postmaster]);
        await SignalAsync("STOP", ChildrenOf(Postmaster));
    }

    /// <summary>SIGCONT: it goes on.</summary>
    public Task GoOnAsync()
    {
        _standsStill = false;
        return SignalAsync("CONT", [.. ChildrenOf(Postmaster), Postmaster]);
    }

    /// <summary>Adds a line to PostgreSQL's settings, or takes those lines out again, and lets it read them.</summary>
    /// <param name="line">The line; null to take out what was added.</param>
    public Task SetAsync(string? line)
    {
        var file = Path.Combine(Path.GetDirectoryName(PidFile)!, "postgresql.auto.conf");
        if (line is not null) File.AppendAllLines(file, [line]);
        else File.WriteAllLines(file, File.ReadAllLines(file).Where(l => l.StartsWith('#')));
        return SignalAsync("HUP", [Postmaster]);
    }

    /// <summary>Tells processes of PostgreSQL to end.</summary>
    public static Task EndAsync(IReadOnlyList<int> backends) => SignalAsync("TERM", backends);

    /// <summary>Whether it says that it is ready.</summary>
    public async Task<bool> IsReadyAsync()
    {
        using var answer = await _client.GetAsync("/healthz/ready");
        return answer.StatusCode == HttpStatusCode.OK;
    }

    /// <summary>What it answers; the text of a page for who asks for pages.</summary>
    public async Task<(HttpStatusCode Status, string Text)> GetAsync(string path)
    {
        using var answer = await _client.GetAsync(path);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Waits until it says that it is ready.</summary>
    public Task UntilReadyAsync() => Wait.UntilAsync(() => IsReadyAsync());

    /// <summary>Connections of a role, each a new one: what is held would be lost with every fault.</summary>
    /// <param name="role">One of <see cref="DatabaseRoles"/>.</param>
    /// <param name="pooled">Whether they are held all the same, for many questions between two faults.</param>
    public NpgsqlDataSource Connect(string role, bool pooled = false) => NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(PrivatePostgres.ConnectionString(Folder, role)) { Pooling = pooled }.ConnectionString);

    /// <summary>Runs a command of the product on the same data.</summary>
    public Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] command) =>
        DashboardProcess.RunAsync([.. command, "--data", Folder]);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_standsStill) await GoOnAsync();
        var wasKilled = _process is null;
        await StopAsync();
        // Whoever is the last one out stops what a killed process has left.
        if (_ownsFolder && wasKilled) await RunAsync("migrate");
        if (_ownsFolder) Directory.Delete(Folder, recursive: true);
    }

    private string PidFile => Directory.EnumerateFiles(Path.Combine(Folder, "postgresql"), "postmaster.pid", SearchOption.AllDirectories).Single();

    private int Postmaster => int.Parse(File.ReadLines(PidFile).First(), CultureInfo.InvariantCulture);

    private static async Task SignalAsync(string signal, IReadOnlyList<int> processes)
    {
        using var kill = Process.Start("kill", [$"-{signal}", .. processes.Select(p => p.ToString(CultureInfo.InvariantCulture))]);
        await Wait.ForAsync(kill.WaitForExitAsync());
    }

    private static List<int> ChildrenOf(int parent)
    {
        var children = new List<int>();
        foreach (var name in Directory.EnumerateDirectories("/proc").Select(f => Path.GetFileName(f)))
        {
            if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var process)) continue;
            try
            {
                // The name of the program stands in parentheses; behind it the state and the parent.
                var stat = File.ReadAllText($"/proc/{name}/stat");
                if (stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1] == parent.ToString(CultureInfo.InvariantCulture)) children.Add(process);
            }
            catch (IOException)
            {
                // Ended while it was looked at: no child of a server that stands.
            }
        }

        return children;
    }

    // Below those that the kernel gives to who connects: else a client could be given ours while nobody listens there.
    private static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 30_000);
            try
            {
                using var probe = new TcpListener(IPAddress.Loopback, port);
                probe.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: another.
            }
        }
    }
}
