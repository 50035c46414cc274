using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Administration;
using Xinzhou.Dashboard.Browser.Tests.Shell;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Documents.Plans;
using Xinzhou.Dashboard.Domain.Notation.Plans;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Browser.Tests.Plan;

/// <summary>The supervisor keeps the plan: an official table goes in, a task is changed, two meet on one, several are changed at once, a light is overridden.</summary>
[Collection(nameof(LeadershipTests))]
public sealed class PlanTests(Chromium chromium, PlanTests.App app) : IClassFixture<PlanTests.App>
{
    private const string Supervisor = "督查室";
    private const int Tasks = 39;
    private const int Items = 180;

    [Fact]
    public async Task A_table_of_39_tasks_and_180_items_is_uploaded_corrected_previewed_and_imported()
    {
        // Of its own: here nothing is imported yet.
        var fresh = new App();
        await using var _ = fresh;
        await fresh.InitializeAsync();
        await using var work = await WorkPages.SignInAsync(chromium, fresh.Address, "/plan/import", Supervisor);
        var (page, faults) = (work.Page, new List<string>());
        await page.Locator("#preview").ClickAsync();
        await Assertions.Expect(page.Locator("#file-error")).ToContainTextAsync("请选择文件");
        await UploadAsync(page, Table(wrongDue: "6月底前"));
        await Assertions.Expect(page.Locator("#faults tbody tr").First).ToContainTextAsync("6月底前");
        await Assertions.Expect(page.Locator("#faults tbody tr").First).ToContainTextAsync("完成时限");
        await Assertions.Expect(page.Locator("#import")).ToHaveCountAsync(0);
        foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(page, "plan-import-refused", width, height));

