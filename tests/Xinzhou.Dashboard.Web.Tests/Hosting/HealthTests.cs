using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Hosting;
using Xinzhou.Dashboard.Web.Tests.Api;

namespace Xinzhou.Dashboard.Web.Tests.Hosting;

/// <summary>Health is answered whatever hangs below. By a clock that stands: nothing here ends because of time.</summary>
[Trait("Category", "Faults")]
public sealed class HealthTests(HealthTests.Site site) : IClassFixture<HealthTests.Site>
{
    [Fact]
    public async Task All_who_ask_while_a_check_hangs_share_one_look_and_are_answered_when_the_limit_is_over()
    {
        site.Check.Hang();
        var asked = Enumerable.Range(0, 20).Select(_ => StatusAsync("/healthz/ready")).ToArray();
        await Wait.UntilAsync(() => site.Check.Looks == 1);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/healthz/live"));
        Assert.All(asked, a => Assert.False(a.IsCompleted));

        // Some may come later than the others on a busy machine: each pass answers those who wait by then.
        await Wait.UntilAsync(() =>
        {
            site.Clock.Pass(HealthAnswers.Limit);
            return asked.All(a => a.IsCompleted);
        });

        Assert.All(await Task.WhenAll(asked), status => Assert.Equal(HttpStatusCode.ServiceUnavailable, status));
        // It hangs still: who asks now is answered without a look, and without any time passing.
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync("/healthz/ready"));
        Assert.Equal(1, site.Check.Looks);

        site.Check.GoOn();
        await Wait.UntilAsync(async () => await StatusAsync("/healthz/ready") == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_is_asked_who_asks()
    {
        using var statements = new Statements(site.Database.AppConnectionString, ofRequests: true);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz/ready");
        request.Headers.Authorization = new("Bearer", TokenSecret.Create());
        statements.Take();

        using var answer = await site.Client.SendAsync(request);

        Assert.Equal((HttpStatusCode.OK, "Healthy"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.DoesNotContain(statements.Take(), s => s.Contains("api_tokens", StringComparison.Ordinal));
        using var page = new HttpRequestMessage(HttpMethod.Get, "/api/v1/dimensions") { Headers = { Authorization = new("Bearer", TokenSecret.Create()) } };
        using var refused = await site.Client.SendAsync(page);
        Assert.Contains(statements.Take(), s => s.Contains("api_tokens", StringComparison.Ordinal));
    }

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await site.Client.GetAsync(path);
        return answer.StatusCode;
    }

    /// <summary>The application with one check more, which hangs when it is told to.</summary>
    public sealed class Site : LiveDashboard
    {
        public StandingClock Clock { get; } = new();

        internal HangingCheck Check { get; } = new();

        protected override void Replace(IServiceCollection services)
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddHealthChecks().AddCheck("hanging", Check, tags: [Health.Ready]);
        }
    }

    /// <summary>A check that says nothing while it hangs, and gives not even a task back: like a disk that is gone.</summary>
    internal sealed class HangingCheck : IHealthCheck
    {
        private TaskCompletionSource? _hangs;
        private int _looks;

        /// <summary>How often it was looked at since it hangs.</summary>
        public int Looks => Volatile.Read(ref _looks);

        public void Hang() => (_looks, _hangs) = (0, new());

        public void GoOn() => _hangs!.SetResult();

        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _looks);
            _hangs?.Task.Wait(CancellationToken.None);
            return Task.FromResult(HealthCheckResult.Healthy());
        }
    }
}
