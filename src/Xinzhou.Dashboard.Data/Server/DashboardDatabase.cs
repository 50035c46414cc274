using Microsoft.Extensions.Logging;
using Npgsql;

namespace Xinzhou.Dashboard.Data.Server;

/// <summary>
/// The database of the product: on a configured server, or on the private one. It has its data sources from the
/// beginning; they work from <see cref="OpenAsync"/> to <see cref="DisposeAsync"/>.
/// </summary>
public sealed partial class DashboardDatabase : IAsyncDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly string? _dataDirectory;
    private readonly ILogger _log;
    private PrivatePostgres? _server;

    private DashboardDatabase(string app, string owner, string? dataDirectory, ILoggerFactory logging)
    {
        _dataDirectory = dataDirectory;
        _log = logging.CreateLogger<DashboardDatabase>();
        App = new NpgsqlDataSourceBuilder(app).UseLoggerFactory(logging).Build();
        // Rarely used, and nobody should find a connection of the owner lying open.
        // What the owner does takes as long as there is much: migrations, backup, restore.
        var unpooled = new NpgsqlConnectionStringBuilder(owner) { Pooling = false, CommandTimeout = 0 };
        Owner = new NpgsqlDataSourceBuilder(unpooled.ConnectionString).UseLoggerFactory(logging).Build();
    }

    /// <summary>Connections of the application; disposed of with this object.</summary>
    public NpgsqlDataSource App { get; }

    /// <summary>Connections of the owner, for migrations, backup and restore; not pooled.</summary>
    public NpgsqlDataSource Owner { get; }

    /// <summary>Whether the server is the private one.</summary>
    public bool IsPrivate => _dataDirectory is not null;

    /// <summary>The private server of a data folder.</summary>
    public static DashboardDatabase Private(string dataDirectory, ILoggerFactory logging) => new(
        PrivatePostgres.ConnectionString(dataDirectory, DatabaseRoles.Application),
        PrivatePostgres.ConnectionString(dataDirectory, DatabaseRoles.Owner),
        dataDirectory,
        logging);

    /// <summary>A configured server.</summary>
    /// <param name="app">Connection string of the application.</param>
    /// <param name="owner">Connection string of the owner of the database, or null if that is the same.</param>
    /// <param name="logging">For this object and its data sources.</param>
    public static DashboardDatabase Configured(string app, string? owner, ILoggerFactory logging) =>
        new(app, owner ?? app, dataDirectory: null, logging);

    /// <summary>Starts or joins the private server, or waits until the configured one answers.</summary>
    /// <exception cref="DatabaseUnavailableException">It cannot be used; the message says what to do.</exception>
    public async Task OpenAsync(CancellationToken cancellation = default)
    {
        if (_dataDirectory is not null) _server = await PrivatePostgres.StartAsync(_dataDirectory, _log, cancellation);
        else
        {
            await WaitForAsync(App, "ConnectionStrings:Dashboard", cancellation);
            await WaitForAsync(Owner, "ConnectionStrings:DashboardOwner", cancellation);
        }
    }

    /// <summary>The same for nobody else: whoever comes later to the private server is refused until this object is disposed of.</summary>
    /// <returns>False when others use the private server; of a configured one nobody can say here who does.</returns>
    /// <exception cref="DatabaseUnavailableException">It cannot be used; the message says what to do.</exception>
    public async Task<bool> TryOpenAloneAsync(CancellationToken cancellation = default)
    {
        if (_dataDirectory is null)
        {
            await OpenAsync(cancellation);
            // Nor is anything of ours left open for later.
            App.Clear();
            return true;
        }

        _server = await PrivatePostgres.TryStartAloneAsync(_dataDirectory, _log, cancellation);
        return _server is not null;
    }

    /// <summary>Asks the application's connection for an answer; throws if there is none.</summary>
    /// <returns>True.</returns>
    public async Task<bool> PingAsync(CancellationToken cancellation = default)
    {
        await using var command = App.CreateCommand("SELECT true");
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Why a text cannot be the connection string of a server; null if it can.</summary>
    /// <param name="text">The connection string.</param>
    /// <returns>What is wrong with it, for people; empty if it only names no server.</returns>
    public static string? Fault(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text).Host is { Length: > 0 } ? null : "";
        }
        catch (ArgumentException fault)
        {
            return fault.Message;
        }
    }

    /// <summary>Closes the connections and leaves the private server, which the last one out stops.</summary>
    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Owner.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
    }

    private async Task WaitForAsync(NpgsqlDataSource source, string setting, CancellationToken cancellation)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(cancellation);
                if (connection.PostgreSqlVersion.Major >= PostgresPrograms.OldestSupported) return;
                throw new DatabaseUnavailableException(
                    DatabaseFailure.TooOld,
                    $"The server of {setting} is PostgreSQL {connection.PostgreSqlVersion}; {PostgresPrograms.OldestSupported} or newer is needed.");
            }
            catch (NpgsqlException notYet) when (notYet.IsTransient && TimeProvider.System.GetElapsedTime(begun) < Timeout)
            {
                LogWaiting(notYet.Message);
                await Task.Delay(Pause, cancellation);
            }
            catch (NpgsqlException refused)
            {
                throw new DatabaseUnavailableException(
                    DatabaseFailure.NotReachable,
                    $"The server of {setting} cannot be used: {refused.Message}",
                    refused);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Waiting for PostgreSQL: {Reason}")]
    private partial void LogWaiting(string reason);
}
