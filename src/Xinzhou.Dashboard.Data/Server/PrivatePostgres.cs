using Microsoft.Extensions.Logging;

namespace Xinzhou.Dashboard.Data.Server;

/// <summary>
/// The product's own PostgreSQL: its data below the data folder, reached over a Unix socket only, shared by every
/// process on that folder. The first to come starts it, the last to go stops it; while this object lives a server that
/// was killed is started again.
/// </summary>
public sealed partial class PrivatePostgres : IAsyncDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan WatchEvery = TimeSpan.FromMilliseconds(500);

    private readonly ServerFolder _folder;
    private readonly PostgresCluster _cluster;
    private readonly FileLock _use;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _watch;
    private int _closed;

    private PrivatePostgres(ServerFolder folder, PostgresCluster cluster, FileLock use, ILogger log)
    {
        _folder = folder;
        _cluster = cluster;
        _use = use;
        _log = log;
        OwnerConnectionString = folder.ConnectionString(DatabaseRoles.Owner);
        AppConnectionString = folder.ConnectionString(DatabaseRoles.Application);
        _watch = Task.Run(WatchAsync);
    }

    /// <summary>For migrations: connects as <see cref="DatabaseRoles.Owner"/>.</summary>
    public string OwnerConnectionString { get; }

    /// <summary>For the application: connects as <see cref="DatabaseRoles.Application"/>.</summary>
    public string AppConnectionString { get; }

    /// <summary>Major version of the server.</summary>
    public int MajorVersion => _cluster.Programs.MajorVersion;

    /// <summary>How a role connects to the server of a data folder, whether it runs or not.</summary>
    /// <param name="dataDirectory">The product's data folder.</param>
    /// <param name="role">One of <see cref="DatabaseRoles"/>.</param>
    /// <exception cref="DatabaseUnavailableException">The path of the folder cannot be used.</exception>
    public static string ConnectionString(string dataDirectory, string role) => new ServerFolder(dataDirectory).ConnectionString(role);

    /// <summary>Uses the server of a data folder: creates, starts or joins it.</summary>
    /// <param name="dataDirectory">The product's data folder; created if it is not there.</param>
    /// <param name="log">What happens is logged here.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <exception cref="DatabaseUnavailableException">It cannot be used; the message says what to do.</exception>
    public static Task<PrivatePostgres> StartAsync(string dataDirectory, ILogger log, CancellationToken cancellation = default) =>
        StartAsync(dataDirectory, PostgresSearch.OfThisProcess(), log, cancellation);

    /// <summary>The same, unless somebody else uses it; nobody else can until it is left.</summary>
    /// <returns>Null when somebody else uses it.</returns>
    internal static Task<PrivatePostgres?> TryStartAloneAsync(string dataDirectory, ILogger log, CancellationToken cancellation = default) =>
        TryStartAsync(dataDirectory, PostgresSearch.OfThisProcess(), FileLock.TryTakeExclusive, log, cancellation);

    internal static async Task<PrivatePostgres> StartAsync(
        string dataDirectory, PostgresSearch search, ILogger log, CancellationToken cancellation) =>
        await TryStartAsync(dataDirectory, search, FileLock.TryTakeShared, log, cancellation)
        ?? throw new DatabaseUnavailableException(
            DatabaseFailure.Busy, $"A backup is being restored into {Path.GetFullPath(dataDirectory)}: start again when that is done.");

    private static async Task<PrivatePostgres?> TryStartAsync(
        string dataDirectory, PostgresSearch search, Func<string, FileLock?> take, ILogger log, CancellationToken cancellation)
    {
        var folder = new ServerFolder(dataDirectory);
        try
        {
            var account = folder.Create();
            using var alone = await FileLock.TakeExclusiveAsync(folder.ServerLock, Timeout, cancellation);
            var programs = PostgresPrograms.Find(search, folder.ExistingMajorVersion());
            var cluster = new PostgresCluster(folder, programs, account, log);
            if (take(folder.UsersLock) is not { } use) return null;
            try
            {
                await cluster.EnsureRunningAsync(cancellation);
                return new(folder, cluster, use, log);
            }
            catch
            {
                use.Dispose();
                throw;
            }
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            throw new DatabaseUnavailableException(
                DatabaseFailure.FolderNotUsable,
                $"The data folder {folder.Root} cannot be used ({refused.Message.TrimEnd('.')}): choose another with --data, or run as the user it belongs to.",
                refused);
        }
        catch (TimeoutException late)
        {
            throw Busy(folder, late);
        }
    }

    /// <summary>
    /// Leaves the server, and stops it when nobody else uses it. Dispose of every data source first: what is still
    /// connected then loses its connection.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0) return;
        await _closing.CancelAsync();
        await _watch;
        _closing.Dispose();
        try
        {
            using var alone = await FileLock.TakeExclusiveAsync(_folder.ServerLock, Timeout, CancellationToken.None);
            _use.Dispose();
            using var last = FileLock.TryTakeExclusive(_folder.UsersLock);
            if (last is null) LogLeft(_folder.Root);
            else await _cluster.StopAsync();
        }
        catch (TimeoutException late)
        {
            _use.Dispose();
            throw Busy(_folder, late);
        }
    }

    private static DatabaseUnavailableException Busy(ServerFolder folder, TimeoutException late) => new(
        DatabaseFailure.Busy,
        $"Another process has been starting or stopping the PostgreSQL of {folder.Root} for {Timeout.TotalMinutes:0} minutes: see {folder.LogFile}.",
        late);

    // A killed server is started again by whoever of its users sees it first.
    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(WatchEvery);
        while (true)
        {
            try
            {
                if (!await timer.WaitForNextTickAsync(_closing.Token)) return;
                if (_cluster.IsAlive()) continue;
                LogGone(_folder.Root);
                using var alone = await FileLock.TakeExclusiveAsync(_folder.ServerLock, Timeout, _closing.Token);
                await _cluster.EnsureRunningAsync(_closing.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception failure) when (failure is DatabaseUnavailableException or TimeoutException or IOException or UnauthorizedAccessException)
            {
                LogNotBack(failure);
            }
        }
    }

    [LoggerMessage(LogLevel.Debug, "Left the PostgreSQL of {Folder}; others still use it")]
    private partial void LogLeft(string folder);

    [LoggerMessage(LogLevel.Warning, "The PostgreSQL of {Folder} is gone; starting it again")]
    private partial void LogGone(string folder);

    [LoggerMessage(LogLevel.Error, "PostgreSQL could not be started again; trying on")]
    private partial void LogNotBack(Exception failure);
}
