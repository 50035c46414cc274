using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Browser.Tests.Entry;
using Xinzhou.Dashboard.Browser.Tests.Shell;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing.Reporting;
using static Microsoft.Playwright.Assertions;

namespace Xinzhou.Dashboard.Browser.Tests.Reporting;

/// <summary>The quarter of an official, a reviewer and a leader, from the calendar to the audit, each in his own browser.</summary>
[Collection(nameof(ReportingTests))]
public sealed class WholeQuarterTests(Chromium chromium) : IAsyncLifetime
{
    private const int Rows = 40;
    private const string Form = "whole-quarter";

    private readonly DashboardApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_quarter_is_opened_entered_explained_sent_back_released_seen_and_traced()
    {
        await SetUpAsync();
        await using var overview = await ShellPage.OpenAsync(chromium, _app.Address);
        await overview.UntilLiveAsync();
        await overview.Page.EvaluateAsync("window.sameDocument = true");
        await using var task = await ShellPage.OpenAsync(chromium, $"{_app.Address}/tasks/12");
        await task.UntilLiveAsync();
        await Expect(task.Page.Locator("main")).ToContainTextAsync("尚无形象进度");
        await using var reporter = await GridPage.OpenAsync(chromium, _app.Address, "/returns", "wang");
        await Expect(reporter.Page.Locator("main a[href^='/returns/']")).ToHaveCountAsync(0);

        // The calendar opens the return; the reporter finds it, with a message.
        var id = await OpenByCalendarAsync();
        await reporter.Page.ReloadAsync();
        await reporter.Page.Locator($"main a[href='/returns/{id}']").First.ClickAsync();
        await reporter.Page.UntilAtAsync($"**/returns/{id}");
        await reporter.UntilAliveAsync();

        // He pastes forty rows from his spreadsheet, explains what the rules ask about, and submits.
        await reporter.PasteAsync("1-value", Block);
        await Expect(reporter.Page.Locator("#entry-paste tr[data-verdict]")).ToHaveCountAsync(Rows + 2);
        await reporter.Page.Locator("[data-write=all]").ClickAsync();
        await Expect(reporter.Page.Locator("#entry-context .meter")).ToContainTextAsync($"{Rows + 2}/{Rows + 2}");
        foreach (var (row, why) in new[] { (1, "新开工重大项目三个"), (2, "上年同期受停业影响基数低") })
        {
            await Expect(reporter.State(row)).ToContainTextAsync("需说明");
            await reporter.Input($"{row}-growth").FocusAsync();
            await reporter.Page.Keyboard.PressAsync("F2");
            await Expect(reporter.Page.Locator("#entry-panel textarea")).ToBeFocusedAsync();
            await reporter.Page.Keyboard.TypeAsync(why);
            await reporter.Page.Locator("#entry-panel form[data-explain] button").ClickAsync();
            await Expect(reporter.State(row)).ToContainTextAsync("已说明");
        }

        await SubmitAsync(reporter);

        // The reviewer sends one cell back, with a word; the reporter's page says so, and he corrects it.
        await using var reviewer = await GridPage.OpenAsync(chromium, _app.Address, "/review", "li");
        await reviewer.Page.Locator($"main a[href='/review/{id}']").First.ClickAsync();
        await Expect(reviewer.Page.Locator("main")).ToContainTextAsync("新开工重大项目三个");
        await reviewer.Page.Locator("input[name=cell][value='1-value']").CheckAsync();
        await reviewer.Page.Keyboard.PressAsync("Tab");
        await reviewer.Page.Keyboard.TypeAsync("与投资月报差10，请核");
        await reviewer.Page.Locator("button[value=return]").ClickAsync();
        await Expect(reviewer.Page.Locator(".done")).ToContainTextAsync("已退回");

        await reporter.Page.ReloadAsync();
        await reporter.UntilAliveAsync();
        await Expect(reporter.State(1)).ToContainTextAsync("退回");
        await Expect(reporter.Input("2-value")).ToHaveCountAsync(1);
        await reporter.Input("1-value").FillAsync("512.3");
        await reporter.Input("1-value").PressAsync("Enter");
        await Expect(reporter.State(1)).ToContainTextAsync("已说明");
        await SubmitAsync(reporter);

        // He releases, and the overview that somebody else has open shows it by itself.
        await reviewer.Page.GotoAsync($"{_app.Address}/review/{id}");
        await Expect(reviewer.Page.Locator(".compare")).ToContainTextAsync("+10");
        await Expect(overview.Page.Locator("main")).Not.ToContainTextAsync("512.3");
        await reviewer.Page.Locator("button[value=ask]").ClickAsync();
        await reviewer.Page.Locator("button[value=release]").ClickAsync();
        await Expect(reviewer.Page.Locator(".done")).ToContainTextAsync("已审定入库");
        await Expect(overview.Page.Locator("main")).ToContainTextAsync("512.3");
        Assert.True(await overview.Page.EvaluateAsync<bool>("window.sameDocument"));
        await Expect(task.Page.Locator("main")).ToContainTextAsync("测试发展改革委：王填报填报，李审核审定");

        // The leader sees it, and the figure says who entered and who released it.
        await using var leader = await GridPage.OpenAsync(chromium, _app.Address, "/", "leader");
        await leader.Page.Locator("main a.figure", new() { HasText = "512.3" }).First.ClickAsync();
        await Expect(leader.Page.Locator("main")).ToContainTextAsync("王填报");
        await Expect(leader.Page.Locator("main")).ToContainTextAsync("李审核");

        // The auditor finds every step of it in a log that holds together.
        await using var auditor = await GridPage.OpenAsync(chromium, _app.Address, "/audit", "auditor");
        await auditor.Page.Locator("main button.primary").ClickAsync();
        await Expect(auditor.Page.Locator(".done")).ToContainTextAsync("核验通过");
        Assert.Null((await AuditChain.VerifyAsync(_app.Database.App)).FirstBad);
        Assert.Equal(
            ["return.submit", "return.send_back", "return.submit", "return.release"],
            (await ActionsAsync(id)).Where(a => a != "return.enter"));
        foreach (var page in new[] { reporter, reviewer, leader, auditor }) Assert.Empty(page.Complaints);
        foreach (var page in new[] { overview, task }) Assert.Empty(page.Complaints);
    }

