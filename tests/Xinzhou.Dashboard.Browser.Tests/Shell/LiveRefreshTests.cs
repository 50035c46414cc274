using System.Collections.Concurrent;
using Microsoft.Playwright;
using Xinzhou.Dashboard.Data.Snapshot;

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
            if (request.Headers.GetValueOrDefault("accept")?.Contains("blazor-enhanced-nav", StringComparison.Ordinal) == true)
                asked.Enqueue(request.Headers.ContainsKey("x-background"));
        };

        Change();

        await Assertions.Expect(opened.Page.Locator(Mark)).ToBeVisibleAsync();
        Assert.All(asked, isMarked => Assert.True(isMarked));
        Assert.NotEmpty(asked);
        asked.Clear();
        await opened.Page.EvaluateAsync("() => Blazor.navigateTo('/styleguide?asked=1')");
        await opened.Page.WaitForURLAsync("**/styleguide?asked=1");
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
              Blazor.addEventListener("enhancednavigationstart", () => window.begun++);
              Blazor.addEventListener("enhancednavigationend", () => window.ended++);
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
    public async Task A_view_of_the_past_keeps_no_circuit()
    {
        await using var opened = await ShellPage.OpenAsync(chromium, $"{host.Address}/styleguide?asOf=2023-09-30");

        Assert.DoesNotContain("LiveRefresh", await opened.Page.ContentAsync(), StringComparison.Ordinal);
        await Assertions.Expect(opened.Page.Locator(".past")).ToContainTextAsync("历史视图：2023-09-30所知");
    }

    private async Task<ShellPage> OpenLive(string path)
    {
        var opened = await ShellPage.OpenAsync(chromium, host.Address + path);
        await opened.UntilLiveAsync();
        return opened;
    }

    private void Change() => host.Store.Replace(Snapshot.Empty with { Demonstration = true });
}
