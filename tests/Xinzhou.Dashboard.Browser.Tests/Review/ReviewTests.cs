using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Shell;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Browser.Tests.Review;

[Collection(nameof(ReportingTests))]
public sealed class ReviewTests(Chromium chromium, ReviewApp app) : IClassFixture<ReviewApp>
{
    [Fact]
    public async Task A_reviewer_sends_a_cell_back_and_releases_by_keyboard_and_open_pages_change_by_themselves()
    {
        var id = await app.SubmittedAsync("2026-Q3", sales: 314.1m);
        await using var overview = await ShellPage.OpenAsync(chromium, app.Address);
        await using var indicator = await ShellPage.OpenAsync(chromium, $"{app.Address}/indicators/retail_sales");
        foreach (var reading in new[] { overview, indicator })
        {
            await reading.UntilLiveAsync();
            await reading.Page.EvaluateAsync("window.sameDocument = true");
        }

        await using var opened = await SignInAsync("/review", "审核人员");
        var page = opened.Page;
        await page.Locator($"main a[href='/review/{id}']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("input[name=cell][value='5-value']").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("与商务局口径差12.6，请核。");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "退回" })).ToBeVisibleAsync();
        await page.Locator("button[value=return]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".done")).ToContainTextAsync("已退回");
        Assert.Equal(ReturnState.Returned, (await app.FindAsync(id)).State);

        await app.FillAsync(id, (ReviewApp.Sales, new(326.7m)));
        await app.SubmitAsync(id);
        await page.GotoAsync($"{app.Address}/review/{id}");
        await Assertions.Expect(page.Locator(".compare tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".compare")).ToContainTextAsync("+12.6");
        await page.Locator("button[value=ask]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        // What it would do is said first; pressing the same key again does nothing.
        await Assertions.Expect(page.Locator("#confirm-title")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator(".confirm")).ToContainTextAsync("9个数入库");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(ReturnState.Submitted, (await app.FindAsync(id)).State);
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("button[value=release]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".done")).ToContainTextAsync("已审定入库");

        await Assertions.Expect(indicator.Page.Locator("main")).ToContainTextAsync("326.7");
        await indicator.Page.Locator("main a.figure", new() { HasText = "326.7" }).First.ClickAsync();
        await Assertions.Expect(indicator.Page.Locator("main")).ToContainTextAsync("王填报");
        await Assertions.Expect(indicator.Page.Locator("main")).ToContainTextAsync("审核人员");
        Assert.True(await overview.Page.EvaluateAsync<bool>("window.sameDocument"));
        foreach (var reading in new[] { overview, indicator, opened })
        {
            Assert.Empty(reading.Complaints);
        }
    }

    [Fact]
    public async Task What_was_put_in_is_still_there_when_a_reviewer_thinks_better_of_a_release()
    {
        var id = await app.SubmittedAsync("2018-Q3");
        await using var opened = await SignInAsync($"/review/{id}", "审核人员");
        var page = opened.Page;
        await page.Locator("input[name=cell][value='5-value']").CheckAsync();
        await page.Locator("textarea[name='text[5-value]']").FillAsync("请核对口径");

        await page.Locator("button[value=ask]").ClickAsync();
        await Assertions.Expect(page.Locator(".confirm .warned")).ToContainTextAsync("勾选退回的1格不会退回");
        await app.App.ImportAsync(MadeUp.Figures);
        await Assertions.Expect(page.Locator("#confirm-title")).ToBeVisibleAsync();
        await page.Locator("button[value=back]").ClickAsync();

        await Assertions.Expect(page.Locator("button[value=ask]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("input[name=cell][value='5-value']")).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("textarea[name='text[5-value]']")).ToHaveValueAsync("请核对口径");
        Assert.Equal(ReturnState.Submitted, (await app.FindAsync(id)).State);
        Assert.Empty(opened.Complaints);
    }

    [Fact]
    public async Task A_remark_is_sent_without_taking_what_is_marked_and_written_beside_it()
    {
        var id = await app.SubmittedAsync("2014-Q3");
        await using var opened = await SignInAsync($"/review/{id}", "审核人员");
        var page = opened.Page;
        await page.Locator("input[name=cell][value='5-value']").CheckAsync();
        await page.Locator("textarea[name='text[5-value]']").FillAsync("请核对口径");

        await page.Locator("#say").FillAsync("已电话联系");
        await page.Locator("#comments button").ClickAsync();

        await Assertions.Expect(page.Locator("#comments .remark")).ToContainTextAsync("已电话联系");
        await Assertions.Expect(page.Locator("#say")).ToHaveValueAsync("");
        await Assertions.Expect(page.Locator("input[name=cell][value='5-value']")).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("textarea[name='text[5-value]']")).ToHaveValueAsync("请核对口径");
        await page.Locator("button[value=return]").ClickAsync();
        await Assertions.Expect(page.Locator(".done")).ToContainTextAsync("已退回");
        Assert.Equal(ReturnState.Returned, (await app.FindAsync(id)).State);
        Assert.Empty(opened.Complaints);
    }

    [Theory]
    [InlineData("2015-Q3", "Escape")]
    [InlineData("2015-Q2", "mark")]
    [InlineData("2015-Q1", "text")]
    public async Task The_question_before_a_release_closes_with_escape_and_when_something_is_marked_meanwhile(string quarter, string by)
    {
        var id = await app.SubmittedAsync(quarter);
        await using var opened = await SignInAsync($"/review/{id}", "审核人员");
        var page = opened.Page;
        await page.Locator("input[name=cell][value='5-value']").CheckAsync();
        await page.Locator("button[value=ask]").ClickAsync();
        await Assertions.Expect(page.Locator("#confirm-title")).ToBeFocusedAsync();

        if (by == "Escape") await page.Keyboard.PressAsync("Escape");
        else if (by == "mark") await page.Locator("input[name=cell][value='4-value']").CheckAsync();
        else await page.Locator("textarea[name='text[5-value]']").FillAsync("请核对口径");

        await Assertions.Expect(page.Locator("#confirm-title")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("button[value=release]")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("button[value=return]")).ToBeVisibleAsync();
        if (by == "Escape") await Assertions.Expect(page.Locator("button[value=ask]")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("input[name=cell][value='5-value']")).ToBeCheckedAsync();
        Assert.Equal(ReturnState.Submitted, (await app.FindAsync(id)).State);

        // What is asked then speaks of what is marked now.
        await page.Locator("button[value=ask]").ClickAsync();
        await Assertions.Expect(page.Locator(".confirm .warned")).ToContainTextAsync($"勾选退回的{(by == "mark" ? 2 : 1)}格不会退回");
        Assert.Empty(opened.Complaints);
    }

    [Fact]
    public async Task A_reviewer_sees_the_change_on_last_year_and_only_what_warns()
    {
        var before = await app.Setup.OpenAsync("2016-Q3", "d1");
        await app.FillAsync(
            before,
            (new(1, CellField.Value), new(381.0m)), (new(1, CellField.Growth), new(7.9m)),
            (new(2, CellField.Value), new(153.7m)), (new(2, CellField.Growth), new(9.1m)),
            (new(3, CellField.Value), new(66.10m)), (new(4, CellField.Value), new(40m)),
            (ReviewApp.Sales, new(308.0m)), (new(5, CellField.Growth), new(1.2m)),
            (new(6, CellField.Value), new(null, BlankReason.NotObtained, "省统计局25日后反馈")), (new(7, CellField.Value), new(5020m)));
        await app.SubmitAsync(before);
        Assert.Null((await app.Release.ReleaseAsync(before, (await app.FindAsync(before)).Version, app.Reviewer)).Refusal);
        var id = await app.SubmittedAsync("2017-Q3");
        await using var opened = await SignInAsync($"/review/{id}", "审核人员");
        var page = opened.Page;
        await Assertions.Expect(page.Locator(".compare tr:has(input[value='5-value']) td[data-label='较上年同期']")).ToContainTextAsync("−6.5");
        await Assertions.Expect(page.Locator(".compare tr:has(input[value='5-value']) td[data-label='较上年同期']")).ToContainTextAsync("口径提示：相比−2.1%");

        await Assertions.Expect(page.Locator(".compare tr:has(input[value='5-growth']) td[data-label='较上年同期']")).ToContainTextAsync("−3.3");
        await Assertions.Expect(page.Locator(".compare tr:has(input[value='4-value']) td[data-label='较上年同期']")).ToContainTextAsync("+25");

        await page.Locator("nav.segments a[href*='cells=warned']").ClickAsync();
        await Assertions.Expect(page.Locator("nav.segments a[aria-current]")).ToContainTextAsync("只看有提示");
        foreach (var said in await page.Locator(".compare tbody td.said").AllAsync())
        {
            await Assertions.Expect(said.Locator(".finding.warning, .finding.error, .finding.answered").First).ToBeVisibleAsync();
        }

        await Assertions.Expect(page.Locator(".compare tbody tr:has(input[value='2-growth'])")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".compare tbody tr:has(input[value='7-value'])")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Every_page_of_reviewing_and_of_the_log_is_sound()
    {
        var now = TimeProvider.System.GetUtcNow();
        var first = await app.SubmittedAsync("2025-Q3", new(now.AddDays(-20), now.AddDays(-2), now.AddDays(20), 3, 3));
        var second = await app.SubmittedAsync("2024-Q3", new(now.AddDays(-20), now.AddDays(2), now.AddDays(20), 3, 3));
        await app.Setup.OpenAsync("2026-Q2", "d2");
        await app.Steps.SendBackAsync(
            second, (await app.FindAsync(second)).Version,
            new Dictionary<CellAddress, string> { [ReviewApp.Sales] = "与商务局口径差12.6，请核 @王填报" }, app.Reviewer);
        // Above the year after it, whose growth is negative: nothing is asked there once both are known.
        await app.FillAsync(second, (ReviewApp.Sales, new(308.9m)));
        await app.SubmitAsync(second);
        await app.Release.ReleaseAsync(second, (await app.FindAsync(second)).Version, app.Reviewer);
        await app.Steps.BeginCorrectionAsync(second, (await app.FindAsync(second)).Version, "漏计一户企业", app.Reporter);
        await app.FillAsync(second, (ReviewApp.Sales, new(309.4m)));
        await app.SubmitAsync(second);

        var faults = new List<string>();
        await using (var reviewer = await SignInAsync("/review", "审核人员"))
        {
            var pick = $"r={first}.{(await app.FindAsync(first)).Version}&r={second}.1";
            foreach (var path in new[] { "/review", "/review?show=all", $"/review/{first}", $"/review/{second}", $"/review/{second}?cells=all", $"/review/{first}?cells=warned", $"/review/release?{pick}", "/messages" })
                faults.AddRange(await FaultsAsync(reviewer, path));
            await reviewer.Page.GotoAsync($"{app.Address}/review/{first}");
            await reviewer.Page.Locator("button[value=ask]").ClickAsync();
            await Assertions.Expect(reviewer.Page.Locator("#confirm-title")).ToBeVisibleAsync();
            foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(reviewer.Page, "review-confirm", width, height));
        }

        await app.Release.ReleaseAsync(second, (await app.FindAsync(second)).Version, app.Reviewer);
        await using (var auditor = await SignInAsync("/audit", "审计员"))
        {
            foreach (var path in new[] { "/audit", "/audit?action=return.enter" }) faults.AddRange(await FaultsAsync(auditor, path));
            await auditor.Page.GotoAsync($"{app.Address}/audit");
            await auditor.Page.Locator("main button.primary").ClickAsync();
            await Assertions.Expect(auditor.Page.Locator(".done")).ToContainTextAsync("核验通过");
            faults.AddRange(await PageCheck.FaultsAsync(auditor.Page, "audit-verified", 1366, 768));
            faults.AddRange(await FaultsAsync(auditor, $"/figures/{await ReplacedAsync(second)}"));
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    private async Task<ShellPage> SignInAsync(string path, string persona)
    {
        var opened = await ShellPage.OpenAsync(chromium, app.Address + path);
        await opened.Page.GetByRole(AriaRole.Button, new() { Name = persona, Exact = true }).ClickAsync();
        await opened.Page.UntilAtAsync(app.Address + path);
        return opened;
    }

    private async Task<string> ReplacedAsync(int id)
    {
        await using var command = app.App.Database.App.CreateCommand(
            "SELECT 'f' || lpad(figure_id::text, 10, '0') FROM figure_origins WHERE return_id = $1 AND row_number = 5 AND field = 'value' ORDER BY figure_id LIMIT 1");
        command.Parameters.AddWithValue(id);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private async Task<List<string>> FaultsAsync(ShellPage opened, string path)
    {
        var (page, faults) = (opened.Page, new List<string>());
        foreach (var language in new[] { "zh-CN", "en" })
        {
            await page.GotoAsync(app.Address + path + (language == "en" ? path.Contains('?', StringComparison.Ordinal) ? "&lang=en" : "?lang=en" : ""));
            if (await page.Locator("h1").CountAsync() != 1) faults.Add($"{path} {language}: there is not exactly one h1");
            foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(page, $"{path} {language}", width, height));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            faults.AddRange(await PageCheck.FaultsAsync(page, $"{path} {language} dark", 1366, 768));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }

        faults.AddRange(opened.Complaints.Select(c => $"{path}: {c}"));
        return faults;
    }
}
