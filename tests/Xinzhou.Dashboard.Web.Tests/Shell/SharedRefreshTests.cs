using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Tests.Access;

namespace Xinzhou.Dashboard.Web.Tests.Shell;

public sealed class SharedRefreshTests(SharedRefreshTests.Unhurried host) : IClassFixture<SharedRefreshTests.Unhurried>
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
        foreach (var visitor in new[] { one, other }) await visitor.ReadAsync("/tasks");

        var pages = await Task.WhenAll(RefreshAsync(one, "/tasks"), RefreshAsync(other, "/tasks"), RefreshAsync(one, "/tasks?lang=en"));

        // The marker of the live part is made anew at every rendering.
        Assert.Equal(pages[0], pages[1]);
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
        Assert.NotEqual(await first.ReadAsync("/milestones"), pages[1]);
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

        var pages = await Task.WhenAll(visitors.Select(v => RefreshAsync(v, "/programmes")));

        for (var i = 0; i < names.Length; i++)
        {
            Assert.Contains($">{names[i]}<", pages[i], StringComparison.Ordinal);
            Assert.All(names.Where(n => n != names[i]), other => Assert.DoesNotContain(other, pages[i], StringComparison.Ordinal));
        }

        // The marker of the live part, after the header, is made anew at every rendering: two share one, the third has his own.
        string After(string page) => page[page.IndexOf("</header>", StringComparison.Ordinal)..];
        string Before(string page) => page[..page.IndexOf("<header class=\"top\"", StringComparison.Ordinal)];
        Assert.Equal((Before(pages[0]), After(pages[0])), (Before(pages[1]), After(pages[1])));
        Assert.NotEqual(After(pages[0]), After(pages[2]));
        Assert.Equal(Shape(await visitors[1].ReadAsync("/programmes")), Shape(pages[1]));
        Assert.NotEqual(Visitor.TokenOf(pages[0]), Visitor.TokenOf(pages[1]));
        using var signedOut = await visitors[1].SendAsync(new(HttpMethod.Post, "/account/sign-out")
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", Visitor.TokenOf(pages[1]))]),
        });
        Assert.Equal(System.Net.HttpStatusCode.Redirect, signedOut.StatusCode);
        foreach (var visitor in visitors) visitor.Dispose();

        // The header as it stands in a page of its own, but for the tokens.
        static string Shape(string page) => System.Text.RegularExpressions.Regex.Replace(
            page[..page.IndexOf("</header>", StringComparison.Ordinal)][page.IndexOf("<header class=\"top\"", StringComparison.Ordinal)..], "value=\"CfDJ[^\"]*\"", "");
    }

    [Fact]
    public async Task A_page_on_which_somebody_works_is_his_own()
    {
        using Visitor one = await host.VisitAsAsync(Role.Auditor), other = await host.VisitAsAsync(Role.Auditor);

        var pages = await Task.WhenAll(RefreshAsync(one, "/audit"), RefreshAsync(other, "/audit"));

        string After(string page) => page[page.IndexOf("</header>", StringComparison.Ordinal)..];
        Assert.NotEqual(After(pages[0]), After(pages[1]));
    }

    /// <summary>As the browser asks for a page that is open already.</summary>
    private static async Task<string> RefreshAsync(Visitor visitor, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", "text/html; blazor-enhanced-nav=on");
        using var answer = await visitor.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
