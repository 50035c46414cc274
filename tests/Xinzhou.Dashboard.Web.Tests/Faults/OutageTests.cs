using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Npgsql;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Commands;
using Xinzhou.Dashboard.Web.Tests.Access;

namespace Xinzhou.Dashboard.Web.Tests.Faults;

/// <summary>
/// PostgreSQL is there and cannot: it stands still, takes no changes or no more connections. What is published is read on, what
/// cannot be saved is said with 503 and a sentence, and when it is over everything goes on by itself.
/// </summary>
[Collection(nameof(FaultTests))]
[Trait("Category", "Faults")]
public sealed partial class OutageTests(Town town)
{
    private static readonly string[] ReadingPages = ["/", "/tasks", "/milestones", "/api/v1/figures?limit=5"];

    [Fact]
    public async Task While_the_database_stands_still_pages_are_read_and_what_is_saved_is_there_once()
    {
        var person = town.Return.Reporter.Http;
        var save = await town.Return.NextSaveAsync();
        (await person.GetAsync("/")).Dispose();

        var begun = TimeProvider.System.GetUtcNow();
        var pages = 0;
        TimeSpan toldAfter;
        Task<HttpStatusCode> saving;
        await town.Dashboard.StandStillAsync();
        try
        {
            saving = save();
            Assert.False(await town.Dashboard.IsReadyAsync());
            toldAfter = TimeProvider.System.GetUtcNow() - begun;
            while (TimeProvider.System.GetUtcNow() - begun < FaultRounds.Standstill)
            {
                await ReadAsync(town.Client);
                await ReadAsync(person);
                pages += 2 * ReadingPages.Length;
                // As people read: without a pause the API's limit would be met.
                await Wait.PassAsync(TimeSpan.FromMilliseconds(250));
            }
        }
        finally
        {
            await town.Dashboard.GoOnAsync();
        }

        var status = await saving;
        Assert.True(status is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable, $"{status} {town.Return.Refusal}");
        await UntilSavedAsync();
        await town.CheckAsync("after it stood still");
        FaultRounds.Report(string.Create(
            CultureInfo.InvariantCulture,
            $"PostgreSQL stands still for {FaultRounds.Standstill.TotalSeconds:0} s: not ready said after {toldAfter.TotalSeconds:0.0} s, {pages} pages read meanwhile, the save that waited answered {(int)status}, lost 0, doubled 0"));
    }

    [Fact]
    public async Task While_the_database_takes_no_changes_that_is_said_and_pages_are_read()
    {
        await UntilSavedAsync();
        await town.Dashboard.SetAsync("default_transaction_read_only = on");
        try
        {
            await Wait.UntilAsync(async () => await town.Return.SaveAsync() == HttpStatusCode.ServiceUnavailable);
            Assert.Contains("\"code\":\"database_read_only\"", town.Return.Refusal, StringComparison.Ordinal);
            Assert.Contains("只读", town.Return.Refusal, StringComparison.Ordinal);
            Assert.True(await town.Dashboard.IsReadyAsync());
            await ReadAsync(town.Client);
            await ReadAsync(town.Return.Reporter.Http);
            await Wait.UntilAsync(async () => await StatusOfSignInAsync() is (HttpStatusCode.ServiceUnavailable, var page) && page.Contains("数据库当前只读", StringComparison.Ordinal));
            await ImportRefusedAsync("read only");
        }
        finally
        {
            await town.Dashboard.SetAsync(null);
        }

        await UntilSavedAsync();
        await town.CheckAsync("after it took no changes");
    }

    [Fact]
    public async Task While_the_database_takes_no_more_connections_that_is_said_and_pages_are_read()
    {
        var save = await town.Return.NextSaveAsync();
        var taken = new List<NpgsqlConnection>();
        await using (var owner = town.Dashboard.Connect(DatabaseRoles.Owner))
        {
            try
            {
                // A place that somebody is just coming into or leaving shows in the next pass.
                var unchanged = 0;
                await Wait.UntilAsync(async () =>
                {
                    var before = taken.Count;
                    await TakeAllAsync(owner, taken);
                    // What the application holds is taken from it, too.
                    var held = await HeldAsync(taken[0]);
                    if (held.Count > 0) await FaultedDashboard.EndAsync(held);
                    unchanged = held.Count == 0 && taken.Count == before ? unchanged + 1 : 0;
                    return unchanged == 2;
                });

                Assert.Equal(HttpStatusCode.ServiceUnavailable, await save());
                Assert.Matches("\"code\":\"(database_crowded|unavailable)\"", town.Return.Refusal);
                Assert.False(await town.Dashboard.IsReadyAsync());
                await ReadAsync(town.Client);
                var (status, page) = await GetPageAsync("/returns");
                Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
                Assert.Contains("数据库", page, StringComparison.Ordinal);
                var (exitCode, output, errors) = await town.Dashboard.RunAsync("audit", "verify");
                Assert.Equal(((int)ExitCode.EnvironmentLacking, ""), (exitCode, output));
                Assert.Contains("no more connections", errors, StringComparison.Ordinal);
                Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
            }
            finally
            {
                foreach (var connection in taken) await connection.DisposeAsync();
            }
        }

        await town.Dashboard.UntilReadyAsync();
        await UntilSavedAsync();
        await town.CheckAsync("after it took no more connections");
    }

