using System.Net;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Reporting;
using Xinzhou.Dashboard.Web.Account.Limits;
using Xinzhou.Dashboard.Web.Tests.Api;

namespace Xinzhou.Dashboard.Web.Tests.Entry;

/// <summary>How many streams of events one session has open at once, and one address.</summary>
[Trait("Category", "Security")]
public sealed class StreamLimitTests(StreamLimitTests.Site app) : IClassFixture<StreamLimitTests.Site>
{
    [Fact]
    public async Task Beyond_it_a_session_is_answered_with_429_and_another_session_and_who_closes_a_page_are_let_in()
    {
        var made = await app.MakeAsync();
        using var reporter = await PersonaClient.SignInAsync(app.Address, made.Reporter.UserName);
        using var elsewhere = await PersonaClient.SignInAsync(app.Address, made.Reporter.UserName);
        var open = new Stack<HttpResponseMessage>();
        for (var i = 0; i < StreamLimits.PerSession; i++) open.Push(await OpenAsync(reporter, made));
        Assert.All(open, stream => Assert.Equal(HttpStatusCode.OK, stream.StatusCode));

        using (var refused = await OpenAsync(reporter, made))
        {
            Assert.Equal((HttpStatusCode.TooManyRequests, StreamLimits.Pause), (refused.StatusCode, refused.Headers.RetryAfter?.Delta));
            Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
            Assert.Contains("too_many_streams", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using (var other = await OpenAsync(elsewhere, made)) Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        open.Pop().Dispose();
        await UntilLetInAsync(reporter, made);
        foreach (var stream in open) stream.Dispose();
    }

    [Fact]
    public async Task What_is_refused_takes_no_place()
    {
        var made = await app.MakeAsync();
        using var stranger = await PersonaClient.SignInAsync(app.Address, made.Stranger.UserName);
        for (var i = 0; i < 3 * StreamLimits.PerSession; i++)
        {
            using var refused = await OpenAsync(stranger, made);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }
    }

    [Fact]
    public async Task Many_sessions_of_one_address_are_let_in_until_it_has_too_many_and_again_when_one_has_gone()
    {
        // A hundredth of what an address has: a session has one.
        var tight = new TightSite();
        try
        {
            await tight.InitializeAsync();
            var made = await tight.MakeAsync();
            var people = new Stack<(PersonaClient Who, HttpResponseMessage Stream)>();
            for (var i = 0; i < StreamLimits.PerAddress / 100; i++)
            {
                var who = await PersonaClient.SignInAsync(tight.Address, made.Reporter.UserName);
                people.Push((who, await OpenAsync(who, made)));
            }

            Assert.All(people, p => Assert.Equal(HttpStatusCode.OK, p.Stream.StatusCode));
            using var late = await PersonaClient.SignInAsync(tight.Address, made.Colleague.UserName);
            using (var refused = await OpenAsync(late, made)) Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            people.Peek().Stream.Dispose();
            await UntilLetInAsync(late, made);
            foreach (var (who, stream) in people)
            {
                stream.Dispose();
                who.Dispose();
            }
        }
        finally
        {
            await tight.DisposeAsync();
        }
    }

    private static Task<HttpResponseMessage> OpenAsync(PersonaClient who, IndustryQuarter made) =>
        Wait.ForAsync(who.Http.GetAsync($"/returns/{made.Return}/events", HttpCompletionOption.ResponseHeadersRead));

    // Until the server has heard that a connection was closed.
    private static Task UntilLetInAsync(PersonaClient who, IndustryQuarter made) => Wait.UntilAsync(async () =>
    {
        using var stream = await OpenAsync(who, made);
        return stream.StatusCode == HttpStatusCode.OK;
    });

    /// <summary>The whole application, with a return.</summary>
    public class Site : LiveDashboard
    {
        public string Address => Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

        public Task<IndustryQuarter> MakeAsync() => IndustryQuarter.MakeAsync(Database.Owner, Database.App, [ReturnSetup.Series("retail_sales")]);
    }

    private sealed class TightSite : Site
    {
        protected override IReadOnlyList<string> Settings => ["--Dashboard:LimitPercent=1"];
    }
}
