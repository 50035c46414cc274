using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Xinzhou.Dashboard.Data.Server;

namespace Xinzhou.Dashboard.Testing;

/// <summary>
/// The private PostgreSQL of a test run, in a folder of its own, in memory where there is room. Started by the first test that asks for it;
/// <see cref="DatabaseTestFramework"/> stops and removes it when the assembly's tests are done.
/// </summary>
public sealed class PostgresServer
{
    private const long Room = 4L << 30;

    private static readonly Lock Gate = new();
    private static Task<PostgresServer>? _shared;

    private readonly ConcurrentDictionary<string, Lazy<Task>> _templates = new();
    private readonly string _folder;
    private readonly PrivatePostgres _postgres;
    private int _databases;

    private PostgresServer(string folder, PrivatePostgres postgres)
    {
        _folder = folder;
        _postgres = postgres;
    }

    /// <summary>The server of this test run.</summary>
    public static Task<PostgresServer> SharedAsync()
    {
        lock (Gate) return _shared ??= StartAsync();
    }

    /// <summary>Stops the server, if one was started, and removes its folder.</summary>
    public static async Task StopSharedAsync()
    {
        Task<PostgresServer>? starting;
        lock (Gate) (starting, _shared) = (_shared, null);
        if (starting is null) return;
        var server = await starting;
        NpgsqlConnection.ClearAllPools();
        await server._postgres.DisposeAsync();
        Directory.Delete(server._folder, recursive: true);
    }

    /// <summary>Copies a template into a database of a new name.</summary>
    public async Task<string> CreateDatabaseAsync(PostgresTemplate template)
    {
        await _templates.GetOrAdd(template.Name, _ => new(() => PrepareAsync(template))).Value;
        var name = $"test_{Interlocked.Increment(ref _databases)}_{template.Name}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {TemplateName(template)} STRATEGY FILE_COPY");
        return name;
    }

    /// <summary>Removes a database, connected to or not.</summary>
    public Task DropDatabaseAsync(string name) => Wait.UntilAsync(async () =>
    {
        try
        {
            await ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            return true;
        }
        catch (PostgresException busy) when (busy.SqlState is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.ObjectInUse)
        {
            // A backend of the superuser (autovacuum) is at work in it, or one has not yet gone, and is in a moment.
            return false;
        }
    });

    public string OwnerConnectionString(string database) => To(_postgres.OwnerConnectionString, database, pooling: true);

    public string AppConnectionString(string database) => To(_postgres.AppConnectionString, database, pooling: true);

    private static async Task<PostgresServer> StartAsync()
    {
        await LeftoverServers.RemoveAsync();
        // Not a folder of mode 0700: as root the server runs as another user.
        var folder = Path.Combine(Place(), $"{LeftoverServers.Prefix}{Environment.ProcessId}-{Guid.NewGuid():N}"[..32]);
        return new(folder, await PrivatePostgres.StartAsync(folder, NullLogger.Instance));
    }

    /// <summary>Hundreds of databases come and go: in memory each takes a third of the time that it takes on a disk.</summary>
    private static string Place() => Directory.Exists(LeftoverServers.Memory) && new DriveInfo(LeftoverServers.Memory).AvailableFreeSpace > Room
        ? LeftoverServers.Memory
        : LeftoverServers.Disk;

    private async Task PrepareAsync(PostgresTemplate template)
    {
        var name = TemplateName(template);
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE template1");
        await template.PrepareAsync(
            To(_postgres.OwnerConnectionString, name, pooling: false),
            To(_postgres.AppConnectionString, name, pooling: false));
    }

    private static string TemplateName(PostgresTemplate template) => $"template_{template.Name}";

    private static string To(string connectionString, string database, bool pooling) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Database = database, Pooling = pooling, MaxPoolSize = 20 }.ConnectionString;

    private async Task ExecuteAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(To(_postgres.OwnerConnectionString, DatabaseRoles.Database, pooling: false));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = (int)Wait.Limit.TotalSeconds };
        await command.ExecuteNonQueryAsync();
    }
}