    [Fact]
    public async Task Two_more_processes_in_other_time_zones_say_the_same_and_one_goes_on_without_the_other()
    {
        await using var inShanghai = new FaultedDashboard(town.Dashboard.Folder, ownsFolder: false);
        await inShanghai.StartAsync("Asia/Shanghai");
        await using var inUtc = new FaultedDashboard(town.Dashboard.Folder, ownsFolder: false);
        await inUtc.StartAsync("UTC");

        foreach (var path in new[] { "/api/v1/figures?limit=500", "/api/v1/tasks", "/api/v1/lights", "/api/v1/milestones/2027", "/api/v1/targets", "/", "/tasks/1", "/milestones" })
        {
            // Each follows what is committed by itself, and may be a moment behind.
            await Wait.UntilAsync(async () => await inShanghai.GetAsync(path) is { Status: HttpStatusCode.OK } here && Words(here) == Words(await inUtc.GetAsync(path)), path);
        }

        using var client = new HttpClient { BaseAddress = new(inShanghai.Site) };
        await ImportAsync(client, "第一处导入", town.Dashboard, inShanghai, inUtc);
        await inUtc.KillAsync();
        await ImportAsync(client, "第二处导入", town.Dashboard, inShanghai);
        await town.CheckAsync("after one of three was killed");
    }

    private async Task ImportAsync(HttpClient client, string text, params FaultedDashboard[] everywhere)
    {
        using var imported = await town.ImportPlanAsync(client, text);
        Assert.Equal(HttpStatusCode.OK, imported.StatusCode);
        foreach (var dashboard in everywhere)
        {
            await Wait.UntilAsync(async () => (await dashboard.GetAsync("/tasks/1")).Text.Contains(text, StringComparison.Ordinal));
        }
    }

    private static async Task ReadAsync(HttpClient client)
    {
        foreach (var path in ReadingPages)
        {
            using var page = await client.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.OK), (path, page.StatusCode));
        }
    }

    /// <summary>What an import says that cannot be stored: a sentence on stderr, its last line on stdout, and no stack.</summary>
    private async Task ImportRefusedAsync(string why)
    {
        var file = Path.Combine(town.Dashboard.Folder, "refused.csv");
        await File.WriteAllTextAsync(
            file, "indicator,region,period,value,unit,yoy,source,basis,vintage,quote,note,published\nGDP,忻州市,2031-FY,3100,亿元,,没有存下的文件,target,,,,2024-01-05\n");
        var (exitCode, output, errors) = await town.Dashboard.RunAsync("import", file);
        Assert.Equal((int)ExitCode.Refused, exitCode);
        Assert.StartsWith("import: rows ", output.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
        Assert.Contains(why, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    private Task UntilSavedAsync() => Wait.UntilAsync(async () => await town.Return.SaveAsync() == HttpStatusCode.OK);

    private async Task<(HttpStatusCode Status, string Page)> StatusOfSignInAsync()
    {
        using var visitor = new Visitor(new(town.Dashboard.Site));
        var token = Visitor.TokenOf(await visitor.ReadAsync("/account/sign-in"));
        using var form = new HttpRequestMessage(HttpMethod.Post, "/account/persona")
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("name", "viewer")]),
        };
        form.Headers.Accept.ParseAdd("text/html");
        using var answer = await visitor.SendAsync(form);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<(HttpStatusCode Status, string Page)> GetPageAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await town.Return.Reporter.Http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task TakeAllAsync(NpgsqlDataSource source, List<NpgsqlConnection> taken)
    {
        while (true)
        {
            try
            {
                taken.Add(await source.OpenConnectionAsync());
            }
            catch (PostgresException full) when (full.SqlState == PostgresErrorCodes.TooManyConnections)
            {
                return;
            }
        }
    }

    /// <summary>The processes that serve the application's connections.</summary>
    private static async Task<IReadOnlyList<int>> HeldAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand($"SELECT pid FROM pg_stat_activity WHERE usename = '{DatabaseRoles.Application}'", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var processes = new List<int>();
        while (await reader.ReadAsync()) processes.Add(reader.GetInt32(0));
        return processes;
    }

    /// <summary>What is read of an answer: of a page its words, without what is another at every request.</summary>
    private static string Words((HttpStatusCode Status, string Text) answer) =>
        $"{answer.Status} {(answer.Text.StartsWith('{') ? answer.Text : Unread().Replace(answer.Text, " "))}";

    [GeneratedRegex("<!--[\\s\\S]*?-->|<script[\\s\\S]*?</script>|<[^>]*>")]
    private static partial Regex Unread();
}
