using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Browse;
using Xinzhou.Dashboard.Web.Tests.Access;

namespace Xinzhou.Dashboard.Web.Tests.Browse;

/// <summary>What of a page is the same for everybody is rendered once for a state.</summary>
public sealed class SharedPartTests(SharedPartTests.Unhurried host) : IClassFixture<SharedPartTests.Unhurried>
{
    private SharedParts Parts => host.Services.GetRequiredService<SharedParts>();

    private SnapshotStore Store => host.Services.GetRequiredService<SnapshotStore>();

    [Fact]
    public async Task Whoever_asks_and_with_whatever_words_in_the_search_field_gets_what_was_rendered_for_the_first_until_something_changes()
    {
        using var stranger = host.Visit();
        using var leader = await host.VisitAsAsync(Role.Leader);

        // Those who were just entered make another state.
        var (first, others, rendered) = ("", Array.Empty<string>(), -1L);
        await Wait.UntilAsync(async () =>
        {
            var known = Store.Current;
            first = ContentOf(await stranger.ReadAsync("/"));
            var before = Parts.Rendered;
            others = [ContentOf(await stranger.ReadAsync("/?q=电")), ContentOf(await leader.ReadAsync("/")), ContentOf(await leader.ReadAsync("/?q=煤"))];
            rendered = Parts.Rendered - before;
            return ReferenceEquals(known, Store.Current);
        });

        Assert.Equal(0, rendered);
        Assert.All(others, other => Assert.Equal(first, other));

        await RendersAsync("/?lang=en", 2);
        await RendersAsync("/?asOf=2026-01-01", 0);
        Store.Replace(Store.Current with { PlanChangedAt = Store.Current.PlanChangedAt.AddSeconds(1) });
        await RendersAsync("/?q=1", 2);
        await RendersAsync("/?q=2", 0);
        host.Clock.Step(TimeSpan.FromDays(1));
        await RendersAsync("/?q=3", 2);

        async Task RendersAsync(string address, int parts)
        {
            var before = Parts.Rendered;
            await stranger.ReadAsync(address);
            Assert.Equal(parts, Parts.Rendered - before);
        }
    }

    /// <summary>What stands below the head of the page, which has the reader's own address in it.</summary>
    private static string ContentOf(string page) => page[page.IndexOf("<div class=\"grid\"", StringComparison.Ordinal)..page.IndexOf("</main>", StringComparison.Ordinal)];

    /// <summary>Its clock stands.</summary>
    public sealed class Unhurried : AccessHost
    {
        public StandingClock Clock { get; } = new();

        protected override void Replace(IServiceCollection services) => services.AddSingleton<TimeProvider>(Clock);
    }
}
