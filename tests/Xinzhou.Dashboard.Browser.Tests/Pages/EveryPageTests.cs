using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Shell;

namespace Xinzhou.Dashboard.Browser.Tests.Pages;

[Collection(nameof(BrowserTests))]
public sealed class EveryPageTests(Chromium chromium, DashboardApp app)
{
    private static readonly (int Width, int Height)[] Sizes = [(1366, 768), (1920, 1080), (390, 844)];

    public static TheoryData<string> Paths => [.. SitePages.All];

    [Fact]
    public void Every_page_is_looked_at() => Assert.Equal(SitePages.Declared.Order(), SitePages.Known.Order());

    [Theory, MemberData(nameof(Paths))]
    public async Task A_page_is_sound_in_both_languages_and_at_three_sizes(string path)
    {
        // The one begins on a screen, the other on a phone.
        var faults = await Task.WhenAll(FaultsAsync(path, "zh-CN", Sizes), FaultsAsync(path, "en", [.. Sizes.Reverse()]));

        Assert.True(faults.All(f => f.Count == 0), string.Join(Environment.NewLine, faults.SelectMany(f => f).Prepend(path)));
    }

    private async Task<List<string>> FaultsAsync(string path, string language, (int Width, int Height)[] sizes)
    {
        var address = app.Address + path + (language == "en" ? path.Contains('?') ? "&lang=en" : "?lang=en" : "");
        await using var opened = await ShellPage.OpenAsync(chromium, address, sizes[0].Width, sizes[0].Height);
        var page = opened.Page;
        await opened.UntilLiveAsync();
        await Assertions.Expect(page.Locator("x-chart:not(:has(canvas))")).ToHaveCountAsync(0);

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
        foreach (var (width, height) in sizes)
        {
            await page.SetViewportSizeAsync(width, height);
            var overflow = await page.EvaluateAsync<string>(Overflow, width);
            Check(overflow.Length == 0, $"wider than {width}: {overflow}");
            var axe = await page.RunAxe();
            foreach (var violation in axe.Violations)
                faults.Add($"{language} {width}: {violation.Id}: {string.Join(" | ", violation.Nodes.Take(3).Select(n => n.Html.Length > 300 ? n.Html[..300] : n.Html))}");
        }

        return [.. faults, .. opened.Complaints.Select(c => $"{language}: {c}")];
    }

    /// <summary>Empty when the page is not wider than the window, else what sticks out.</summary>
    private const string Overflow = """
        width => {
          if (document.documentElement.scrollWidth <= width) return "";
          const out = [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > width + 1 && !e.closest(".scroll, .only-read"));
          return document.documentElement.scrollWidth + ": " + out.slice(0, 4).map(e => e.outerHTML.slice(0, 120)).join(" | ");
        }
        """;
}
