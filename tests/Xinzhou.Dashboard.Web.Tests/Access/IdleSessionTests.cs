using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Web.Tests.Access;

/// <summary>A session ends after the time without a request that the setting says: not before, and not later.</summary>
[Trait("Category", "Security")]
public sealed class IdleSessionTests(ClockedHost host) : IClassFixture<ClockedHost>
{
    [Fact]
    public async Task Thirty_minutes_without_a_request_end_a_session_and_twenty_nine_do_not()
    {
        using var visitor = await host.VisitAsAsync(Role.Leader);
        host.Clock.Pass(TimeSpan.FromMinutes(14));
        Assert.Equal("leader", await visitor.WhoAsync());
        // More than thirty minutes since sign-in, less since the last request.
        host.Clock.Pass(TimeSpan.FromMinutes(28));
        Assert.Equal("leader", await visitor.WhoAsync());
        host.Clock.Pass(TimeSpan.FromMinutes(31));
        Assert.Null(await visitor.WhoAsync());
    }

    [Theory]
    [InlineData("/", true)]
    [InlineData("/account/session", true)]
    [InlineData("/_blazor?id=nobody", false)]
    [InlineData("/live", false)]
    public async Task What_a_page_asks_for_by_itself_is_no_request_of_its_reader(string path, bool isMarked)
    {
        using var visitor = await host.VisitAsAsync(Role.Leader);
        for (var i = 0; i < 3; i++)
        {
            host.Clock.Pass(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (isMarked) request.Headers.Add("X-Background", "page");
            (await visitor.SendAsync(request)).Dispose();
        }

        host.Clock.Pass(TimeSpan.FromSeconds(3));

        Assert.Null(await visitor.WhoAsync());
    }

    [Fact]
    public async Task Whoever_says_that_he_is_there_stays()
    {
        using var visitor = await host.VisitAsAsync(Role.Leader);
        for (var i = 0; i < 3; i++)
        {
            host.Clock.Pass(TimeSpan.FromMinutes(20));
            (await visitor.GetAsync("/account/session")).Dispose();
        }

        Assert.Equal("leader", await visitor.WhoAsync());
    }
}
