using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Testing;
using static Xinzhou.Dashboard.Data.Tests.Server.ServerTestFolder;

namespace Xinzhou.Dashboard.Data.Tests.Server;

[Trait("Category", "Faults")]
public sealed class PrivatePostgresTests(ServerTestFolder folder) : IClassFixture<ServerTestFolder>
{
    [Fact]
    public async Task The_first_start_makes_a_durable_database_that_sorts_as_Chinese_does_and_that_no_network_reaches()
    {
        await using var postgres = await folder.StartAsync();

        Assert.Equal("", await AskAsync(postgres.AppConnectionString, "SHOW listen_addresses"));
        Assert.Equal("on", await AskAsync(postgres.AppConnectionString, "SHOW fsync"));
        Assert.Equal("on", await AskAsync(postgres.AppConnectionString, "SHOW synchronous_commit"));
        Assert.Equal("UTF8", await AskAsync(postgres.AppConnectionString, "SHOW server_encoding"));
        Assert.Equal("代县,定襄县,偏关县,忻府区", await AskAsync(
            postgres.AppConnectionString,
            "SELECT string_agg(name, ',' ORDER BY name) FROM unnest(ARRAY['忻府区', '偏关县', '定襄县', '代县']) name"));
        var socketFolder = new NpgsqlConnectionStringBuilder(postgres.AppConnectionString).Host!;
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            new DirectoryInfo(socketFolder).UnixFileMode);
    }

    [Fact]
    public async Task The_OS_user_is_let_in_as_owner_and_as_application_and_not_as_superuser()
    {
        await using var postgres = await folder.StartAsync();

        Assert.Equal("xzd_owner", await AskAsync(postgres.OwnerConnectionString, "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()"));
        Assert.Equal("xzd_app", await AskAsync(postgres.AppConnectionString, "SELECT current_user::text"));
        Assert.False((bool)(await AskAsync(postgres.OwnerConnectionString, "SELECT bool_or(rolsuper) FROM pg_roles WHERE rolname LIKE 'xzd%'"))!);
        var superuser = new NpgsqlConnectionStringBuilder(postgres.OwnerConnectionString) { Username = "postgres" }.ConnectionString;
        var refused = await Assert.ThrowsAsync<PostgresException>(() => AskAsync(superuser, "SELECT 1"));
        Assert.Equal(PostgresErrorCodes.InvalidAuthorizationSpecification, refused.SqlState);
    }

    [Fact]
    public async Task A_warm_start_finds_the_data_makes_no_cluster_and_has_nothing_to_recover()
    {
        const string Cluster = "SELECT system_identifier || ' ' || oid FROM pg_control_system(), pg_database WHERE datname = current_database()";
        object? made;
        await using (var first = await folder.StartAsync())
        {
            await AskAsync(first.OwnerConnectionString, "DROP TABLE IF EXISTS kept; CREATE TABLE kept AS SELECT 1 AS n");
            made = await AskAsync(first.OwnerConnectionString, Cluster);
        }

        Assert.Null(folder.Postmaster());
        var logged = folder.Log().Length;

        await using var second = await folder.StartAsync();

        // What a start has to do was done by the first, and the first has ended as it should: the rest is starting a process.
        Assert.Equal(made, await AskAsync(second.OwnerConnectionString, Cluster));
        Assert.Equal(1, await AskAsync(second.OwnerConnectionString, "SELECT n FROM kept"));
        var starting = folder.Log()[logged..];
        Assert.Contains("database system was shut down", starting, StringComparison.Ordinal);
        Assert.DoesNotContain("recovery", starting, StringComparison.Ordinal);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(starting, "ready to accept connections"));
    }

    [Fact]
    public async Task Two_processes_share_one_server_and_the_last_one_out_stops_it()
    {
        var here = await folder.StartAsync();
        using var server = folder.Postmaster();
        using var other = await ServerUser.JoinAsync(folder.Path);

        await here.DisposeAsync();

        using var still = folder.Postmaster();
        Assert.Equal(server!.Id, still?.Id);
        await other.LeaveAsync();
        Assert.Null(folder.Postmaster());
    }

    [Fact]
    public async Task Who_wants_it_alone_gets_it_only_when_nobody_has_it_and_then_nobody_else_does()
    {
        await using (await folder.StartAsync())
        {
            Assert.Null(await PrivatePostgres.TryStartAloneAsync(folder.Path, NullLogger.Instance));
        }

        await using (var alone = await PrivatePostgres.TryStartAloneAsync(folder.Path, NullLogger.Instance))
        {
            Assert.Equal(1, await AskAsync(alone!.OwnerConnectionString, "SELECT 1"));
            Assert.Null(await PrivatePostgres.TryStartAloneAsync(folder.Path, NullLogger.Instance));
            var refused = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => folder.StartAsync());
            Assert.Equal(DatabaseFailure.Busy, refused.Reason);
            Assert.Contains("restored", refused.Message, StringComparison.Ordinal);
        }

        Assert.Null(folder.Postmaster());
        await using var after = await folder.StartAsync();
        Assert.Equal(1, await AskAsync(after.AppConnectionString, "SELECT 1"));
    }

    [Fact]
    public async Task Processes_that_start_at_once_on_an_empty_folder_all_get_the_same_server()
    {
        await using var empty = new ServerTestFolder();
        var users = await Task.WhenAll(ServerUser.JoinAsync(empty.Path), ServerUser.JoinAsync(empty.Path), ServerUser.JoinAsync(empty.Path));

        using var server = empty.Postmaster();
        Assert.NotNull(server);
        await Task.WhenAll(users.Select(user => user.LeaveAsync()));
        Assert.Null(empty.Postmaster());
    }

    [Fact]
    public async Task A_killed_server_comes_back_by_itself_with_everything_that_was_committed()
    {
        await using var postgres = await folder.StartAsync();
        await AskAsync(postgres.OwnerConnectionString, "DROP TABLE IF EXISTS kept; CREATE TABLE kept AS SELECT 1 AS n");

        await folder.KillPostmasterAsync();

        Assert.Equal(1, await AskUntilItAnswersAsync(postgres.OwnerConnectionString, "SELECT n FROM kept"));
    }

    [Fact]
    public async Task A_process_that_is_killed_leaves_a_server_that_the_next_one_takes_over_and_stops()
    {
        using var killed = await ServerUser.JoinAsync(folder.Path);
        using var server = folder.Postmaster();
        await killed.KillAsync();

        var next = await folder.StartAsync();

        using var still = folder.Postmaster();
        Assert.Equal(server!.Id, still?.Id);
        Assert.Equal(1, await AskAsync(next.AppConnectionString, "SELECT 1"));
        await next.DisposeAsync();
        Assert.Null(folder.Postmaster());
    }

    [Fact]
    public async Task After_both_were_killed_the_next_start_recovers_even_if_the_old_process_number_is_taken()
    {
        using (var killed = await ServerUser.JoinAsync(folder.Path))
        {
            await AskAsync(PrivatePostgres.ConnectionString(folder.Path, DatabaseRoles.Owner), "DROP TABLE IF EXISTS kept; CREATE TABLE kept AS SELECT 1 AS n");
            await killed.KillAsync();
        }

        await folder.KillPostmasterAsync();
        var pidFile = Path.Combine(folder.Cluster(), "postmaster.pid");
        var lines = await File.ReadAllLinesAsync(pidFile);
        lines[0] = Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await File.WriteAllLinesAsync(pidFile, lines);

        await using var next = await folder.StartAsync();

        Assert.Equal(1, await AskAsync(next.OwnerConnectionString, "SELECT n FROM kept"));
    }

    [Fact]
    public async Task A_first_start_that_was_killed_half_way_is_begun_anew()
    {
        await using var half = new ServerTestFolder();
        Directory.CreateDirectory(Path.Combine(half.Path, "postgresql", "15.new", "base"));
        File.SetUnixFileMode(half.Path, (UnixFileMode)0b111_101_101);
        await File.WriteAllTextAsync(Path.Combine(half.Path, "postgresql", "15.new", "PG_VERSION"), "15\n");

        await using var postgres = await half.StartAsync();

        Assert.Equal(1, await AskAsync(postgres.AppConnectionString, "SELECT 1"));
    }

    [Fact]
    public async Task A_path_too_long_for_a_socket_gets_one_in_tmp_whatever_characters_it_has()
    {
        await using var deep = ServerTestFolder.Below("数据 目录, 2023/a-rather-long-name-of-a-folder/a-rather-long-name-of-a-folder/a-rather-long-name");

        var postgres = await deep.StartAsync();

        var socketFolder = new NpgsqlConnectionStringBuilder(postgres.AppConnectionString).Host!;
        Assert.StartsWith("/tmp/xzd-", socketFolder, StringComparison.Ordinal);
        Assert.Equal(1, await AskAsync(postgres.AppConnectionString, "SELECT 1"));
        await postgres.DisposeAsync();
        Assert.False(Directory.Exists(socketFolder));
    }

    [Fact]
    public async Task Without_PostgreSQL_one_sentence_says_which_command_installs_it()
    {
        var nowhere = new PostgresSearch { SystemFolder = "/nonexistent", Path = "/nonexistent", Below = "/" };

        var lacking = await Assert.ThrowsAsync<DatabaseUnavailableException>(
            () => PrivatePostgres.StartAsync(folder.Path, nowhere, NullLogger.Instance, CancellationToken.None));

        Assert.Equal(DatabaseFailure.NoBinaries, lacking.Reason);
        Assert.Contains("apt-get install postgresql", lacking.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', lacking.Message);
    }

    [RootFact]
    public async Task As_root_the_server_runs_as_another_user_even_below_a_folder_that_only_root_may_enter()
    {
        await using var folder = new ServerTestFolder();
        await using var closed = ServerTestFolder.Below("closed");
        var between = Path.GetDirectoryName(closed.Path)!;
        Directory.CreateDirectory(between);
        File.SetUnixFileMode(between, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        await using var postgres = await closed.StartAsync();

        using var server = closed.Postmaster();
        var status = await File.ReadAllLinesAsync($"/proc/{server!.Id}/status");
        Assert.DoesNotContain("\t0\t", status.Single(line => line.StartsWith("Uid:", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(1, await AskAsync(postgres.AppConnectionString, "SELECT 1"));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            new DirectoryInfo(between).UnixFileMode);
    }

    private static async Task<object?> AskUntilItAnswersAsync(string connectionString, string statement)
    {
        object? answer = null;
        await Wait.UntilAsync(async () =>
        {
            try
            {
                answer = await AskAsync(connectionString, statement);
                return true;
            }
            catch (NpgsqlException)
            {
                return false;
            }
        });
        return answer;
    }
}
