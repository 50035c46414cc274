using System.Collections.Concurrent;
using Microsoft.Playwright;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Browser.Tests.Shell;

/// <summary>The demonstration mark stands for any change of what is shown: it comes from the snapshot.</summary>
[Collection(nameof(ReadingTests))]
public sealed class LiveRefreshTests(Chromium chromium, ShellHost host) : IClassFixture<ShellHost>, IAsyncLifetime
{
    private const string Mark = ".demonstration";

    public Task InitializeAsync()
    {
        host.Store.Replace(Snapshot.Empty);
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_change_is_on_an_open_page_without_a_reload()
    {
        await using var opened = await OpenLive("/styleguide");
        await opened.Page.EvaluateAsync("window.sameDocument = true");

        Change();

        await Assertions.Expect(opened.Page.Locator(Mark)).ToBeVisibleAsync();
        Assert.True(await opened.Page.EvaluateAsync<bool>("window.sameDocument"));
        Assert.Empty(await PageCheck.FaultsAsync(opened.Page, "with the mark of the demonstration", 1366, 768));
        Assert.Empty(opened.Complaints);
    }

    [Trait("Category", "Security")]
    [Fact]
    public async Task What_the_page_asks_for_by_itself_says_so_and_what_its_reader_asks_for_does_not()
    {
        await using var opened = await OpenLive("/styleguide");
        var asked = new ConcurrentQueue<bool>();
        opened.Page.Request += (_, request) =>
        {
            if (request.ResourceType == "fetch" && request.Url.Contains("/styleguide", StringComparison.Ordinal))
                asked.Enqueue(request.Headers.ContainsKey("x-background"));
        };

        Change();

        await Assertions.Expect(opened.Page.Locator(Mark)).ToBeVisibleAsync();
        Assert.All(asked, isMarked => Assert.True(isMarked));
        Assert.NotEmpty(asked);
        asked.Clear();
        await opened.FollowLinkAsync("/styleguide?asked=1");
        await opened.Page.UntilAtAsync("**/styleguide?asked=1");
        Assert.Equal([false], asked);
        Assert.Empty(opened.Complaints);
    }

    [Fact]
    public async Task What_is_open_stays_open_and_the_chart_keeps_what_is_looked_at()
    {
        await using var opened = await OpenLive("/styleguide");
        await opened.Page.Locator("#level-data > summary").ClickAsync();
        await opened.UntilChartsLiveAsync();
        await opened.Page.Locator("#line [data-zoom='2']").ClickAsync();
        await opened.Page.Locator("#line .keys").FocusAsync();
        var told = opened.Page.Locator("#line .tip");
        await Assertions.Expect(told).ToBeVisibleAsync();
        var width = await opened.Page.EvaluateAsync<int>("document.querySelector('#line .wide').offsetWidth");

        Change();

        await Assertions.Expect(opened.Page.Locator(Mark)).ToBeVisibleAsync();
        await Assertions.Expect(opened.Page.Locator("#level-data")).ToHaveAttributeAsync("open", "");
        await Assertions.Expect(opened.Page.Locator("#level svg.plot")).ToBeVisibleAsync();
        await Assertions.Expect(told).ToBeVisibleAsync();
        await Assertions.Expect(opened.Page.Locator("#line [data-zoom='0.5']")).ToBeEnabledAsync();
        Assert.Equal(width, await opened.Page.EvaluateAsync<int>("document.querySelector('#line .wide').offsetWidth"));
    }

    [Fact]
    public async Task A_changed_control_is_not_put_back_and_the_news_waits_for_the_reader()
    {
        await using var opened = await OpenLive("/styleguide");
        var day = opened.Page.Locator("input[type=date]");
        await day.FillAsync("2023-09-30");
        await opened.Page.Locator("h1").ClickAsync();

        Change();

        var show = opened.Page.Locator(".news button");
        await Assertions.Expect(show).ToHaveTextAsync("立即显示");
        await Assertions.Expect(day).ToHaveValueAsync("2023-09-30");
        await Assertions.Expect(opened.Page.Locator(Mark)).Not.ToBeVisibleAsync();

        await show.ClickAsync();
        await Assertions.Expect(opened.Page.Locator(Mark)).ToBeVisibleAsync();
        await Assertions.Expect(show).Not.ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_control_that_is_changed_while_the_new_page_is_on_its_way_is_not_put_back_either()
    {
        await using var opened = await OpenLive("/styleguide");
        var (asked, goesOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        await opened.Page.RouteAsync("**/styleguide", async route =>
        {
            asked.TrySetResult();
            await goesOn.Task;
            await route.ContinueAsync();
        });
        Change();
        await asked.Task;
        var day = opened.Page.Locator("input[type=date]");
        await day.FillAsync("2023-09-30");
        await opened.Page.Locator("h1").ClickAsync();

        goesOn.SetResult();

        var show = opened.Page.Locator(".news button");
        await Assertions.Expect(show).ToBeVisibleAsync();
        await Assertions.Expect(day).ToHaveValueAsync("2023-09-30");
        await Assertions.Expect(opened.Page.Locator(Mark)).Not.ToBeVisibleAsync();
        await show.ClickAsync();
        await Assertions.Expect(opened.Page.Locator(Mark)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_news_comes_by_itself_when_the_reader_leaves_the_control()
    {
        await using var opened = await OpenLive("/styleguide");
        await opened.Page.Locator(".tools input[type=search]").FocusAsync();

        Change();

        await Assertions.Expect(opened.Page.Locator(".news")).ToBeVisibleAsync();
        await opened.Page.Locator("h1").ClickAsync();
        await Assertions.Expect(opened.Page.Locator(Mark)).ToBeVisibleAsync();
        await Assertions.Expect(opened.Page.Locator(".news")).Not.ToBeVisibleAsync();
    }

    [Fact]
    public async Task Several_changes_are_all_shown_and_no_refresh_cuts_off_the_one_before()
    {
        await using var opened = await OpenLive("/styleguide");
        await opened.Page.EvaluateAsync(
            """
            () => {
              window.begun = window.ended = 0;
              document.addEventListener("pagestart", () => window.begun++);
              document.addEventListener("pageend", () => window.ended++);
            }
            """);

        Change();
        host.Store.Replace(Snapshot.Empty);
        Change();

        await Assertions.Expect(opened.Page.Locator(Mark)).ToBeVisibleAsync();
        host.Store.Replace(Snapshot.Empty);
        await Assertions.Expect(opened.Page.Locator(Mark)).Not.ToBeVisibleAsync();
        await opened.Page.WaitForFunctionAsync("() => window.begun >= 2 && window.begun === window.ended");
    }

    [Fact]
    public async Task A_view_of_the_past_follows_nothing()
    {
        await using var opened = await OpenLive("/styleguide");
        var streams = 0;
        opened.Page.WebSocket += (_, _) => streams++;

        await opened.FollowLinkAsync("/styleguide?asOf=2023-09-30");

        await Assertions.Expect(opened.Page.Locator(".past")).ToContainTextAsync("历史视图：2023-09-30所知");
        await Assertions.Expect(opened.Page.Locator("#live")).ToHaveCountAsync(0);
        await Wait.UntilAsync(() => host.Viewers.Count == 0);
        await opened.Page.ReloadAsync();
        await Assertions.Expect(opened.Page.Locator(".past")).ToBeVisibleAsync();
        Assert.Equal(0, streams);
        // Back in the present it follows again.
        await opened.Page.Locator(".past a").First.ClickAsync();
        await opened.UntilLiveAsync();
        Change();
        await Assertions.Expect(opened.Page.Locator(Mark)).ToBeVisibleAsync();
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task A_lost_stream_is_said_comes_back_by_itself_and_what_was_missed_is_shown()
    {
        await using var opened = await ShellPage.OpenAsync(chromium, "about:blank");
        var streams = new ConcurrentStack<IWebSocketRoute>();
        var isAway = false;
        await opened.Page.RouteWebSocketAsync("**/live", stream =>
        {
            if (isAway)
            {
                _ = stream.CloseAsync();
                return;
            }

            stream.ConnectToServer();
            streams.Push(stream);
        });
        await opened.Page.RouteAsync("**/live", route => isAway ? route.AbortAsync() : route.ContinueAsync());
        await opened.Page.GotoAsync($"{host.Address}/styleguide");
        await opened.UntilLiveAsync();

        isAway = true;
        Assert.True(streams.TryPop(out var held));
        await held.CloseAsync();

        await Assertions.Expect(opened.Page.Locator(".connection .lost")).ToBeVisibleAsync();
        host.Store.Replace(Snapshot.Empty with { Demonstration = true, PlanChangedAt = DateTimeOffset.UtcNow });
        isAway = false;
        await Assertions.Expect(opened.Page.Locator(Mark)).ToBeVisibleAsync();
        await Assertions.Expect(opened.Page.Locator(".connection")).Not.ToBeVisibleAsync();
        await opened.UntilLiveAsync();
    }

    [Fact]
    public async Task Where_no_stream_gets_through_the_page_asks_now_and_then()
    {
        await using var opened = await ShellPage.OpenAsync(chromium, "about:blank");
        await opened.Page.RouteWebSocketAsync("**/live", stream => _ = stream.CloseAsync());
        await opened.Page.GotoAsync($"{host.Address}/styleguide");

        host.Store.Replace(Snapshot.Empty with { Demonstration = true, PlanChangedAt = DateTimeOffset.UtcNow });

        await Assertions.Expect(opened.Page.Locator(Mark)).ToBeVisibleAsync();
        await Assertions.Expect(opened.Page.Locator(".connection")).Not.ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_page_of_another_version_of_the_application_is_loaded_whole()
    {
        await using var opened = await OpenLive("/styleguide");
        await opened.Page.EvaluateAsync("() => { window.sameDocument = true; document.querySelector('script[src]').setAttribute('src', '/js/page.of-another-version.js'); }");

        Change();

        await Assertions.Expect(opened.Page.Locator(Mark)).ToBeVisibleAsync();
        Assert.Null(await opened.Page.EvaluateAsync<bool?>("window.sameDocument ?? null"));
    }

    [Fact]
    public async Task The_way_back_leads_to_the_place_on_the_page_where_one_was()
    {
        await using var opened = await OpenLive("/styleguide");
        await opened.Page.EvaluateAsync("scrollTo(0, 900)");
        await opened.FollowLinkAsync("/not-found");
        await opened.Page.UntilAtAsync("**/not-found");
        await opened.Page.WaitForFunctionAsync("() => scrollY === 0");

        await opened.Page.GoBackAsync();

        await opened.Page.WaitForFunctionAsync("() => scrollY === 900");
    }

    private async Task<ShellPage> OpenLive(string path)
    {
        var opened = await ShellPage.OpenAsync(chromium, host.Address + path);
        await opened.UntilLiveAsync();
        return opened;
    }

    private void Change() => host.Store.Replace(Snapshot.Empty with { Demonstration = true });
}
