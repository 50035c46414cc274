using Xinzhou.Dashboard.Domain.Access;
using Xinzhou.Dashboard.Web.Tests.Access;

namespace Xinzhou.Dashboard.Web.Tests.Shell;

public sealed class SharedRefreshTests(AccessHost host) : IClassFixture<AccessHost>
{
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

        Assert.Contains("\"/notices\"", pages[0], StringComparison.Ordinal);
        Assert.DoesNotContain("\"/notices\"", pages[1], StringComparison.Ordinal);
        Assert.NotEqual(pages[0], pages[2]);
        Assert.NotEqual(await first.ReadAsync("/milestones"), pages[1]);
        var forms = await Task.WhenAll(RefreshAsync(stranger, "/account/sign-in"), RefreshAsync(first, "/account/sign-in"));
        Assert.NotEqual(Visitor.TokenOf(forms[0]), Visitor.TokenOf(forms[1]));
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
