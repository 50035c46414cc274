using System.Net;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Web.Tests.Access;

namespace Xinzhou.Dashboard.Web.Tests.Faults;

/// <summary>The clock of the machine is set back, or on: by hand, by NTP after a long time, by a machine that slept.</summary>
[Trait("Category", "Faults")]
public sealed class SteppedClockTests(ClockedHost host) : IClassFixture<ClockedHost>
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task A_session_outlasts_a_clock_that_is_set_back_and_one_that_is_set_on_asks_for_no_more_than_to_sign_in_again()
    {
        using var visitor = await host.VisitAsAsync(Role.Reviewer);
        host.Clock.Step(-Hour);
        Assert.Equal("reviewer", await visitor.WhoAsync());
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(visitor));

        // Half an hour without a request ends a session, and the clock says that it was longer.
        host.Clock.Step(2 * Hour);
        Assert.Null(await visitor.WhoAsync());
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(visitor));

        await visitor.SignInAsPersonaAsync(Role.Reviewer);
        Assert.Equal("reviewer", await visitor.WhoAsync());
        host.Clock.Step(-Hour);
        Assert.Equal("reviewer", await visitor.WhoAsync());
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(visitor));
    }

    private static async Task<HttpStatusCode> StatusAsync(Visitor visitor)
    {
        using var page = await visitor.GetAsync("/review");
        return page.StatusCode;
    }
}
