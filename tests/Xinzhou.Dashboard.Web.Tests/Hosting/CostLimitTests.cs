using System.Net;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Web.Tests.Access;

namespace Xinzhou.Dashboard.Web.Tests.Hosting;

/// <summary>How often one caller may ask for what costs; here so tight that one file a minute is all.</summary>
[Trait("Category", "Security")]
public sealed class CostLimitTests(CostLimitTests.Tight host) : IClassFixture<CostLimitTests.Tight>
{
    [Theory]
    [InlineData("/downloads/figures.csv?indicator=gdp", 1)]
    [InlineData("/downloads/register.xlsx", 1)]
    [InlineData("/downloads/changes.csv", 1)]
    [InlineData("/search?q=gdp", 60)]
    [InlineData("/search/suggest?q=gdp", 60)]
    public async Task Beyond_it_the_answer_is_429_and_says_when_to_come_again(string path, int allowed)
    {
        using var viewer = await host.VisitAsAsync(host.NextRole());
        using var refused = await RefusalAsync(() => viewer.GetAsync(path), 50 * allowed);

        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }

    [Fact]
    public async Task What_one_has_used_up_is_left_to_others_and_pages_and_answers_are_not_counted()
    {
        using var auditor = await host.VisitAsAsync(Role.Auditor);
        using (await RefusalAsync(() => auditor.GetAsync("/audit/events.csv"), 50))
        {
        }

        using var leader = await host.VisitAsAsync(Role.Leader);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(leader, "/supervision/ledger.xlsx"));
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(auditor, "/api/v1/dimensions"));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(auditor, "/about-data"));
        }
    }

    [Fact]
    public async Task Programs_are_told_so_as_problem_details()
    {
        using var stranger = host.Visit();
        using var answer = await RefusalAsync(
            () => stranger.SendAsync(new(HttpMethod.Post, "/api/v1/supervision/clock") { Content = new StringContent("{}", null, "application/json") }), 3_000);

        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Contains("too_many_requests", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>Asks until it is refused.</summary>
    private static async Task<HttpResponseMessage> RefusalAsync(Func<Task<HttpResponseMessage>> ask, int most)
    {
        for (var i = 0; i < most; i++)
        {
            var answer = await ask();
            if (answer.StatusCode == HttpStatusCode.TooManyRequests) return answer;
            answer.Dispose();
        }

        throw new InvalidOperationException($"Asked {most} times, it was never refused.");
    }

    private static async Task<HttpStatusCode> StatusAsync(Visitor visitor, string path)
    {
        using var answer = await visitor.GetAsync(path);
        return answer.StatusCode;
    }

    public sealed class Tight : AccessHost
    {
        private readonly Queue<Role> _unused = new([Role.Viewer, Role.Reporter, Role.Reviewer, Role.Supervisor, Role.Admin, Role.Security]);

        protected override IReadOnlyList<string> Settings => ["--Dashboard:LimitPercent=1"];

        /// <summary>A persona whom no other test has used anything up for.</summary>
        public Role NextRole() => _unused.Dequeue();
    }
}
