using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Administration;
using Xinzhou.Dashboard.Browser.Tests.Shell;
using Xinzhou.Dashboard.Data.Plans;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Browser.Tests.Plan;

/// <summary>A unit says how its work stands, the inspection office sends it back and acknowledges it, and the light turns.</summary>
[Collection(nameof(LeadershipTests))]
public sealed class CheckInTests(Chromium chromium) : IAsyncLifetime
{
    private const string Reporter = "填报人员";
    private const string Supervisor = "督查室";

    private readonly DashboardApp _app = new();
    private readonly Quarter _quarter = CheckInDuties.LastEnded(Shanghai.DayOf(TimeProvider.System.GetUtcNow()));

    private SnapshotStore Store => _app.Services.GetRequiredService<SnapshotStore>();

    public async Task InitializeAsync()
    {
        await _app.InitializeAsync();
        // It began with the quarter: nothing before is owed, whatever day it is.
        var start = _quarter.Previous.LastDay.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await ImportAsync("name\n测试工信局");
        await ImportAsync(
            $"task,item,text,lead,person,start,due,plan,source,published\n5,1,建成测试项目,测试工信局,,{start},2099-12-31,,测试分解表,2020-01-05\n5,2,完成测试验收,测试工信局,,{start},2099-12-31,,测试分解表,2020-01-05");
        await Wait.UntilAsync(() => Store.Current.PlanBook.HasItem(5, 2));
    }

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_unit_checks_in_the_office_sends_back_the_unit_mends_the_office_acknowledges_and_the_light_turns_on_an_open_page()
    {
        var faults = new List<string>();
        await using var reader = await ShellPage.OpenAsync(chromium, $"{_app.Address}/tasks/5");
        await reader.UntilLiveAsync();
        await Assertions.Expect(reader.Page.Locator("#item-1 .light")).ToHaveClassAsync("light grey");
        await using var overview = await ShellPage.OpenAsync(chromium, _app.Address);
        await overview.UntilLiveAsync();
        var before = await overview.Page.Locator("main").InnerTextAsync();

        await using var unit = await WorkPages.SignInAsync(chromium, _app.Address, "/plan/check-ins", Reporter);
        var page = unit.Page;
        await page.Locator("#open-5-1").ClickAsync();
        await page.Locator("#send-5-1").ClickAsync();
        await Assertions.Expect(page.Locator("#percent-5-1-error")).ToContainTextAsync("请填一个数");
        await Assertions.Expect(page.Locator("#done-5-1-error")).ToContainTextAsync("做了什么");
        await page.Locator("#percent-5-1").FillAsync("６０");
        await page.Locator("#done-5-1").FillAsync("完成主体工程");
        foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(page, "check-in", width, height));
        await page.SetViewportSizeAsync(1366, 768);

