using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Xinzhou.Dashboard.Data.Server;

/// <summary>One cluster of the private PostgreSQL: initdb, start, stop. Callers hold the server lock.</summary>
internal sealed partial class PostgresCluster(ServerFolder folder, PostgresPrograms programs, ServerAccount account, ILogger log)
{
    // A start that fails is tried again this long; a server that is there but recovers may take as long as the other.
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RecoveryTimeout = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private const long LogLimit = 10_000_000;

    private readonly string _data = folder.Cluster(programs.MajorVersion);
    private ServerAccount? _account;

    /// <summary>The process whose number stands in a lock file.</summary>
    private enum Named
    {
        Nobody,
        OurServer,
        AnotherProgram,
    }

    /// <summary>What a server says to a connection.</summary>
    private enum Answer
    {
        Nothing,
        NotYet,
        Ready,
    }

    public PostgresPrograms Programs => programs;

    /// <summary>Whether the process that postmaster.pid names is there and is the server of this cluster.</summary>
    public bool IsAlive() => NamedIn(Path.Combine(_data, "postmaster.pid")) == Named.OurServer;

    /// <summary>Creates the cluster and starts the server, as far as needed, until a connection works.</summary>
    public async Task EnsureRunningAsync(CancellationToken cancellation)
    {
        if (!Directory.Exists(_data)) await InitialiseAsync(cancellation);
        // What initdb took on a busy machine is not taken from the time that the server has to start.
        var clock = Stopwatch.StartNew();
        var lastWords = "";
        while (true)
        {
            var answer = await AskAsync(cancellation);
            if (answer == Answer.Ready) return;

            // A server that has a process and gives no answer yet is starting, recovering or stopping.
            var alive = answer == Answer.NotYet || IsAlive();
            if (clock.Elapsed > (alive ? RecoveryTimeout : StartTimeout))
                throw Failed(DatabaseFailure.NotStarted, "did not start", lastWords);
            if (!alive)
            {
                var (exitCode, output) = await StartAsync(cancellation);
                if (exitCode == 0) LogStarted(programs.MajorVersion, folder.Root, clock.ElapsedMilliseconds);
                else lastWords = output;
            }

            await Task.Delay(Pause, cancellation);
        }
    }

    /// <summary>Stops the server; what is still connected is cut off.</summary>
    public async Task StopAsync()
    {
        var clock = Stopwatch.StartNew();
        if (!IsAlive()) return;
        var (exitCode, output) = await RunAsync(programs.PgCtl, ["stop", "-D", _data, "-m", "fast", "-w", "-t", "120"]);
        if (exitCode != 0)
        {
            LogNotStopped(folder.Root, output);
            return;
        }

        if (folder.IsSocketFolderOutside) Directory.Delete(folder.SocketFolder, recursive: true);
        LogStopped(folder.Root, clock.ElapsedMilliseconds);
    }

    private async Task<(int ExitCode, string Output)> StartAsync(CancellationToken cancellation)
    {
        ClusterSettings.Write(_data, folder.SocketFolder);
        account.CreateFolder(folder.SocketFolder);
        RemoveIfForeign(Path.Combine(_data, "postmaster.pid"));
        RemoveIfForeign(folder.SocketFile + ".lock");
        if (File.Exists(folder.LogFile) && new FileInfo(folder.LogFile).Length > LogLimit)
            File.Move(folder.LogFile, folder.LogFile + ".1", overwrite: true);
        return await RunAsync(programs.PgCtl, ["start", "-D", _data, "-l", folder.LogFile, "-w", "-t", "60"], cancellation: cancellation);
    }

    // PostgreSQL itself clears a lock file that names a process which is gone. After a crash the number may meanwhile be
    // another program's; then it refuses to start (and pg_ctl status takes that program for the server).
    private void RemoveIfForeign(string lockFile)
    {
        if (NamedIn(lockFile) == Named.AnotherProgram) File.Delete(lockFile);
    }

    private Named NamedIn(string lockFile)
    {
        try
        {
            var number = File.ReadLines(lockFile).FirstOrDefault();
            var arguments = File.ReadAllText($"/proc/{number}/cmdline").Split('\0');
            return Path.GetFileName(arguments[0]) == "postgres" && arguments.Contains(_data) ? Named.OurServer : Named.AnotherProgram;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return Named.Nobody;
        }
    }

