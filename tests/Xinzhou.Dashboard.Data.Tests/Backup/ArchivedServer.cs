using System.Diagnostics;
using Npgsql;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Data.Tests.Backup;

/// <summary>A PostgreSQL as an administrator keeps it, which pgBackRest archives as docs/operations.md says.</summary>
internal sealed class ArchivedServer : IAsyncDisposable
{
    public const string PgBackRest = "/usr/bin/pgbackrest";

    private const string Superuser = "postgres";

    private readonly string _folder = $"/tmp/xzd-archived-{Guid.NewGuid().ToString("N")[..12]}";
    private readonly PostgresPrograms _programs = PostgresPrograms.Find(PostgresSearch.OfThisProcess(), null);
    private readonly ServerAccount _account;

    private ArchivedServer()
    {
        _account = ServerAccount.Choose(_folder);
        // Not a folder of mode 0700: as root the server runs as another user.
        Directory.CreateDirectory(_folder);
        foreach (var name in new[] { "cluster", "run", "repository", "log" }) _account.CreateFolder(Path.Combine(_folder, name));
    }

    public string OwnerConnectionString => To(DatabaseRoles.Database, DatabaseRoles.Owner);

    private string Cluster => Path.Combine(_folder, "cluster");

    private string Socket => Path.Combine(_folder, "run");

    private string Configuration => Path.Combine(_folder, "pgbackrest.conf");

    /// <summary>Sets one up with an empty database of the product, and takes the first base backup of it.</summary>
    public static async Task<ArchivedServer> StartAsync()
    {
        var server = new ArchivedServer();
        try
        {
            await server.InitialiseAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a command of pgBackRest.</summary>
    public Task BackRestAsync(params string[] arguments) =>
        RunAsync(PgBackRest, [$"--config={Configuration}", "--stanza=dashboard", .. arguments]);

    /// <summary>Runs a statement as the superuser.</summary>
    public async Task<object?> AskAsync(string database, string statement)
    {
        await using var connection = new NpgsqlConnection(To(database, Superuser));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>The machine goes, with everything but the repository.</summary>
    public async Task LoseAsync()
    {
        await RunAsync(_programs.PgCtl, "stop", "-D", Cluster, "-m", "immediate", "-w");
        Directory.Delete(Cluster, recursive: true);
    }

    /// <summary>Restores it to a moment and starts it.</summary>
    /// <param name="target">The moment, as PostgreSQL writes it.</param>
    public async Task RestoreAsync(string target)
    {
        _account.CreateFolder(Cluster);
        await BackRestAsync("restore", "--type=time", $"--target={target}", "--target-action=promote");
        await StartServerAsync();
        await Wait.UntilAsync(async () => await AskAsync(Superuser, "SELECT pg_is_in_recovery()") is false);
    }

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Path.Combine(Cluster, "postmaster.pid"))) await RunAsync(_programs.PgCtl, "stop", "-D", Cluster, "-m", "immediate", "-w");
        Directory.Delete(_folder, recursive: true);
    }

    private async Task InitialiseAsync()
    {
        await File.WriteAllTextAsync(Configuration,
            $"""
            [global]
            repo1-path={_folder}/repository
            repo1-cipher-type=aes-256-cbc
            repo1-cipher-pass={Guid.NewGuid():N}
            repo1-retention-full=4
            start-fast=y
            lock-path={_folder}/log
            log-path={_folder}/log
            spool-path={_folder}/log

            [dashboard]
            pg1-path={Cluster}
            pg1-socket-path={Socket}
            pg1-user={Superuser}

            """);
        await RunAsync(_programs.InitDb, "-D", Cluster, "-U", Superuser, "--auth=trust", "--encoding=UTF8", "--locale=C");
        await File.AppendAllTextAsync(Path.Combine(Cluster, "postgresql.conf"),
            $"""

            listen_addresses = ''
            unix_socket_directories = '{Socket}'
            archive_mode = on
            archive_timeout = 60
            archive_command = '{PgBackRest} --config={Configuration} --stanza=dashboard archive-push %p'

            """);
        await StartServerAsync();
        foreach (var statement in ClusterSettings.FirstStatements.Split('\n', StringSplitOptions.RemoveEmptyEntries)) await AskAsync(Superuser, statement);
        await BackRestAsync("stanza-create");
        await BackRestAsync("backup", "--type=full");
        // pgBackRest takes a backup for a moment only if it ended in an earlier second.
        var ended = await SecondAsync();
        await Wait.UntilAsync(async () => await SecondAsync() > ended);
    }

    private async Task<long> SecondAsync() => (long)(await AskAsync(Superuser, "SELECT extract(epoch FROM clock_timestamp())::bigint"))!;

    private Task StartServerAsync() => RunAsync(_programs.PgCtl, "start", "-D", Cluster, "-l", Path.Combine(_folder, "log", "server.log"), "-w");

    private string To(string database, string user) =>
        new NpgsqlConnectionStringBuilder { Host = Socket, Database = database, Username = user, Pooling = false }.ConnectionString;

    private async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(_account.StartInfo(program, arguments))!;
        process.StandardInput.Close();
        var said = await Wait.ForAsync(Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync()));
        await Wait.ForAsync(process.WaitForExitAsync());
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {string.Concat(said)}");
    }
}
