using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Shell;

namespace Xinzhou.Dashboard.Browser.Tests.Administration;

/// <summary>The system administrator keeps the thresholds of lights: what would turn is shown first, what held stays readable.</summary>
[Collection(nameof(AdministrationTests))]
public sealed class ThresholdsTests(Chromium chromium, CatalogueTests.App app) : IClassFixture<CatalogueTests.App>
{
    [Fact]
    public async Task The_page_is_sound_in_both_languages_at_three_sizes_and_in_the_dark()
    {
        var faults = new List<string>();
        foreach (var path in new[] { "/admin/lights", "/admin/lights?lang=en" })
        {
            await using var work = await SignInAsync(path);
            await work.Page.Locator("#growth-red").FillAsync("999");
            await work.Page.Locator("#growth-green").FillAsync("1000");
            await Assertions.Expect(work.Page.Locator("#turning [role=status]")).ToContainTextAsync(path.Contains("en", StringComparison.Ordinal) ? "turn." : "会变");
            foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(work.Page, path, width, height));
            await work.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            faults.AddRange(await PageCheck.FaultsAsync(work.Page, $"{path} dark", 1366, 768));
            faults.AddRange(work.Complaints);
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_what_would_turn_is_shown_and_both_are_kept_with_a_reason()
    {
        await using var first = await SignInAsync("/admin/lights");
        await using var second = await SignInAsync("/admin/lights");
        var page = first.Page;
        await page.Locator("#due-soon").FillAsync("十五");
        await Assertions.Expect(page.Locator("#due-soon-error")).ToContainTextAsync("整天数");
        await page.Locator("#due-soon").FillAsync("１０");
        await Assertions.Expect(page.Locator("#due-soon-error")).ToHaveCountAsync(0);
        await page.Locator("#red").FillAsync("-5");
        await Assertions.Expect(page.Locator("#thresholds [role=alert]")).ToContainTextAsync("互相矛盾");
        await page.Locator("#red").FillAsync("−25.5");
        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page.Locator("#reason-error")).ToContainTextAsync("请写明");
        await page.Locator("#reason").FillAsync("按市委要求收紧。");
        await page.Locator("#save").ClickAsync();
        var last = page.Locator("#history .history li").First;
        await Assertions.Expect(last).ToContainTextAsync("按市委要求收紧。");
        await Assertions.Expect(last).ToContainTextAsync("−30个百分点 → −25.5个百分点");
        await Assertions.Expect(last).ToContainTextAsync("15天 → 10天");

        await second.Page.Locator("#report-days").FillAsync("20");
        await second.Page.Locator("#reason").FillAsync("后改。");
        await second.Page.Locator("#save").ClickAsync();
        await Assertions.Expect(second.Page.Locator("#thresholds [role=alert]")).ToContainTextAsync("已有他人先修改");
        await Assertions.Expect(second.Page.Locator("#report-days")).ToHaveValueAsync("20");
        // What he did not touch follows what the other has saved.
        await Assertions.Expect(second.Page.Locator("#red")).ToHaveValueAsync("−25.5");
        await second.Page.Locator("#save").ClickAsync();
        await Assertions.Expect(second.Page.Locator("#history .history li")).ToHaveCountAsync(2);

        await page.GotoAsync(app.Address + "/admin/settings");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("低于−25.5为红");
        WorkPages.Quiet(first, second);
    }

    private Task<ShellPage> SignInAsync(string path) => WorkPages.SignInAsync(chromium, app.Address, path, "系统管理员");
}
