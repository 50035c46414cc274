using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Browser.Tests.Shell;
using static Microsoft.Playwright.Assertions;

namespace Xinzhou.Dashboard.Browser.Tests.Pages;

/// <summary>A trial goes with its address: what one sees, the other sees.</summary>
[Collection(nameof(ReadingTests))]
public sealed partial class WhatIfTests(Chromium chromium, DashboardApp app)
{
    [Fact]
    public async Task A_trial_changes_as_soon_as_a_field_is_left_and_its_address_shows_it_to_others()
    {
        await using var opened = await ShellPage.OpenAsync(chromium, $"{app.Address}/indicators/gdp/what-if");
        var page = opened.Page;
        await page.EvaluateAsync("window.sameDocument = true");
        await page.WaitForFunctionAsync("() => customElements.get('x-trial')");

        await page.Locator("#trial-value").FillAsync("1600");
        await page.Locator("#trial-value").PressAsync("Tab");
        await Expect(page.Locator("#result .light").First).ToBeVisibleAsync();
        await page.Locator("#trial-year").FillAsync("2030");
        await page.Locator("#trial-year").PressAsync("Tab");
        await page.UntilAtAsync("**/what-if?*year=2030");
        await Expect(page.Locator("#result")).ToContainTextAsync("2030");
        await Expect(page.Locator("#trial-growth")).ToBeFocusedAsync();
        await page.Locator("#trial-growth").FillAsync("1");
        await page.Locator("#trial-growth").PressAsync("Enter");

        await Expect(page.Locator("#years .end")).ToContainTextAsync("达不到目标");
        await Expect(page).ToHaveURLAsync(Address());
        Assert.True(await page.EvaluateAsync<bool>("window.sameDocument"));
        Assert.Empty(await PageCheck.FaultsAsync(page, "trial", 1366, 768));
        Assert.Empty(opened.Complaints);

        await using var other = await ShellPage.OpenAsync(chromium, page.Url, 390, 844);
        Assert.Equal(await page.Locator("#years .end").InnerTextAsync(), await other.Page.Locator("#years .end").InnerTextAsync());
        Assert.Equal("1600", await other.Page.Locator("#trial-value").InputValueAsync());
        Assert.Empty(await PageCheck.FaultsAsync(other.Page, "trial on a phone", 390, 844));
    }

    [Fact]
    public async Task What_is_typed_while_the_answer_to_a_field_is_on_its_way_stays()
    {
        await using var opened = await ShellPage.OpenAsync(chromium, $"{app.Address}/indicators/gdp/what-if");
        var page = opened.Page;
        await page.WaitForFunctionAsync("() => customElements.get('x-trial')");
        await Expect(page.Locator("#result .light")).ToHaveCountAsync(0);
        var answer = new TaskCompletionSource();
        await page.RouteAsync("**/what-if?*", async route =>
        {
            await answer.Task;
            await route.ContinueAsync();
        });

        await page.Locator("#trial-value").FillAsync("1600");
        await page.Locator("#trial-value").PressAsync("Tab");
        await page.Locator("#trial-year").FillAsync("2031");
        answer.SetResult();

        await Expect(page.Locator("#result .light").First).ToBeVisibleAsync();
        await Expect(page.Locator("#trial-year")).ToHaveValueAsync("2031");
        await Expect(page.Locator("#trial-value")).ToHaveValueAsync("1600");
    }

    [GeneratedRegex("value=1600&year=2030&growth=1$")]
    private static partial Regex Address();
}
