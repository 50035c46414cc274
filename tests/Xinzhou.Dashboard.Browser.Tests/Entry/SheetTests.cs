using Xinzhou.Dashboard.Testing.Reporting;
using static Microsoft.Playwright.Assertions;

namespace Xinzhou.Dashboard.Browser.Tests.Entry;

/// <summary>What the sheet of a return shows around its cells: how high it begins, what is left, what follows from what.</summary>
[Collection(nameof(ReportingTests))]
public sealed class SheetTests(Chromium chromium, DashboardApp app)
{
    private const string TopOfGrid = "() => document.querySelector('table.entry').getBoundingClientRect().top";

    [Theory]
    [InlineData("")]
    [InlineData("?lang=en")]
    public async Task On_a_low_screen_the_grid_begins_high_with_everything_above_it_in_sight(string language)
    {
        var (made, page) = await OpenAsync();
        await using var _ = page;
        await page.Page.GotoAsync($"{app.Address}/returns/{made.Return}{language}");

        Assert.InRange(await page.Page.EvaluateAsync<double>(TopOfGrid), 1, 199);
        foreach (var part in new[] { "h1", "#entry-context", ".secrecy", "[data-undo]", "#entry-left", "[data-submit]" })
        {
            await Expect(page.Page.Locator(part)).ToBeInViewportAsync(new() { Ratio = 1 });
        }
    }

    [Fact]
    public async Task One_counter_says_what_is_left_and_leads_there()
    {
        var (_, page) = await OpenAsync();
        await using var __ = page;
        var left = page.Page.Locator("#entry-left");
        await Expect(left).ToContainTextAsync("还有21格要处理");
        await page.Input("1-value").FillAsync("246.0");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(left).ToContainTextAsync("还有20格要处理");
        await page.Input("2-value").FillAsync("不详");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(left).ToContainTextAsync("有错误 1");
        await Expect(left).ToContainTextAsync("待填 19");
        await page.Input("3-growth").FillAsync("60.1");
        await page.Page.Keyboard.PressAsync("Enter");
        // What was refused before is not forgotten by a later answer.
        await Expect(left).ToContainTextAsync("需说明 1");
        await Expect(left).ToContainTextAsync("有错误 1");
        await Expect(left).ToContainTextAsync("还有20格要处理");

        await page.Input("15-value").FocusAsync();
        await left.ClickAsync();
        await Expect(page.Input("1-growth")).ToBeFocusedAsync();
        await left.ClickAsync();
        await Expect(page.Input("2-value")).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Input("2-growth")).ToBeFocusedAsync();
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task When_nothing_is_left_the_counter_leads_to_submitting()
    {
        var made = await IndustryQuarter.MakeAsync(app.Database.Owner, app.Database.App, [ReturnSetup.Task(1), ReturnSetup.Task(2)]);
        await using var page = await GridPage.OpenAsync(chromium, app.Address, $"/returns/{made.Return}", made.Reporter.UserName);
        await page.PasteAsync("1-value", "60\n65");
        await page.WriteGoodAsync();

        await Expect(page.Page.Locator("#entry-left")).ToHaveTextAsync("没有未了事项，可以提交", new() { UseInnerText = true });
        await page.Page.Locator("#entry-left").ClickAsync();
        await Expect(page.Page.Locator("[data-submit]")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task What_follows_from_a_cell_that_is_wrong_is_blank_until_it_is_right()
    {
        var (made, page) = await OpenAsync();
        await using var _ = page;
        var share = page.Page.Locator("#row-10 td[data-label='期末时点']");
        await page.PasteAsync("7-value", "2120.50\n760.00\n1360.50");
        await page.WriteGoodAsync();
        await Expect(share).ToHaveTextAsync("64.2");

        await page.Input("9-value").FillAsync("约一半");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(share).ToHaveTextAsync("");
        await Expect(page.State(10)).ToContainTextAsync("所需的行有错误");

        // Nobody else's change fills it again.
        await using var theirs = await GridPage.OpenAsync(chromium, app.Address, $"/returns/{made.Return}", made.Colleague.UserName);
        await theirs.Input("7-value").FillAsync("2121.50");
        await theirs.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Input("7-value")).ToHaveValueAsync("2121.50");
        await Expect(share).ToHaveTextAsync("");

        await page.Input("9-value").FillAsync("1361.50");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(share).ToHaveTextAsync("64.2");
    }

    [Fact]
    public async Task A_preview_folds_what_is_blank()
    {
        var (_, page) = await OpenAsync();
        await using var __ = page;
        await page.PasteAsync("1-value", "246.0\t\n\t\n152.40\t4.9\n\t\n");
        var preview = page.Page.Locator("#entry-paste");

        await Expect(preview.Locator("tr[data-verdict]")).ToHaveCountAsync(3);
        await Expect(preview.Locator("details.rest summary")).ToHaveTextAsync("其余5格空白：跳过，原值不变");
        await Expect(preview.Locator("details.rest p")).ToBeHiddenAsync();
        await preview.Locator("details.rest summary").ClickAsync();
        await Expect(preview.Locator("details.rest p")).ToContainTextAsync("第1行 同比；第2行 本期累计");
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task A_form_of_tasks_has_the_columns_of_tasks()
    {
        var made = await IndustryQuarter.MakeAsync(app.Database.Owner, app.Database.App, [ReturnSetup.Task(1), ReturnSetup.Task(12), ReturnSetup.Task(30)]);
        await using var page = await GridPage.OpenAsync(chromium, app.Address, $"/returns/{made.Return}", made.Reporter.UserName);

        Assert.Equal(
            ["行", "重点任务 · 能级", "上年同期", "上期末", "形象进度", "较上期", "来源", "状态"],
            (await page.Page.Locator("table.entry thead th").AllInnerTextsAsync()).Select(h => h.Split('\n')[0].Trim()));
        await page.Input("1-value").FillAsync("101");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.State(1)).ToContainTextAsync("0—100%");
        await page.Input("1-value").FillAsync("60");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.State(1)).ToContainTextAsync("已保存");
        var faults = new List<string>();
        foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(page.Page, "a form of tasks", width, height));
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
        Assert.Empty(page.Complaints);
    }

    private async Task<(IndustryQuarter Made, GridPage Page)> OpenAsync()
    {
        var made = await IndustryQuarter.MakeAsync(app.Database.Owner, app.Database.App);
        return (made, await GridPage.OpenAsync(chromium, app.Address, $"/returns/{made.Return}", made.Reporter.UserName));
    }
}
