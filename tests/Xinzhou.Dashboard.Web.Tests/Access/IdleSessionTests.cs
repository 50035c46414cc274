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
}
