using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Hosting;

namespace Xinzhou.Dashboard.Web.Tests.Access;

/// <summary>
/// PostgreSQL is killed under the application, in a folder of the test's own. Nobody is sent to sign-in for that: what is
/// known of a session holds for a while, what cannot be done is answered with 503 and when to ask again.
/// </summary>
[Trait("Category", "Faults")]
[Trait("Category", "Security")]
public sealed class LostDatabaseTests : IAsyncLifetime
{
    // Not a folder of mode 0700: as root the server runs as another user.
    private readonly string _folder = Path.Combine("/tmp", $"xzd-tests-{Environment.ProcessId}-{Guid.NewGuid():N}"[..32]);
    private readonly StandingClock _clock = new();
    private WebApplication _app = null!;

    private Uri Address => new(_app.Urls.Single());

    public async Task InitializeAsync()
    {
        _app = DashboardHost.Build(
            new() { DataDirectory = _folder, Urls = "http://127.0.0.1:0", Overrides = ["--Dashboard:LogLevel=Fatal"] },
            services => services.AddSingleton<TimeProvider>(_clock));
        await _app.StartAsync();
        using var limit = Wait.Limited();
        await _app.WaitUntilReadyAsync(limit.Token);
    }

    public async Task DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_known_session_holds_for_twenty_five_seconds_more_and_then_is_answered_with_503_and_after_it_holds_again()
    {
        using var visitor = new Visitor(Address);
        await visitor.SignInAsPersonaAsync(Role.Reviewer);
        Assert.Equal("reviewer", await visitor.WhoAsync());
        // He types: nothing is asked for a long while.
        _clock.Pass(TimeSpan.FromMinutes(10));

        await using (await LosePostgresAsync())
        {
            Assert.Equal("reviewer", await visitor.WhoAsync());
            _clock.Pass(TimeSpan.FromSeconds(24));
            Assert.Equal("reviewer", await visitor.WhoAsync());
            await AwayAsync(await visitor.GetAsync("/messages"));
            _clock.Pass(TimeSpan.FromSeconds(2));
            foreach (var path in new[] { "/review", "/account", "/messages" })
            {
                await AwayAsync(await GetPageAsync(visitor, path));
            }
        }

        await Wait.UntilAsync(async () =>
        {
            using var answer = await visitor.GetAsync("/review");
            return answer.StatusCode == HttpStatusCode.OK;
        });
        Assert.Equal("reviewer", await visitor.WhoAsync());
    }

    [Fact]
    public async Task What_is_saved_meanwhile_is_answered_with_503_and_when_to_send_it_again()
    {
        await using (var database = NpgsqlDataSource.Create(PrivatePostgres.ConnectionString(_folder, DatabaseRoles.Application)))
        await using (var department = database.CreateCommand("INSERT INTO departments (code, \"order\", name) VALUES ('d1', 1, '测试局')"))
        {
            await department.ExecuteNonQueryAsync();
        }

        using var visitor = new Visitor(Address);
        await visitor.SignInAsPersonaAsync(Role.Reporter);
        var token = Visitor.TokenOf(await visitor.ReadAsync("/"));

        await using (await LosePostgresAsync())
        {
            using var save = new HttpRequestMessage(HttpMethod.Post, "/returns/1/cells")
            {
                Content = new StringContent("""{"cells":[{"cell":"1-value","seen":0,"text":"1"}],"stamp":0}""", Encoding.UTF8, "application/json"),
            };
            save.Headers.Add("RequestVerificationToken", token);
            using var answer = await AwayAsync(await visitor.SendAsync(save));
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            // To sign out is to be noted too, else a copy of the cookie would outlive it.
            using var left = new HttpRequestMessage(HttpMethod.Post, "/account/sign-out")
            {
                Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]),
            };
            await AwayAsync(await visitor.SendAsync(left));
            Assert.Equal("reporter", await visitor.WhoAsync());
            using var program = new HttpRequestMessage(HttpMethod.Get, "/api/v1/indicators");
            program.Headers.Authorization = new("Bearer", Data.Access.TokenSecret.Create());
            await AwayAsync(await visitor.SendAsync(program));
        }
    }

    private static async Task<HttpResponseMessage> AwayAsync(HttpResponseMessage answer)
    {
        Assert.Equal((answer.RequestMessage!.RequestUri!.AbsolutePath, HttpStatusCode.ServiceUnavailable), (answer.RequestMessage.RequestUri.AbsolutePath, answer.StatusCode));
        Assert.NotNull(answer.Headers.RetryAfter?.Delta);
        Assert.NotEmpty(await answer.Content.ReadAsStringAsync());
        return answer;
    }

    private static Task<HttpResponseMessage> GetPageAsync(Visitor visitor, string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html");
        return visitor.SendAsync(request);
    }

    /// <summary>kill -9; nobody can start it again before what is returned is disposed of.</summary>
    private async Task<IAsyncDisposable> LosePostgresAsync()
    {
        var home = Path.Combine(_folder, "postgresql");
        FileStream? held = null;
        await Wait.UntilAsync(() =>
        {
            try
            {
                held = new(Path.Combine(home, "server.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                // Somebody starts or stops the server just now.
            }

            return held is not null;
        });
        var file = Directory.EnumerateFiles(home, "postmaster.pid", SearchOption.AllDirectories).Single();
        using var postmaster = Process.GetProcessById(int.Parse(File.ReadLines(file).First(), CultureInfo.InvariantCulture));
        postmaster.Kill();
        await postmaster.WaitForExitAsync();
        return held!;
    }
}
