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
}