    private async Task<Answer> AskAsync(CancellationToken cancellation)
    {
        if (!File.Exists(folder.SocketFile)) return Answer.Nothing;
        var once = new NpgsqlConnectionStringBuilder(folder.ConnectionString(DatabaseRoles.Owner)) { Pooling = false, Timeout = 10 };
        try
        {
            await using var connection = new NpgsqlConnection(once.ConnectionString);
            await connection.OpenAsync(cancellation);
            return Answer.Ready;
        }
        catch (PostgresException full) when (full.SqlState == PostgresErrorCodes.TooManyConnections)
        {
            return Answer.Ready;
        }
        catch (PostgresException notYet) when (notYet.SqlState.StartsWith("57P", StringComparison.Ordinal))
        {
            return Answer.NotYet;
        }
        catch (PostgresException refused)
        {
            throw Failed(DatabaseFailure.NotStarted, "refuses us", refused.MessageText);
        }
        catch (NpgsqlException silent) when (silent.InnerException is SocketException or IOException)
        {
            return Answer.Nothing;
        }
        catch (NpgsqlException slow) when (slow.InnerException is TimeoutException)
        {
            return Answer.NotYet;
        }
    }

    // Made aside and moved into place, so that a folder with its final name is always complete.
    private async Task InitialiseAsync(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var unfinished = _data + ".new";
        var output = "";
        foreach (var locale in ClusterSettings.Locales(programs.MajorVersion))
        {
            if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
            (var exitCode, output) = await RunAsync(
                programs.InitDb,
                ["-D", unfinished, "-U", "postgres", "--auth=peer", "--encoding=UTF8", .. locale],
                cancellation: cancellation);
            if (exitCode != 0) continue;

            ClusterSettings.Write(unfinished, folder.SocketFolder);
            (exitCode, output) = await RunAsync(
                programs.Postgres,
                ["--single", "-D", unfinished, "-c", "exit_on_error=on", "postgres"],
                ClusterSettings.FirstStatements,
                cancellation);
            if (exitCode != 0) break;

            Directory.Move(unfinished, _data);
            LogInitialised(programs.MajorVersion, _data, clock.ElapsedMilliseconds);
            return;
        }

        throw Failed(DatabaseFailure.NotInitialised, "could not be set up", output);
    }

    private async Task<(int ExitCode, string Output)> RunAsync(
        string program, string[] arguments, string input = "", CancellationToken cancellation = default)
    {
        _account ??= account.AbleToEnter(folder.Home, programs.Postgres) ?? throw new DatabaseUnavailableException(
            DatabaseFailure.FolderNotUsable,
            $"We are root, so PostgreSQL runs as another OS user, who cannot enter {folder.Home} or {programs.Folder}: choose another folder with --data, or allow it with “chmod o+x” on the folders above.");
        using var process = Process.Start(_account.StartInfo(program, arguments))!;
        try
        {
            var outputs = Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(cancellation),
                process.StandardError.ReadToEndAsync(cancellation));
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellation);
            process.StandardInput.Close();
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, string.Concat(await outputs));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private DatabaseUnavailableException Failed(DatabaseFailure reason, string what, string output)
    {
        var why = string.Join(' ', output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(4));
        return new(reason, string.Create(CultureInfo.InvariantCulture,
            $"The private PostgreSQL {programs.MajorVersion} in {folder.Home} {what} ({why}): see {folder.LogFile}."));
    }

    [LoggerMessage(LogLevel.Information, "Set up PostgreSQL {Version} in {Folder} within {Milliseconds} ms")]
    private partial void LogInitialised(int version, string folder, long milliseconds);

    [LoggerMessage(LogLevel.Information, "Started PostgreSQL {Version} of {Folder} within {Milliseconds} ms")]
    private partial void LogStarted(int version, string folder, long milliseconds);

    [LoggerMessage(LogLevel.Information, "Stopped the PostgreSQL of {Folder} within {Milliseconds} ms")]
    private partial void LogStopped(string folder, long milliseconds);

    [LoggerMessage(LogLevel.Error, "The PostgreSQL of {Folder} did not stop: {Output}")]
    private partial void LogNotStopped(string folder, string output);
}
