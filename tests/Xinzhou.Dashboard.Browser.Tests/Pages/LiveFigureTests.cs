using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Shell;

namespace Xinzhou.Dashboard.Browser.Tests.Pages;

[Collection(nameof(ReadingTests))]
public sealed class LiveFigureTests(Chromium chromium, DashboardApp app)
{
    [Fact]
    public async Task A_figure_that_others_commit_is_on_open_pages_without_a_reload()
    {
        await using var indicator = await ShellPage.OpenAsync(chromium, $"{app.Address}/indicators/gdp");
        await using var counties = await ShellPage.OpenAsync(chromium, $"{app.Address}/counties?lang=en", 390, 844);
        ShellPage[] open = [indicator, counties];
        foreach (var page in open)
        {
            await page.UntilLiveAsync();
            await page.Page.EvaluateAsync("window.sameDocument = true");
        }

        await app.ImportAsync(MadeUp.Figures);

        await Assertions.Expect(indicator.Page.Locator("main")).ToContainTextAsync(MadeUp.OfTheCity);
        await Assertions.Expect(counties.Page.Locator("main")).ToContainTextAsync(MadeUp.OfACountyInEnglish);
        foreach (var page in open)
        {
            Assert.True(await page.Page.EvaluateAsync<bool>("window.sameDocument"));
            Assert.Empty(page.Complaints);
        }
    }

    [Fact]
    public async Task A_reading_page_loads_nothing_of_the_framework_and_keeps_its_stream_from_page_to_page()
    {
        await using var opened = await ShellPage.OpenAsync(chromium, $"{app.Address}/dimensions");
        await opened.UntilLiveAsync();
        var streams = 0;
        opened.Page.WebSocket += (_, _) => streams++;
        await opened.Page.EvaluateAsync("window.sameDocument = true");

        await opened.Page.Locator("nav a[href^='/indicators']").First.ClickAsync();
        await opened.Page.UntilAtAsync("**/indicators");

        await Assertions.Expect(opened.Page.Locator("h1")).ToBeFocusedAsync();
        await opened.UntilLiveAsync();
        Assert.True(await opened.Page.EvaluateAsync<bool>("window.sameDocument"));
        Assert.Equal(0, streams);
        Assert.Equal("undefined", await opened.Page.EvaluateAsync<string>("typeof Blazor"));
        Assert.Empty(await opened.Page.EvaluateAsync<string[]>("performance.getEntriesByType('resource').map(r => r.name).filter(n => /_blazor|_framework/.test(n))"));
        Assert.Empty(opened.Complaints);
    }
}
