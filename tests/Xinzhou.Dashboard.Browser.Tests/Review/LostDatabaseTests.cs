using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Entry;

namespace Xinzhou.Dashboard.Browser.Tests.Review;

/// <summary>PostgreSQL goes away under an open page: nobody is sent away, and what was typed is saved when it is back.</summary>
[Collection(nameof(ReportingTests))]
[Trait("Category", "Faults")]
public sealed class LostDatabaseTests(Chromium chromium)
{
    [Fact]
    public async Task What_a_reviewer_typed_is_kept_and_sent_again_when_PostgreSQL_is_back()
    {
        await using var dashboard = await DashboardProcess.StartAsync("--Dashboard:Demo=true");
        await using var opened = await GridPage.OpenAsync(chromium, dashboard.Address, "/review", "reviewer");
        var page = opened.Page;
        await page.Locator("main table a[href^='/review/']").First.ClickAsync();
        await page.Locator("#say").FillAsync("请核对一季度口径。");

        await using (await dashboard.LosePostgresAsync())
        {
            await page.Locator("form:has(#say) button[type=submit]").ClickAsync();
            await Assertions.Expect(page.Locator("form:has(#say) p[data-kept-note]")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("#say")).ToHaveValueAsync("请核对一季度口径。");
        }

        await Assertions.Expect(page.Locator(".done")).ToContainTextAsync("已");
        await Assertions.Expect(page.Locator("#comments")).ToContainTextAsync("请核对一季度口径。");
        await Assertions.Expect(page.Locator("#comments .remark", new() { HasText = "请核对一季度口径。" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_reporter_goes_on_typing_and_is_neither_sent_away_nor_told_to_sign_in()
    {
        await using var dashboard = await DashboardProcess.StartAsync("--Dashboard:Demo=true");
        await using var opened = await GridPage.OpenAsync(chromium, dashboard.Address, "/returns", "reporter");
        var page = opened.Page;
        await page.Locator("main a[href^='/returns/']").First.ClickAsync();
        await page.UntilAtAsync("**/returns/*");
        await opened.UntilAliveAsync();
        var cell = page.Locator("td[data-cell]:has(input.value):not([data-saved=''])").First;
        var address = await cell.GetAttributeAsync("data-cell");
        var version = await opened.Cell(address!).GetAttributeAsync("data-version");

        await using (await dashboard.LosePostgresAsync())
        {
            await opened.Input(address!).FillAsync("123.4");
            await opened.Input(address!).PressAsync("Enter");
            await Assertions.Expect(page.Locator("#entry-bar")).ToHaveAttributeAsync("data-bar", "Offline");
            await Assertions.Expect(opened.Input(address!)).ToHaveValueAsync("123.4");
        }

        await Assertions.Expect(opened.Cell(address!)).Not.ToHaveAttributeAsync("data-version", version!);
        await Assertions.Expect(opened.Input(address!)).ToHaveValueAsync("123.4");
    }
}
