using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Shell;

namespace Xinzhou.Dashboard.Browser.Tests.Pages;

[Collection(nameof(ReadingTests))]
public sealed class EveryPageTests(Chromium chromium, DashboardApp app)
{
    public static TheoryData<string> Paths => [.. SitePages.All];

    [Fact]
    public void Every_page_is_looked_at() => Assert.Equal(SitePages.Declared.Order(), SitePages.Known.Order());

    [Theory, MemberData(nameof(Paths))]
    public async Task A_page_is_sound_in_both_languages_and_at_three_sizes(string path)
    {
        // The one begins on a screen, the other on a phone.
        var faults = await Task.WhenAll(FaultsAsync(path, "zh-CN", PageCheck.Sizes), FaultsAsync(path, "en", [.. PageCheck.Sizes.Reverse()]));

        Assert.True(faults.All(f => f.Count == 0), string.Join(Environment.NewLine, faults.SelectMany(f => f).Prepend(path)));
    }

    private async Task<List<string>> FaultsAsync(string path, string language, (int Width, int Height)[] sizes)
    {
        var address = app.Address + path + (language == "en" ? path.Contains('?') ? "&lang=en" : "?lang=en" : "");
        await using var opened = await ShellPage.OpenAsync(chromium, address, sizes[0].Width, sizes[0].Height);
        var page = opened.Page;
        await opened.UntilLiveAsync();
        await Assertions.Expect(page.Locator("x-chart:not(:defined)")).ToHaveCountAsync(0);

        var faults = new List<string>();
        void Check(bool sound, string fault)
        {
            if (!sound) faults.Add($"{language}: {fault}");
        }

        Check(opened.Status == 200, $"status {opened.Status}");
        Check(await page.Locator("html").GetAttributeAsync("lang") == language, "the attribute lang is wrong");
        Check(await page.Locator("h1").CountAsync() == 1, "there is not exactly one h1");
        Check((await page.Locator("h1").First.InnerTextAsync()).Trim().Length > 0, "the h1 is empty");
        Check((await page.TitleAsync()).Length > 0, "there is no title");
        // Colours know no language: each looks at them in the window it began with.
        foreach (var (width, height) in sizes)
        {
            faults.AddRange(await PageCheck.FaultsAsync(page, $"{path} {language}", width, height, contrasts: width == sizes[0].Width));
        }

        return [.. faults, .. opened.Complaints.Select(c => $"{language}: {c}")];
    }
}