        // What is not what its name says, and what is too large, is refused with a sentence; what was typed stays.
        await UploadAsync(page, "照片.pdf", [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        await Assertions.Expect(page.Locator("#file-5-1-error")).ToContainTextAsync("与内容不符");
        await UploadAsync(page, "大文件.pdf", new byte[(20 << 20) + 1]);
        await Assertions.Expect(page.Locator("#file-5-1-error")).ToContainTextAsync("超过20 MB");
        await UploadAsync(page, "验收报告.pdf", Encoding.ASCII.GetBytes("%PDF-1.7 " + new string('x', 400_000)));
        await Assertions.Expect(page.Locator("#form-5-1 .files")).ToContainTextAsync("验收报告.pdf");
        await page.Locator("#send-5-1").ClickAsync();
        await Assertions.Expect(page.Locator("#duty-5-1 .state")).ToHaveTextAsync("待确认");
        await Assertions.Expect(page.Locator("#duty-5-1")).ToContainTextAsync("验收报告.pdf");

        await using var office = await WorkPages.SignInAsync(chromium, _app.Address, "/plan/check-ins", Supervisor);
        await Assertions.Expect(office.Page.Locator("#waiting")).ToContainTextAsync("完成主体工程");
        foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(office.Page, "check-ins-office", width, height));
        await office.Page.SetViewportSizeAsync(1366, 768);
        await office.Page.Locator("#back-5-1").ClickAsync();
        await WorkPages.UntilInDialogAsync(office.Page);
        await office.Page.Locator("#send-back-reason").FillAsync("请写明验收结论");
        await office.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "退回", Exact = true }).ClickAsync();
        await Assertions.Expect(office.Page.Locator("#waiting")).ToContainTextAsync("没有待确认的报送");

        // The unit's page, which was left open, says so by itself.
        await Assertions.Expect(page.Locator("#duty-5-1 .state")).ToHaveTextAsync("已退回");
        await Assertions.Expect(page.Locator("#duty-5-1")).ToContainTextAsync("请写明验收结论");
        await page.Locator("#open-5-1").ClickAsync();
        await Assertions.Expect(page.Locator("#percent-5-1")).ToHaveValueAsync("60");
        await page.Locator("#done-5-1").FillAsync("完成主体工程，验收合格");
        await page.Locator("#send-5-1").ClickAsync();
        await Assertions.Expect(page.Locator("#duty-5-1 .state")).ToHaveTextAsync("待确认");

        await office.Page.Locator("#acknowledge-5-1").ClickAsync();
        await Assertions.Expect(office.Page.Locator("#acknowledged")).ToContainTextAsync("验收合格");
        await Assertions.Expect(reader.Page.Locator("#item-1 .light")).ToHaveClassAsync("light green");
        await Assertions.Expect(reader.Page.Locator("#check-ins")).ToContainTextAsync("已确认");
        await overview.Page.WaitForFunctionAsync("before => document.querySelector('main').innerText !== before", before);
        Assert.Equal(LightColour.Green, Store.Current.LightsAt(new AsOf(TimeProvider.System.GetUtcNow())).Item(5, 1)!.Colour);
        foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(reader.Page, "check-in-task", width, height));
        faults.AddRange([.. unit.Complaints, .. office.Complaints, .. reader.Complaints, .. overview.Complaints]);
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task Who_decides_second_is_told_what_was_decided_and_keeps_his_words()
    {
        await using var unit = await WorkPages.SignInAsync(chromium, _app.Address, "/plan/check-ins", Reporter);
        foreach (var item in new[] { 1, 2 })
        {
            await unit.Page.Locator($"#open-5-{item}").ClickAsync();
            await unit.Page.Locator($"#percent-5-{item}").FillAsync("60");
            await unit.Page.Locator($"#done-5-{item}").FillAsync("完成主体工程");
            await unit.Page.Locator($"#send-5-{item}").ClickAsync();
            await Assertions.Expect(unit.Page.Locator($"#duty-5-{item} .state")).ToHaveTextAsync("待确认");
            await Assertions.Expect(unit.Page.Locator($"#percent-5-{item}")).ToHaveCountAsync(0);
        }

        await using var first = await WorkPages.SignInAsync(chromium, _app.Address, "/plan/check-ins", Supervisor);
        await using var second = await WorkPages.SignInAsync(chromium, _app.Address, "/plan/check-ins", Supervisor);
        var dialog = second.Page.Locator(".mud-dialog");
        await second.Page.Locator("#back-5-1").ClickAsync();
        await WorkPages.UntilInDialogAsync(second.Page);
        await second.Page.Locator("#send-back-reason").FillAsync("请写明验收结论");
        await first.Page.Locator("#acknowledge-5-1").ClickAsync();
        await Assertions.Expect(first.Page.Locator("#waiting #duty-5-1")).ToHaveCountAsync(0);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "退回", Exact = true }).ClickAsync();
        await Assertions.Expect(dialog.Locator("[role=alert]")).ToContainTextAsync(new Regex("督查.*已于.*确认"));
        await Assertions.Expect(second.Page.Locator("#send-back-reason")).ToHaveValueAsync("请写明验收结论");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "退回", Exact = true })).ToHaveCountAsync(0);
        Assert.Empty(await PageCheck.FaultsAsync(second.Page, "check-in-meanwhile", 1366, 768));
        await dialog.GetByRole(AriaRole.Button, new() { Name = "取消", Exact = true }).ClickAsync();

        // The unit sends it anew while the office is about to send it back: read first, then decided.
        await second.Page.Locator("#back-5-2").ClickAsync();
        await WorkPages.UntilInDialogAsync(second.Page);
        await second.Page.Locator("#send-back-reason").FillAsync("请补说明");
        await unit.Page.Locator("#open-5-2").ClickAsync();
        await unit.Page.Locator("#done-5-2").FillAsync("完成主体工程，验收合格");
        await unit.Page.Locator("#send-5-2").ClickAsync();
        await Assertions.Expect(first.Page.Locator("#duty-5-2")).ToContainTextAsync("验收合格");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "退回", Exact = true }).ClickAsync();
        await Assertions.Expect(dialog.Locator("[role=alert]")).ToContainTextAsync("又报了新的");
        await Assertions.Expect(dialog).ToContainTextAsync("验收合格");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "退回", Exact = true }).ClickAsync();
        await Assertions.Expect(unit.Page.Locator("#duty-5-2 .state")).ToHaveTextAsync("已退回");
        await Assertions.Expect(unit.Page.Locator("#duty-5-2")).ToContainTextAsync("请补说明");
        Assert.Empty(unit.Complaints.Concat(first.Complaints).Concat(second.Complaints));
    }

    [Fact]
    [Trait("Category", "Faults")]
    public async Task What_is_half_typed_is_there_again_after_the_page_was_lost()
    {
        await using var unit = await WorkPages.SignInAsync(chromium, _app.Address, "/plan/check-ins", Reporter);
        var page = unit.Page;
        await page.Locator("#open-5-2").ClickAsync();
        await page.Locator("#done-5-2").FillAsync("写到一半");
        await page.WaitForFunctionAsync("() => Object.keys(localStorage).filter(k => k.startsWith('xzd-draft|')).length >= 2");

        await page.ReloadAsync();
        await WorkPages.UntilAliveAsync(page);

        await Assertions.Expect(page.Locator("#done-5-2")).ToHaveValueAsync("写到一半");
        await Assertions.Expect(page.Locator("#form-5-2")).ToContainTextAsync("已恢复");
        WorkPages.Quiet(unit);
    }

    private static Task UploadAsync(IPage page, string name, byte[] content) =>
        page.Locator("#file-5-1").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });

    private async Task ImportAsync(string csv)
    {
        var report = await _app.Services.GetRequiredService<PlanImporter>().ImportAsync(
            PlanDocument.ReadCsv(Encoding.UTF8.GetBytes(csv + "\n")), new() { File = "plan.csv", Actor = "command" });
        Assert.True(report.Accepted);
        await Wait.UntilAsync(() => Store.Current.Plan.Departments.Count == 1);
    }
}
