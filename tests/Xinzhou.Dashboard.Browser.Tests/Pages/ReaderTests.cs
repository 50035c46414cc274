using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Shell;
using static Microsoft.Playwright.Assertions;

namespace Xinzhou.Dashboard.Browser.Tests.Pages;

/// <summary>What a reader does in his ten seconds: finds, compares, cites; and the pages with their menus open.</summary>
[Collection(nameof(ReadingTests))]
public sealed class ReaderTests(Chromium chromium, DashboardApp app)
{
    [Theory]
    [InlineData("Control+k")]
    [InlineData("/")]
    public async Task The_search_opens_by_key_suggests_as_one_types_and_leads_to_the_indicator(string key)
    {
        await using var opened = await OpenAsync("/counties");
        var (page, field, options) = (opened.Page, Search(opened.Page), opened.Page.Locator("[role=option]:visible"));

        await page.Keyboard.PressAsync(key);
        await Expect(field).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("社零");
        await Expect(options.First).ToContainTextAsync("社会消费品零售总额");
        Assert.Empty(await PageCheck.FaultsAsync(page, "suggestions", 1366, 768));
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(options.First).ToHaveAttributeAsync("aria-selected", "true");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("h1")).ToContainTextAsync("社会消费品零售总额");
        Assert.Empty(opened.Complaints);
    }

    [Fact]
    public async Task Several_words_a_unit_and_a_year_find_the_figure()
    {
        await using var opened = await OpenAsync("/");
        await Search(opened.Page).FillAsync("忻府区 GDP 2023");
        await Search(opened.Page).PressAsync("Enter");

        await Expect(opened.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/search"));
        var first = opened.Page.Locator("main a").Filter(new() { HasText = "忻府区" }).First;
        await Expect(first).ToBeVisibleAsync();
        await first.ClickAsync();
        await Expect(opened.Page.Locator("h1")).ToContainTextAsync("地区生产总值");
    }

    [Fact]
    public async Task Units_are_compared_in_one_chart_and_table_and_no_choice_loses_another()
    {
        await using var opened = await OpenAsync("/indicators/gdp/compare?unit=140900&unit=140902");
        var page = opened.Page;
        var heads = page.GetByRole(AriaRole.Group, new() { Name = "对比表" }).Locator("thead th");
        await page.Locator("select[name=unit]").Nth(2).SelectOptionAsync("140981");
        await page.Locator("form.controls .button").First.ClickAsync();
        await Expect(heads).ToHaveCountAsync(4);
        await page.Locator("select[name=measure]").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("form.controls .button").First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("measure="));

        await Expect(heads).ToHaveCountAsync(4);
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[download]").First.ClickAsync());
        Assert.EndsWith(".csv", download.SuggestedFilename, StringComparison.Ordinal);
        var csv = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.All(["忻州市", "忻府区", "原平市"], unit => Assert.Contains(unit, csv, StringComparison.Ordinal));
        Assert.Empty(opened.Complaints);
    }

    [Fact]
    public async Task The_table_of_a_chart_can_be_taken_away()
    {
        await using var opened = await OpenAsync("/indicators/gdp");
        var page = opened.Page;
        await page.Locator("#level details.data summary").ClickAsync();

        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("#level details.data [data-take] button").ClickAsync());

        Assert.Contains("地区生产总值", download.SuggestedFilename, StringComparison.Ordinal);
        Assert.EndsWith(".csv", download.SuggestedFilename, StringComparison.Ordinal);
        var csv = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.Contains("亿元", csv, StringComparison.Ordinal);
        Assert.Contains("以统计部门发布为准", csv, StringComparison.Ordinal);
        Assert.Equal(await page.Locator("#level details.data tbody tr").CountAsync(), csv.Split("\r\n").Count(line => line.StartsWith("20", StringComparison.Ordinal)));
        Assert.Empty(opened.Complaints);
    }

    [Fact]
    public async Task A_figure_is_cited_with_one_press()
    {
        await using var opened = await OpenAsync("/figures/f0000000001");
        await opened.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);

        await opened.Page.Locator("[data-copy=cite-standard]").ClickAsync();

        await Expect(opened.Page.Locator("[data-copy=cite-standard]")).ToHaveTextAsync("已复制");
        var copied = await opened.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Equal(await opened.Page.Locator("#cite-standard").InnerTextAsync(), copied);
        Assert.Contains("[DS/OL]//", copied, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", 390)]
    [InlineData("/", 1366)]
    [InlineData("/indicators/gdp", 390)]
    [InlineData("/indicators/gdp", 1366)]
    [InlineData("/counties", 1366)]
    [InlineData("/figures/f0000000001", 1366)]
    [InlineData("/tasks", 390)]
    public async Task A_page_is_sound_with_everything_open_that_opens(string path, int width)
    {
        var faults = new List<string>();
        foreach (var (language, dark) in new[] { ("", false), ("?lang=en", true) })
        {
            await using var opened = await ShellPage.OpenAsync(chromium, app.Address + path + language, width, 844, dark);
            await opened.UntilLiveAsync();
            // One menu of the header at a time, as people open them; what opens in the page all at once.
            await opened.Page.EvaluateAsync("() => document.querySelectorAll('main details').forEach(d => { d.open = true; })");
            var menus = opened.Page.Locator("header details:visible");
            for (var i = 0; i < await menus.CountAsync(); i++)
            {
                await menus.Nth(i).Locator("> summary").ClickAsync();
                await Expect(menus.Nth(i)).ToHaveAttributeAsync("open", "");
                faults.AddRange(await PageCheck.FaultsAsync(opened.Page, $"{path}{language} menu {i}", width, 844));
                await opened.Page.Keyboard.PressAsync("Escape");
                await Expect(menus.Nth(i)).Not.ToHaveAttributeAsync("open", "");
            }

            faults.AddRange(await PageCheck.FaultsAsync(opened.Page, $"{path}{language} open", width, 844));
            faults.AddRange(opened.Complaints);
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    private static ILocator Search(IPage page) => page.Locator("form[role=search] input[type=search]:visible").First;

    private Task<ShellPage> OpenAsync(string path) => ShellPage.OpenAsync(chromium, app.Address + path);
}