    /// <summary>As a spreadsheet gives it: two rows with growths that want an explanation, then counties with thousands separators, then how far a task has come.</summary>
    private static string Block => string.Concat(Enumerable.Range(1, Rows).Select(n => n switch
    {
        1 => "502.3\t60.1\r\n",
        2 => "318.75\t-55.2\r\n",
        Rows => "65\r\n",
        _ => string.Create(CultureInfo.InvariantCulture, $"1,2{n:00}.5\r\n"),
    }));

    private async Task SetUpAsync()
    {
        var setup = new ReturnSetup(_app.Database.Owner, _app.Database.App);
        await setup.DepartmentAsync("d1", "测试发展改革委");
        await setup.UserAsync("wang", Role.Reporter, "d1", "王填报");
        await setup.UserAsync("li", Role.Reviewer, name: "李审核");
        await setup.FormAsync(
            [
                ReturnSetup.Series("fixed_asset_investment", decimals: 1, growth: true),
                ReturnSetup.Series("retail_sales", decimals: 2, growth: true),
                .. await CountyRows.ReadAsync(_app.Database.App, Rows - 3),
                ReturnSetup.Task(12),
            ], ["d1"], Form, "经济运行季度表");
    }

    private async Task<int> OpenByCalendarAsync()
    {
        var (calendar, now) = (_app.Services.GetRequiredService<ReturnCalendar>(), TimeProvider.System.GetUtcNow());
        await calendar.SetAsync(Form, new(2026, 3), new(now.AddMinutes(-1), now.AddDays(10), now.AddDays(20), 3, 3), "test");
        // By this or, where it was quicker, by the application's own.
        await calendar.RunAsync();
        return (await _app.Services.GetRequiredService<ReturnList>().ListAsync(new() { Department = "d1" })).Single().Id;
    }

    private static async Task SubmitAsync(GridPage reporter)
    {
        await Expect(reporter.Page.Locator("#entry-left .none")).ToBeVisibleAsync();
        await reporter.Page.Locator("[data-submit]").ClickAsync();
        await reporter.Page.Locator("#difference button.primary").ClickAsync();
        await Expect(reporter.Page.Locator("#entry-context")).ToContainTextAsync("已提交");
    }

    /// <summary>What the log holds of a return, in order.</summary>
    private async Task<IReadOnlyList<string>> ActionsAsync(int id)
    {
        await using var command = _app.Database.App.CreateCommand("SELECT action FROM audit_events WHERE action LIKE 'return.%' AND subject LIKE $1 ORDER BY id");
        command.Parameters.AddWithValue($"return {id} %");
        await using var reader = await command.ExecuteReaderAsync();
        var actions = new List<string>();
        while (await reader.ReadAsync()) actions.Add(reader.GetString(0));
        return actions;
    }
}
