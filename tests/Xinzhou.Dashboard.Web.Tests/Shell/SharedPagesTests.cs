using System.IO.Compression;
using System.Net;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Import;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Browse.Tasks;
using Xinzhou.Dashboard.Web.Shell;
using Xinzhou.Dashboard.Web.Tests.Access;

namespace Xinzhou.Dashboard.Web.Tests.Shell;

public sealed class SharedPagesTests(SharedPagesTests.Unhurried host) : IClassFixture<SharedPagesTests.Unhurried>
{
    /// <summary>Between two requests no time passes, however busy the machine is.</summary>
    public sealed class Unhurried : AccessHost
    {
        protected override void Replace(IServiceCollection services) => services.AddSingleton<TimeProvider>(new StandingClock());
    }

    [Fact]
    public async Task Strangers_who_refresh_the_same_page_at_once_share_one_rendering()
    {
        using Visitor one = host.Visit(), other = host.Visit();
        await Task.WhenAll(one.ReadAsync("/about-data"), other.ReadAsync("/about-data"));
        var before = Shared.Shared;

        var pages = await Task.WhenAll(RefreshAsync(one, "/tasks"), RefreshAsync(other, "/tasks"), RefreshAsync(one, "/tasks?lang=en"));

        Assert.Equal(1, Shared.Shared - before);
        Assert.Equal(pages[0], pages[1]);
        // Who comes now sees what they have.
        Assert.Equal(pages[0], await one.ReadAsync("/tasks"));
        Assert.Equal(2, Shared.Shared - before);
        Assert.NotEqual(pages[0], pages[2]);
        Assert.Contains("Key tasks", pages[2], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_belongs_to_one_reader_is_not_shared()
    {
        using var stranger = host.Visit();
        using var leader = await host.VisitAsAsync(Role.Leader);
        using var first = host.Visit();
        foreach (var visitor in new[] { stranger, first }) await visitor.ReadAsync("/");

        var pages = await Task.WhenAll(RefreshAsync(leader, "/milestones"), RefreshAsync(stranger, "/milestones"), RefreshAsync(leader, "/milestones"));

        Assert.Contains("\"/messages\"", pages[0], StringComparison.Ordinal);
        Assert.DoesNotContain("\"/messages\"", pages[1], StringComparison.Ordinal);
        Assert.NotEqual(pages[0], pages[2]);
        var forms = await Task.WhenAll(RefreshAsync(stranger, "/account/sign-in"), RefreshAsync(first, "/account/sign-in"));
        Assert.NotEqual(Visitor.TokenOf(forms[0]), Visitor.TokenOf(forms[1]));
    }

    [Trait("Category", "Security")]
    [Fact]
    public async Task Those_with_the_same_role_share_the_page_and_each_has_his_own_header()
    {
        var names = new[] { await host.EnterAsync(Role.Viewer), await host.EnterAsync(Role.Viewer), await host.EnterAsync(Role.Supervisor) };
        var visitors = names.Select(_ => host.Visit()).ToArray();
        for (var i = 0; i < names.Length; i++) (await visitors[i].SignInAsync(names[i], AccessHost.Password)).Dispose();
        foreach (var visitor in visitors) await visitor.ReadAsync("/programmes");

        // Another state is another page, and those who have just been entered make one.
        var store = host.Services.GetRequiredService<SnapshotStore>();
        var (pages, shared) = (Array.Empty<string>(), 0L);
        await Wait.UntilAsync(async () =>
        {
            store.Replace(store.Current with { });
            var (known, before) = (store.Current, Shared.Shared);
            pages = await Task.WhenAll(visitors.Select(v => RefreshAsync(v, "/programmes?lang=en")));
            shared = Shared.Shared - before;
            return ReferenceEquals(known, store.Current);
        });

        for (var i = 0; i < names.Length; i++)
        {
            Assert.Contains($">{names[i]}<", pages[i], StringComparison.Ordinal);
            Assert.All(names.Where(n => n != names[i]), other => Assert.DoesNotContain(other, pages[i], StringComparison.Ordinal));
        }

        // Two share one rendering, the third has his own.
        Assert.Equal(1, shared);
        string After(string page) => page[page.IndexOf("</header>", StringComparison.Ordinal)..];
        string Before(string page) => page[..page.IndexOf("<header class=\"top\"", StringComparison.Ordinal)];
        Assert.Equal((Before(pages[0]), After(pages[0])), (Before(pages[1]), After(pages[1])));
        Assert.Equal(Shape(await visitors[1].ReadAsync("/programmes?lang=en")), Shape(pages[1]));
        Assert.NotEqual(Visitor.TokenOf(pages[0]), Visitor.TokenOf(pages[1]));
        using var signedOut = await visitors[1].SendAsync(new(HttpMethod.Post, "/account/sign-out")
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", Visitor.TokenOf(pages[1]))]),
        });
        Assert.Equal(HttpStatusCode.Redirect, signedOut.StatusCode);
        foreach (var visitor in visitors) visitor.Dispose();

        // The header as it stands in a page of its own, but for the tokens.
        static string Shape(string page) => System.Text.RegularExpressions.Regex.Replace(
            page[..page.IndexOf("</header>", StringComparison.Ordinal)][page.IndexOf("<header class=\"top\"", StringComparison.Ordinal)..], "value=\"CfDJ[^\"]*\"", "");
    }

    [Fact]
    public async Task What_a_page_does_not_go_by_makes_no_other_page_and_stands_in_no_link()
    {
        using var visitor = host.Visit();
        await visitor.ReadAsync("/about-data");

        var before = Shared.Shared;
        var page = await visitor.ReadAsync("/sources?lang=en&q=2024");
        var same = await visitor.ReadAsync("/sources?utm_source=mail&lang=en&&x=%41%26&q=2024&zz");

        Assert.Equal(1, Shared.Shared - before);
        Assert.Equal(page, same);
        Assert.DoesNotContain("utm_source", same, StringComparison.Ordinal);
        Assert.NotEqual(page, await visitor.ReadAsync("/sources?lang=en&Q=2023"));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("?", "")]
    [InlineData("?x=1", "")]
    [InlineData("?lang=en", "?lang=en")]
    [InlineData("?LIGHT=red&x=1&lead=d1&light=&y", "?LIGHT=red&lead=d1&light=")]
    [InlineData("?title=%E4%B8%AD&%6Cead=d1&lead2=d1", "?title=%E4%B8%AD&%6Cead=d1")]
    public void Of_a_query_stays_what_the_page_goes_by_as_it_was_written(string query, string kept) =>
        Assert.Equal(kept, PageParameters.Trim(new(query), typeof(TasksPage)).Value);

    /// <summary>So that a page alone says what it goes by.</summary>
    [Fact]
    public void No_part_of_a_page_is_supplied_with_parameters_but_the_page_itself()
    {
        var parts = typeof(TasksPage).Assembly.GetTypes().Where(t => !t.IsDefined(typeof(RouteAttribute), inherit: false));
        Assert.DoesNotContain(parts, part => part.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Any(p => p.IsDefined(typeof(SupplyParameterFromQueryAttribute))));
    }

    [Trait("Category", "Security")]
    [Fact]
    public async Task Who_asks_again_gets_the_same_until_there_is_something_to_tell_him_and_can_still_sign_out()
    {
        const string Path = "/programmes?lang=en";
        var name = await host.EnterAsync(Role.Auditor);
        using var other = await host.VisitAsAsync(Role.Auditor);
        using var visitor = host.Visit();
        (await visitor.SignInAsync(name, AccessHost.Password)).Dispose();
        // Another state is another page, and those who have just been entered make one.
        var store = host.Services.GetRequiredService<SnapshotStore>();
        string others = "", page = "", again = "";
        await Wait.UntilAsync(async () =>
        {
            var known = store.Current;
            (others, page, again) = (await other.ReadAsync(Path), await visitor.ReadAsync(Path), await visitor.ReadAsync(Path));
            return ReferenceEquals(known, store.Current);
        });
        Assert.Equal(page, again);
        Assert.NotEqual(others, page);
        Assert.DoesNotContain(TellsOfOne, page, StringComparison.Ordinal);

        await using (var tell = host.Database.Owner.CreateCommand("INSERT INTO messages (user_id, at, kind, details) VALUES ($1, now(), 'due', '{}')"))
        {
            tell.Parameters.AddWithValue(await host.IdOfAsync(name));
            await tell.ExecuteNonQueryAsync();
        }

        await Wait.UntilAsync(async () => (await visitor.ReadAsync(Path)).Contains(TellsOfOne, StringComparison.Ordinal));
        Assert.DoesNotContain(TellsOfOne, await other.ReadAsync(Path), StringComparison.Ordinal);
        using var signedOut = await visitor.SendAsync(new(HttpMethod.Post, "/account/sign-out")
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", Visitor.TokenOf(await visitor.ReadAsync(Path)))]),
        });
        Assert.Equal(HttpStatusCode.Redirect, signedOut.StatusCode);
        Assert.DoesNotContain(name, await visitor.ReadAsync(Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_on_which_somebody_works_is_his_own()
    {
        using Visitor one = await host.VisitAsAsync(Role.Auditor), other = await host.VisitAsAsync(Role.Auditor);

        var before = Shared.Shared;
        await Task.WhenAll(RefreshAsync(one, "/audit"), RefreshAsync(other, "/audit"));

        Assert.Equal(0, Shared.Shared - before);
    }

    [Fact]
    public async Task Strangers_who_come_to_the_same_page_share_one_rendering_and_each_has_a_cookie_of_his_own()
    {
        using Visitor one = host.Visit(), other = host.Visit();

        var before = Shared.Shared;
        var pages = new[] { await one.ReadAsync("/dimensions"), await other.ReadAsync("/dimensions"), await other.ReadAsync("/dimensions?lang=en") };

        Assert.Equal(1, Shared.Shared - before);
        Assert.Equal(pages[0], pages[1]);
        Assert.NotEqual(pages[0], pages[2]);
        var cookies = new[] { one, other }.Select(v => Assert.Single(v.Cookies.GetAllCookies(), c => c.Name.Contains("ntiforgery", StringComparison.Ordinal)).Value);
        Assert.Equal(2, cookies.Distinct().Count());
        // The cookie is worth something: a form that goes with it is taken.
        using var refused = await other.SignInAsync("nobody-of-this-name", AccessHost.Password);
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
    }

    [Fact]
    public async Task A_shared_page_is_packed_for_those_who_take_it_and_is_the_same_page()
    {
        using var client = new HttpClient { BaseAddress = host.Address };
        var plain = await client.GetStringAsync("/sources");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sources") { Headers = { AcceptEncoding = { new("gzip"), new("br") } } };
        using var answer = await client.SendAsync(request);
        using var refusing = new HttpRequestMessage(HttpMethod.Get, "/sources") { Headers = { AcceptEncoding = { new("br", 0) } } };
        using var unpacked = await client.SendAsync(refusing);

        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        await using var brotli = new BrotliStream(await answer.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var reader = new StreamReader(brotli);
        Assert.Equal(plain, await reader.ReadToEndAsync());
        Assert.Empty(unpacked.Content.Headers.ContentEncoding);
        Assert.Equal(plain, await unpacked.Content.ReadAsStringAsync());
    }

    [Trait("Category", "Security")]
    [Fact]
    public async Task Of_twelve_people_who_ask_for_the_same_page_over_and_over_nobody_sees_anything_of_another()
    {
        Role[] roles = [Role.Viewer, Role.Reviewer, Role.Leader, Role.Supervisor, Role.Auditor, Role.Admin];
        var names = new List<string>();
        foreach (var role in roles.Concat(roles)) names.Add(await host.EnterAsync(role));
        var people = names.Select(_ => host.Visit()).ToArray();
        using var stranger = host.Visit();
        for (var i = 0; i < people.Length; i++) (await people[i].SignInAsync(names[i], AccessHost.Password)).Dispose();

        var tokens = new Dictionary<string, int>();
        for (var round = 0; round < 3; round++)
        {
            var pages = await Task.WhenAll(people.Select(p => p.ReadAsync("/indicators")));
            var strangers = await stranger.ReadAsync("/indicators");
            for (var i = 0; i < people.Length; i++)
            {
                Assert.Contains($">{names[i]}<", pages[i], StringComparison.Ordinal);
                Assert.All(names.Where(n => n != names[i]), other => Assert.DoesNotContain(other, pages[i], StringComparison.Ordinal));
                var token = Visitor.TokenOf(pages[i]);
                Assert.True(tokens.TryAdd(token, i) || tokens[token] == i, "two people had one token");
            }

            Assert.All(names, n => Assert.DoesNotContain(n, strangers, StringComparison.Ordinal));
            Assert.DoesNotContain("__RequestVerificationToken", strangers, StringComparison.Ordinal);
        }

        foreach (var person in people) person.Dispose();
    }

    [Fact]
    public async Task A_page_of_another_state_of_the_figures_is_rendered_anew()
    {
        using var visitor = host.Visit();
        var before = await visitor.ReadAsync("/milestones");
        var store = host.Services.GetRequiredService<SnapshotStore>();
        var known = store.Current;
        var report = await host.Services.GetRequiredService<Importer>().ImportAsync(
            DocumentReader.Read(Encoding.UTF8.GetBytes(
                """
                indicator,region,period,value,unit,yoy,source,basis,vintage,quote,note,published
                GDP,忻州市,2031-FY,3100,亿元,,测试文件,target,,,,2024-01-05

                """)),
            new() { File = "one.csv", Actor = "command" });
        Assert.True(report.Accepted, string.Join('\n', report.Faults));
        await Wait.UntilAsync(() => store.Current.Figures.Count > known.Figures.Count);

        Assert.NotEqual(before, await visitor.ReadAsync("/milestones"));
    }

    /// <summary>What the header says of one message that is not read.</summary>
    private const string TellsOfOne = ">1<span class=\"only-read\"";

    private SharedPages Shared => host.Services.GetRequiredService<SharedPages>();

    /// <summary>As the browser asks for a page that is open already.</summary>
    private static async Task<string> RefreshAsync(Visitor visitor, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", "text/html");
        request.Headers.Add("X-Background", "page");
        using var answer = await visitor.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
