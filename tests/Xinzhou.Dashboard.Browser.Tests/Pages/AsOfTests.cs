using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Shell;

namespace Xinzhou.Dashboard.Browser.Tests.Pages;

[Collection(nameof(ReadingTests))]
public sealed partial class AsOfTests(Chromium chromium, DashboardApp app)
{
    private const string Day = "2023-09-30";

    [Fact]
    public async Task A_view_of_the_past_says_so_and_leads_back()
    {
        await using var opened = await ShellPage.OpenAsync(chromium, $"{app.Address}/counties?asOf={Day}");

        await Assertions.Expect(opened.Page.Locator(".past")).ToContainTextAsync($"历史视图：{Day}所知");
        await Assertions.Expect(opened.Page.Locator("main")).Not.ToContainTextAsync("2025年全年");

        await opened.Page.Locator(".past a").ClickAsync();
        await Assertions.Expect(opened.Page.Locator("main")).ToContainTextAsync("2025年全年");
        await Assertions.Expect(opened.Page.Locator(".past")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task No_page_shows_a_figure_that_was_not_yet_known()
    {
        var known = await KnownAsync();
        var later = new HashSet<string>();
        foreach (var path in SitePages.Reading)
        {
            var then = await app.Client.GetStringAsync($"{path}{(path.Contains('?') ? '&' : '?')}asOf={Day}");

            Assert.Contains("class=\"past", then, StringComparison.Ordinal);
            Assert.All(Keys(then), key => Assert.True(known.Contains(key), $"{path} shows {key}, which was not known on {Day}."));
            later.UnionWith(Keys(await app.Client.GetStringAsync(path)).Where(key => !known.Contains(key)));
        }

        // Without the parameter they show many: the check above had something to find.
        Assert.True(later.Count > 50, $"Only {later.Count} later figures are shown today.");
    }

    private async Task<HashSet<string>> KnownAsync()
    {
        using var answer = JsonDocument.Parse(await app.Client.GetStringAsync($"/api/v1/figures?asOf={Day}&vintages=true&limit=5000"));
        return [.. answer.RootElement.GetProperty("items").EnumerateArray().Select(f => f.GetProperty("id").GetString()!)];
    }

    private static IEnumerable<string> Keys(string html) => FigureLink().Matches(html).Select(m => m.Groups[1].Value);

    [GeneratedRegex(@"href=""/figures/(f\d{10})")]
    private static partial Regex FigureLink();
}
