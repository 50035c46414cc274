using System.Globalization;
using Npgsql;
using Xinzhou.Dashboard.Benchmarks.Machine;
using Xinzhou.Dashboard.Data.Server;

namespace Xinzhou.Dashboard.Benchmarks.Town;

/// <summary>
/// The published application as a process of its own, on a data folder with its own PostgreSQL: as a first start leaves it, or
/// with as many generated figures as are wanted.
/// </summary>
internal sealed class Installation : IAsyncDisposable
{
    // Its own folder of the server's, not those of its tables.
    private static readonly EnumerationOptions Near = new() { RecurseSubdirectories = true, MaxRecursionDepth = 2, IgnoreInaccessible = true };

    private readonly bool _isKept;
    private ChildProcess _application;

    private Installation(string folder, bool isKept, ChildProcess application)
    {
        (Folder, _isKept, _application) = (folder, isKept, application);
        (Owner, App) = (Connect(DatabaseRoles.Owner), Connect(DatabaseRoles.Application));
    }

    /// <summary>Its data folder.</summary>
    public string Folder { get; }

    /// <summary>Where it serves, without a slash at the end.</summary>
    public string Address => _application.Address;

    /// <summary>The number of its process.</summary>
    public int Process => _application.Id;

    /// <summary>Connections of the role that migrations run as.</summary>
    public NpgsqlDataSource Owner { get; }

    /// <summary>Connections of the role of the application.</summary>
    public NpgsqlDataSource App { get; }

    /// <summary>A folder that PostgreSQL, which runs as another user, reaches; the application makes it.</summary>
    public static string NewFolder() => Path.Combine("/tmp", $"xzd-bench-{Guid.NewGuid():N}"[..24]);

    /// <summary>Starts it; the folder is removed at the end unless it is one to be kept.</summary>
    public static async Task<Installation> StartAsync(Arguments arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var folder = arguments.Data ?? NewFolder();
        var started = new Installation(folder, arguments.Data is not null, await ServeAsync(arguments.Application, folder, environment));
        if (arguments.Figures > 0 && await started.GeneratedAsync() < arguments.Figures)
        {
            await started.FillAsync(arguments.Figures);
            // Told of nothing, it begins anew.
            await started._application.DisposeAsync();
            started._application = await ServeAsync(arguments.Application, folder, environment);
        }

        return started;
    }

    /// <summary>Serves a data folder as an installation does: nothing is written for a page that is read.</summary>
    public static Task<ChildProcess> ServeAsync(string application, string folder, IReadOnlyDictionary<string, string>? environment = null) =>
        ChildProcess.ServeAsync(
            application, environment, "--data", folder, "--urls", "http://127.0.0.1:0", "--Dashboard:LogLevel=Warning",
            "--Dashboard:LimitPercent=1000000", "--Dashboard:SessionsAtOnce=100");

    /// <summary>The time of the processors of the application and its PostgreSQL, in seconds.</summary>
    public double Cpu() => ProcessCpu.Of(Process) + PostgresCpu();

    /// <summary>That of PostgreSQL alone.</summary>
    public double PostgresCpu() => PostgresCpu(Folder);

    /// <summary>That of the PostgreSQL of a data folder.</summary>
    public static double PostgresCpu(string folder) =>
        Directory.EnumerateFiles(Path.Combine(folder, "postgresql"), "postmaster.pid", Near).FirstOrDefault() is { } file
            ? ProcessCpu.OfTree(int.Parse(File.ReadLines(file).First(), CultureInfo.InvariantCulture))
            : 0;

    /// <summary>Connections of a role to the PostgreSQL of a data folder.</summary>
    public static NpgsqlDataSource Connect(string folder, string role) => NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(PrivatePostgres.ConnectionString(folder, role)) { MaxPoolSize = 40, MaxAutoPrepare = 20 }.ConnectionString);

    public async ValueTask DisposeAsync()
    {
        await Owner.DisposeAsync();
        await App.DisposeAsync();
        await _application.DisposeAsync();
        if (!_isKept) Directory.Delete(Folder, recursive: true);
    }

    private NpgsqlDataSource Connect(string role) => Connect(Folder, role);

    private async Task<long> GeneratedAsync()
    {
        await using var command = Owner.CreateCommand("SELECT count(*) FROM figures f JOIN source_documents d ON d.id = f.source_id WHERE d.identity LIKE 'https://generated.invalid/%'");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Fills it with whole quarters of 200 indicators of so many cities as give the figures.</summary>
    private async Task FillAsync(int figures)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Town/many-figures.sql"));
        await using var connection = await Owner.OpenConnectionAsync();
        await using (var wanted = new NpgsqlCommand("SELECT set_config('bench.figures', $1, false)", connection) { Parameters = { new() { Value = figures.ToString(CultureInfo.InvariantCulture) } } })
        {
            await wanted.ExecuteNonQueryAsync();
        }

        await using var fill = new NpgsqlCommand(text, connection) { CommandTimeout = 900 };
        await fill.ExecuteNonQueryAsync();
    }
}