        await UploadAsync(page, Table(wrongDue: null));
        await Assertions.Expect(page.Locator("#counts")).ToContainTextAsync("尚未保存");
        await Assertions.Expect(page.Locator("#show-new")).ToContainTextAsync($"{Items}");
        await Assertions.Expect(page.Locator("#show-changed")).ToContainTextAsync($"{Tasks}");
        await Assertions.Expect(page.Locator("#rows tbody tr").First).ToContainTextAsync("→");
        Assert.Empty(fresh.Store.Current.PlanBook.Versions(PlanSubject.OfItem(1, 1)));
        foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(page, "plan-import-preview", width, height));
        await page.SetViewportSizeAsync(1366, 768);
        await page.Locator("#import").ClickAsync();

        await Assertions.Expect(page.Locator("#counts")).ToContainTextAsync("已全部入库");
        await Wait.UntilAsync(() => fresh.Store.Current.PlanBook.Versions(PlanSubject.OfItem(39, 1)).Any());
        // The same file once more says nothing new.
        await UploadAsync(page, Table(wrongDue: null));
        await Assertions.Expect(page.Locator("#counts")).ToContainTextAsync("没有需要导入的");
        faults.AddRange(work.Complaints);
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Fact]
    [Trait("Category", "Faults")]
    public async Task Two_people_on_one_task_the_second_is_told_and_sees_both_sides()
    {
        await app.ImportAsync(Table(wrongDue: null));
        await using var first = await SignInAsync("/plan/tasks/5");
        await using var second = await SignInAsync("/plan/tasks/5");
        await second.Page.Locator("#person").FillAsync("后填");
        await first.Page.Locator("#person").FillAsync("先填");
        await first.Page.Locator("#reason").FillAsync("先改。");
        await first.Page.Locator("#save").ClickAsync();
        await Assertions.Expect(first.Page.Locator("#task")).ToContainTextAsync("已保存");
        await Assertions.Expect(first.Page.Locator("#versions .history li").First).ToContainTextAsync("先改。");

        // Told at once, and refused when he saves all the same.
        await Assertions.Expect(second.Page.Locator("#task .both")).ToContainTextAsync("先填");
        await second.Page.Locator("#reason").FillAsync("后改。");
        await second.Page.Locator("#save").ClickAsync();
        await Assertions.Expect(second.Page.Locator("#task [role=alert]")).ToContainTextAsync("已被他人修改");
        await Assertions.Expect(second.Page.Locator("#task .both")).ToContainTextAsync("后填");
        await Assertions.Expect(second.Page.Locator("#person")).ToHaveValueAsync("后填");
        await second.Page.Locator("#save").ClickAsync();
        await Assertions.Expect(second.Page.Locator("#versions .history li").First).ToContainTextAsync("先填 → 后填");
        WorkPages.Quiet(first, second);
    }

    [Fact]
    public async Task A_work_item_is_entered_changed_withdrawn_and_put_back_and_a_light_is_overridden_and_lifted()
    {
        await app.ImportAsync(Table(wrongDue: null));
        await using var work = await SignInAsync("/plan/tasks/6");
        var (page, faults) = (work.Page, new List<string>());
        await page.Locator("#new-item").ClickAsync();
        await WorkPages.UntilInDialogAsync(page);
        await page.Locator("#item-text").FillAsync("新增的一项工作");
        await page.Locator("#item-due").FillAsync("6月底前");
        await page.Locator("#item-reason").FillAsync("补充。");
        await page.Locator("#item-save").ClickAsync();
        await Assertions.Expect(page.Locator("#item-due-error")).ToContainTextAsync("年份");
        foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(page, "plan-item", width, height));
        await page.SetViewportSizeAsync(1366, 768);
        await page.Locator("#item-due").FillAsync("长期坚持");
        await page.Locator("#item-save").ClickAsync();
        await Assertions.Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0);
        var row = page.Locator("#items tr").Filter(new() { HasText = "新增的一项工作" });
        await Assertions.Expect(row).ToContainTextAsync("长期坚持");
        await row.GetByRole(AriaRole.Button, new() { Name = "撤销" }).ClickAsync();
        await WorkPages.UntilInDialogAsync(page);
        await page.Locator("#item-state-reason").FillAsync("重复。");
        await page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "撤销", Exact = true }).ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("已撤销");
        await row.GetByRole(AriaRole.Button, new() { Name = "恢复" }).ClickAsync();
        await WorkPages.UntilInDialogAsync(page);
        await page.Locator("#item-state-reason").FillAsync("不重复。");
        await page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "恢复", Exact = true }).ClickAsync();
        await Assertions.Expect(row).Not.ToContainTextAsync("已撤销");

        await page.Locator("#light-tasks-6").GetByRole(AriaRole.Button, new() { Name = "改判" }).ClickAsync();
        await page.Locator("#colour").ClickAsync();
        await WorkPages.ChooseAsync(page, "#colour", "红");
        await page.Locator("#until").FillAsync("2099-12-31");
        await page.Locator("#override-reason").FillAsync("现场核查不符。");
        await page.Locator("#override-save").ClickAsync();
        await Assertions.Expect(page.Locator("#light-tasks-6")).ToContainTextAsync("现场核查不符");
        foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(page, "plan-task", width, height));
        await page.SetViewportSizeAsync(1366, 768);
        await page.Locator("#light-tasks-6").GetByRole(AriaRole.Button, new() { Name = "解除" }).ClickAsync();
        await WorkPages.UntilInDialogAsync(page);
        await page.Locator("#lift-reason").FillAsync("已整改。");
        await page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "解除", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#light-tasks-6")).Not.ToContainTextAsync("现场核查不符");
        faults.AddRange(work.Complaints);
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task Several_deadlines_are_moved_at_once_with_a_preview_and_one_reason()
    {
        await app.ImportAsync(Table(wrongDue: null));
        await using var work = await SignInAsync("/plan/tasks?view=items&q=8/");
        var (page, faults) = (work.Page, new List<string>());
        await page.Locator("#select-all").ClickAsync();
        await page.Locator("#bulk").ClickAsync();
        await page.Locator("#bulk-kind").ClickAsync();
        await WorkPages.ChooseAsync(page, "#bulk-kind", "顺延");
        await page.Locator("#bulk-days").FillAsync("30");
        await Assertions.Expect(page.Locator("#bulk-preview tbody tr").First).ToContainTextAsync("2027-01-30");
        foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(page, "plan-bulk", width, height));
        await page.SetViewportSizeAsync(1366, 768);
        await page.Locator("#bulk-save").ClickAsync();
        await Assertions.Expect(page.Locator("#bulk-reason-error")).ToContainTextAsync("原因");
        await page.Locator("#bulk-reason").FillAsync("汛期停工。");
        await page.Locator("#bulk-save").ClickAsync();
        await Assertions.Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#list tbody tr").First).ToContainTextAsync("2027-01-30");
        foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(page, "plan-list", width, height));
        faults.AddRange(work.Complaints);
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    private Task<ShellPage> SignInAsync(string path) => WorkPages.SignInAsync(chromium, app.Address, path, Supervisor);

    private static async Task UploadAsync(IPage page, byte[] content)
    {
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "分解表.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = content });
        await page.GetByLabel("新建文件中出现的单位").CheckAsync();
        await page.Locator("#preview").ClickAsync();
    }

    [Fact]
    public async Task What_is_typed_while_a_task_is_being_saved_stays_and_is_saved_next()
    {
        await app.ImportAsync(Table(wrongDue: null));
        await using var work = await SignInAsync("/plan/tasks/9");
        var page = work.Page;
        await using (var turn = await HeldTurn.TakeAsync(app.Database, "plan"))
        {
            await page.Locator("#person").FillAsync("先填");
            await page.Locator("#reason").FillAsync("先改。");
            await page.Locator("#save").ClickAsync();
            await turn.UntilSomebodyWaitsAsync();
            await page.Locator("#person").FillAsync("再填");
            await page.Locator("#reason").FillAsync("再改。");
            await page.Locator("#person").FocusAsync();
        }

        await Assertions.Expect(page.Locator("#versions .history li").First).ToContainTextAsync("先改。");
        await Assertions.Expect(page.Locator("#person")).ToHaveValueAsync("再填");
        // His own save is nobody else's.
        await Assertions.Expect(page.Locator("#task .both")).ToHaveCountAsync(0);
        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page.Locator("#versions .history li").First).ToContainTextAsync("先填 → 再填");
        WorkPages.Quiet(work);
    }

    // Made-up units and work: only the shape is that of an official table.
    private static byte[] Table(string? wrongDue)
    {
        IReadOnlyList<IReadOnlyList<string>> tasks =
        [
            .. Enumerable.Range(1, Tasks).Select(n => Row(PlanSheet.Tasks, (PlanColumns.Number, $"{n}"), (PlanColumns.Title, $"测试任务{n}"), (PlanColumns.Lead, $"测试单位{n % 6}"), (PlanColumns.Source, "测试分解表"))),
        ];
        IReadOnlyList<IReadOnlyList<string>> items =
        [
            .. Enumerable.Range(0, Items).Select(n => Row(
                PlanSheet.Items, (PlanColumns.Task, $"{(n % Tasks) + 1}"), (PlanColumns.Item, $"{(n / Tasks) + 1}"), (PlanColumns.Text, $"测试工作{n + 1}"), (PlanColumns.Lead, $"测试单位{n % 6}"),
                (PlanColumns.Start, "2026-01-01"), (PlanColumns.Due, n == 17 && wrongDue is not null ? wrongDue : "2026年底"), (PlanColumns.Source, "测试分解表"))),
        ];
        using var content = new MemoryStream();
        PlanWorkbook.Write(content, new Dictionary<PlanSheet, IReadOnlyList<IReadOnlyList<string>>> { [PlanSheet.Tasks] = tasks, [PlanSheet.Items] = items }, isEnglish: false);
        return content.ToArray();
    }

    private static IReadOnlyList<string> Row(PlanSheet sheet, params (string Column, string Value)[] cells) =>
        [.. PlanColumns.Of(sheet).Select(c => cells.FirstOrDefault(s => s.Column == c.Name).Value ?? "")];

    /// <summary>An application of its own whose plan is changed.</summary>
    public sealed class App : IAsyncLifetime, IAsyncDisposable
    {
        private readonly DashboardApp _app = new();

        public string Address => _app.Address;

        public PostgresDatabase Database => _app.Database;

        public SnapshotStore Store => _app.Services.GetRequiredService<SnapshotStore>();

        public Task InitializeAsync() => _app.InitializeAsync();

        public Task DisposeAsync() => _app.DisposeAsync();

        async ValueTask IAsyncDisposable.DisposeAsync() => await _app.DisposeAsync();

        /// <summary>Imports a table without a browser.</summary>
        public async Task ImportAsync(byte[] content)
        {
            var read = PlanWorkbook.Read(content);
            var report = await _app.Services.GetRequiredService<Data.Plans.PlanImporter>().ImportAsync(
                new() { Tables = read.Tables, Faults = read.Faults }, new() { File = "分解表.xlsx", Actor = "command", Create = true });
            Assert.True(report.Accepted);
            await Wait.UntilAsync(() => Store.Current.PlanBook.Versions(PlanSubject.OfItem(39, 1)).Any());
        }
    }
}
