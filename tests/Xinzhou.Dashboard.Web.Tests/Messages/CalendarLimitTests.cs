using System.Net;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Web.Tests.Access;

namespace Xinzhou.Dashboard.Web.Tests.Messages;

/// <summary>Who guesses is told to wait.</summary>
[Trait("Category", "Security")]
public sealed class CalendarLimitTests(ClockedHost host) : IClassFixture<ClockedHost>
{
    [Fact]
    public async Task After_some_tokens_that_nobody_has_there_is_one_more_after_each_pause()
    {
        using var program = host.Visit();
        for (var i = 0; i < 20; i++) Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(program)).Status);

        Assert.Equal((HttpStatusCode.TooManyRequests, "30"), await AskAsync(program));
        host.Clock.Pass(TimeSpan.FromSeconds(30));
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(program)).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync(program)).Status);
    }

    private static async Task<(HttpStatusCode Status, string? After)> AskAsync(Visitor program)
    {
        using var answer = await program.GetAsync($"/calendar.ics?token={TokenSecret.Create()}");
        return (answer.StatusCode, answer.Headers.RetryAfter?.ToString());
    }
}
