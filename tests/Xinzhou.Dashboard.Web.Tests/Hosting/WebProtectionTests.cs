using System.Net;
using System.Net.Sockets;
using System.Text;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Web.Hosting;
using Xinzhou.Dashboard.Web.Tests.Access;

namespace Xinzhou.Dashboard.Web.Tests.Hosting;

/// <summary>What the browser is told and held to: whose pages may speak to this site, under which names, and what it may keep.</summary>
[Trait("Category", "Security")]
public sealed class WebProtectionTests(WebProtectionTests.Production production, WebProtectionTests.Development development)
    : IClassFixture<WebProtectionTests.Production>, IClassFixture<WebProtectionTests.Development>
{
    [Theory]
    [InlineData("127.0.0.1", 200)]
    [InlineData("localhost:5000", 200)]
    [InlineData("[::1]:5000", 200)]
    [InlineData("evil.example", 400)]
    [InlineData("127.0.0.1.evil.example", 400)]
    public async Task Development_answers_to_names_of_this_machine_only(string host, int status)
    {
        using var answer = await AskAsync(development, "/account/sign-in", ("Host", host));

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("dashboard.example", 200)]
    [InlineData("inner.city.example:8443", 200)]
    [InlineData("city.example", 400)]
    [InlineData("dashboard.example.evil.example", 400)]
    public async Task Production_answers_to_the_names_that_are_set(string host, int status)
    {
        using var answer = await AskAsync(production, "/account/sign-in", ("Host", host));

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("/account/sign-in", "localhost", 200)]
    [InlineData("/account/sign-in", "", 400)]
    [InlineData("/", "127.0.0.1:99999", 400)]
    [InlineData("/nonsense", "127.0.0.1:99999", 400)]
    [InlineData("/healthz/live", "", 200)]
    public async Task A_host_that_no_address_can_be_made_of_is_the_fault_of_who_names_it(string path, string host, int status)
    {
        // HttpClient sends no such host.
        using var client = new TcpClient();
        await client.ConnectAsync(development.Address.Host, development.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.ASCII);

        Assert.StartsWith($"HTTP/1.1 {status} ", await reader.ReadLineAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://dashboard.example", 200)]
    [InlineData("https://DASHBOARD.example", 200)]
    [InlineData("https://inner.city.example", 200)]
    [InlineData(null, 200)]
    [InlineData("https://evil.example", 403)]
    [InlineData("https://dashboard.example.evil.example", 403)]
    [InlineData("null", 403)]
    [InlineData("dashboard.example", 403)]
    public async Task The_connection_of_a_page_is_taken_from_pages_of_this_site_only(string? origin, int status)
    {
        using var request = Request(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1", ("Host", "dashboard.example"), ("X-Forwarded-Proto", "https"));
        if (origin is not null) request.Headers.Add("Origin", origin);
        using var answer = await production.Client.SendAsync(request);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("/_blazor", "http://evil.example", 403)]
    [InlineData("/_blazor", "http://127.0.0.1:1", 403)]
    [InlineData("/live", "http://evil.example", 403)]
    [InlineData("/live", "http://127.0.0.1:1", 403)]
    public async Task Nor_is_a_web_socket_opened_for_another_site(string path, string origin, int status)
    {
        // The connection is closed behind the answer, which may take its body along.
        using var answer = await development.Client.SendAsync(
            Request(
                HttpMethod.Get, path, ("Origin", origin), ("Connection", "Upgrade"), ("Upgrade", "websocket"), ("Sec-WebSocket-Version", "13"),
                ("Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAAAA==")),
            HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Over_https_the_browser_is_told_so_for_a_year_and_nothing_of_the_server()
    {
        using var secure = await AskAsync(production, "/account/sign-in", ("Host", "dashboard.example"), ("X-Forwarded-Proto", "https"));
        using var open = await AskAsync(production, "/account/sign-in", ("Host", "dashboard.example"));

        Assert.Equal($"max-age={365 * 24 * 60 * 60}", Assert.Single(secure.Headers.GetValues("Strict-Transport-Security")));
        Assert.False(open.Headers.Contains("Strict-Transport-Security"));
        Assert.All(new[] { secure, open }, a => Assert.False(a.Headers.Contains("Server")));
    }

    [Fact]
    public async Task Over_https_a_session_has_a_name_that_no_neighbour_can_give_and_none_without_it_is_believed()
    {
        var name = await production.EnterAsync(Role.Viewer);
        using var page = await AskAsync(production, "/account/sign-in", ("Host", "dashboard.example"), ("X-Forwarded-Proto", "https"));
        var form = Assert.Single(page.Headers.GetValues("Set-Cookie"));
        using var request = Request(HttpMethod.Post, "/account/sign-in", ("Host", "dashboard.example"), ("X-Forwarded-Proto", "https"), ("Cookie", form.Split(';')[0]));
        request.Content = new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", Visitor.TokenOf(await page.Content.ReadAsStringAsync())), new("_handler", "sign-in"),
            new("Form.UserName", name), new("Form.Password", AccessHost.Password),
        ]);
        using var answer = await production.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var session = answer.Headers.GetValues("Set-Cookie").Single(c => c.Contains("xzd-session=", StringComparison.Ordinal));

        Assert.All(new[] { form, session }, c =>
        {
            Assert.StartsWith("__Host-", c, StringComparison.Ordinal);
            Assert.Contains("; path=/;", c, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", c, StringComparison.OrdinalIgnoreCase);
        });
        var marked = session.Split(';')[0];
        Assert.Equal(200, await StatusAsync(marked));
        Assert.Equal(302, await StatusAsync(marked["__Host-".Length..]));

        async Task<int> StatusAsync(string cookie)
        {
            using var own = await AskAsync(production, "/account", ("Host", "dashboard.example"), ("X-Forwarded-Proto", "https"), ("Cookie", cookie));
            return (int)own.StatusCode;
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/tasks")]
    [InlineData("/account")]
    [InlineData("/messages")]
    [InlineData("/todo")]
    [InlineData("/nonsense")]
    [InlineData("/admin")]
    [InlineData("/search/suggest?q=gdp")]
    [InlineData("/downloads/figures.csv?indicator=gdp")]
    [InlineData("/downloads/changes.csv")]
    [InlineData("/api/v1/tasks")]
    [InlineData("/api/v1/supervision")]
    public async Task What_is_answered_to_somebody_known_is_kept_nowhere(string path)
    {
        using var viewer = await development.VisitAsAsync(Role.Leader);
        using var answer = await viewer.GetAsync(path);

        Assert.True(answer.Headers.CacheControl?.NoStore, path);
    }

    [Theory]
    [InlineData("/account/sign-in", true)]
    [InlineData("/account/session", true)]
    [InlineData("/setup?token=x", true)]
    [InlineData("/api/v1/tasks", false)]
    [InlineData("/css/site.css", false)]
    public async Task Nor_is_what_belongs_to_an_account_while_what_all_see_may_be(string path, bool expected)
    {
        using var answer = await AskAsync(development, path);

        Assert.Equal(expected, answer.Headers.CacheControl?.NoStore == true);
    }

    private static Task<HttpResponseMessage> AskAsync(Host host, string path, params (string Name, string Value)[] headers) =>
        host.Client.SendAsync(Request(HttpMethod.Get, path, headers));

    private static HttpRequestMessage Request(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            if (name == "Host") request.Headers.Host = value;
            else request.Headers.Add(name, value);
        }

        return request;
    }

    public abstract class Host : AccessHost
    {
        public HttpClient Client { get; private set; } = null!;

        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            Client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Address };
        }

        public override async Task DisposeAsync()
        {
            Client.Dispose();
            await base.DisposeAsync();
        }
    }

    public sealed class Development : Host;

    public sealed class Production : Host
    {
        protected override string Environment => StartArguments.Production;

        protected override IReadOnlyList<string> Settings => ["--Dashboard:PublicRead=true", "--Dashboard:Hosts=dashboard.example, *.city.example, 127.0.0.1"];
    }
}
