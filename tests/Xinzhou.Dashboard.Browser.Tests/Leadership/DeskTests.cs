using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Administration;
using Xinzhou.Dashboard.Data.Plans;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Browser.Tests.Leadership;

/// <summary>A leader sees what is red and decides with a press, a sentence and a press; the inspection office has it on its desk.</summary>
[Collection(nameof(LeadershipTests))]
public sealed class DeskTests(Chromium chromium) : IAsyncLifetime
{
    private readonly DashboardApp _app = new();

    private SnapshotStore Store => _app.Services.GetRequiredService<SnapshotStore>();

    public async Task InitializeAsync()
    {
        await _app.InitializeAsync();
        await ImportAsync("name\n测试工信局");
        // Ends on no quarter's last day: overdue on the next.
        await ImportAsync("task,item,text,lead,person,start,due,plan,source,published\n5,1,建成测试项目,测试工信局,张三,2024-01-01,2025-02-20,,测试分解表,2024-01-05");
        await Wait.UntilAsync(() => Store.Current.PlanBook.HasItem(5, 1));
    }

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task From_a_red_light_to_an_issued_notice_it_takes_two_presses_and_a_sentence()
    {
        var faults = new List<string>();
        await using var leader = await WorkPages.SignInAsync(chromium, _app.Address, "/desk", "市领导");
        var page = leader.Page;
        var row = page.Locator("#row-tasks-5");
        await Assertions.Expect(row).ToContainTextAsync("测试工信局");
        await Assertions.Expect(row).ToContainTextAsync("2025-02-20到期");
        // Without scrolling: what is red, who owes it, for how long, and the decision.
        Assert.True(await row.EvaluateAsync<bool>("e => e.getBoundingClientRect().bottom <= window.innerHeight"), "The red row is below the first screen.");
        foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(page, "desk", width, height));
        await page.SetViewportSizeAsync(1366, 768);

        await row.GetByRole(AriaRole.Button, new() { NameRegex = new("^督办：") }).ClickAsync();
        await Assertions.Expect(page.Locator("#decide-sentence")).ToBeFocusedAsync();
        await page.Locator("#decide-do").ClickAsync();
        await Assertions.Expect(page.Locator("#decide-sentence-error")).ToContainTextAsync("请写一句话");
        await page.Locator("#decide-sentence").FillAsync("请在本月内完成验收。");
        faults.AddRange(await PageCheck.FaultsAsync(page, "desk-decide", 1366, 768));
        await page.Locator("#decide-do").ClickAsync();

        await Assertions.Expect(row.Locator("a.open")).ToContainTextAsync("待签收");
        await Wait.UntilAsync(() => Notices().Count > 0);
        var notice = Assert.Single(Notices());
        Assert.Equal(
            (NoticeOrigin.Light, "items/5/1", "请在本月内完成验收。", "张三"),
            (notice.Assignment.Origin, notice.Assignment.Reference, notice.Assignment.Requirement, notice.Assignment.Person));

        // It is raised on the same row, and what was reached is not offered again.
        await row.GetByRole(AriaRole.Button, new() { NameRegex = new("^约谈：") }).ClickAsync();
        await page.Locator("#decide-sentence").FillAsync("请来说明情况。");
        await page.Locator("#decide-do").ClickAsync();
        await Assertions.Expect(row.GetByRole(AriaRole.Button, new() { NameRegex = new("^约谈：") })).ToHaveCountAsync(0);

        await using var office = await WorkPages.SignInAsync(chromium, _app.Address, "/desk", "督查室");
        await Assertions.Expect(office.Page.Locator("#unsigned")).ToContainTextAsync("建成测试项目");
        foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(office.Page, "desk-office", width, height));
        faults.AddRange([.. leader.Complaints, .. office.Complaints]);
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task From_the_task_page_it_takes_two_presses_too()
    {
        await using var leader = await WorkPages.SignInAsync(chromium, _app.Address, "/desk", "市领导");
        var page = leader.Page;
        await page.GotoAsync($"{_app.Address}/tasks/5");
        await page.Locator("#item-1 a[href*='/supervision/new']").ClickAsync();
        await WorkPages.UntilAliveAsync(page);
        await Assertions.Expect(page.Locator("#issue-subject")).ToHaveValueAsync("建成测试项目");
        await Assertions.Expect(page.Locator("#issue-person")).ToHaveValueAsync("张三");
        await page.Locator("#issue-do").ClickAsync();

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("建成测试项目");
        await Wait.UntilAsync(() => Notices().Count > 0);
        var notice = Assert.Single(Notices());
        Assert.Equal((NoticeOrigin.Light, "items/5/1", "张三"), (notice.Assignment.Origin, notice.Assignment.Reference, notice.Assignment.Person));
        Assert.Empty(leader.Complaints);
    }

    [Fact]
    public async Task A_field_that_is_chosen_stands_in_the_address_and_is_remembered()
    {
        await using var leader = await WorkPages.SignInAsync(chromium, _app.Address, "/desk", "市领导");
        var page = leader.Page;
        var dimension = Store.Current.Plan.Task(5)!.Dimension;
        var other = Store.Current.Plan.Dimensions.First(d => d.Code != dimension);

        await page.Locator(".fields-of").GetByLabel(other.Name, new() { Exact = true }).CheckAsync();
        await Assertions.Expect(page.Locator("#row-tasks-5")).ToHaveCountAsync(0);
        await page.UntilAtAsync($"**/desk?field={other.Code}");

        await page.WaitForFunctionAsync("() => Object.keys(localStorage).some(k => k.endsWith('|desk/field'))");
        await page.GotoAsync($"{_app.Address}/desk");
        await WorkPages.UntilAliveAsync(page);
        await Assertions.Expect(page.Locator(".fields-of").GetByLabel(other.Name, new() { Exact = true })).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("#row-tasks-5")).ToHaveCountAsync(0);
        Assert.Empty(leader.Complaints);
    }

    [Fact]
    public async Task Who_decides_second_sees_what_was_decided_keeps_his_words_and_is_offered_what_is_left()
    {
        await using var first = await WorkPages.SignInAsync(chromium, _app.Address, "/desk", "市领导");
        await using var second = await WorkPages.SignInAsync(chromium, _app.Address, "/desk", "市领导");
        var meanwhile = second.Page.Locator("#decide-meanwhile");
        var sentence = second.Page.Locator("#decide-sentence");

        // Both would issue a notice; the first does.
        await BeginAsync(second.Page, "督办", "请在十天内验收。");
        await BeginAsync(first.Page, "督办", "请在本月内完成验收。");
        await first.Page.Locator("#decide-do").ClickAsync();
        await Assertions.Expect(first.Page.Locator("#row-tasks-5 a.open")).ToContainTextAsync("待签收");
        await Assertions.Expect(meanwhile).ToContainTextAsync("请在本月内完成验收。");
        await Assertions.Expect(meanwhile).ToContainTextAsync("市领导");
        await second.Page.Locator("#decide-do").ClickAsync();
        await Assertions.Expect(second.Page.Locator("#decide [role=alert]")).ToContainTextAsync("其他人刚刚办理过");
        await Assertions.Expect(sentence).ToHaveValueAsync("请在十天内验收。");
        Assert.Empty(await PageCheck.FaultsAsync(second.Page, "desk-meanwhile", 1366, 768));
        // Having seen it, he may raise it with his words all the same.
        await second.Page.Locator("#decide-do").ClickAsync();
        await Assertions.Expect(second.Page.Locator("#decide")).ToHaveCountAsync(0);
        Assert.Equal(EscalationLevel.Notice, Assert.Single(Notices()).Escalation);

        // Both would call people in: then there is something else to be done with the same words.
        await BeginAsync(second.Page, "约谈", "请来说明情况。");
        await BeginAsync(first.Page, "约谈", "请主要负责人来。");
        await first.Page.Locator("#decide-do").ClickAsync();
        await Assertions.Expect(meanwhile).ToContainTextAsync("请主要负责人来。");
        await Assertions.Expect(second.Page.Locator("#decide")).ToContainTextAsync("现在已不能约谈");
        await Assertions.Expect(second.Page.Locator("#decide-do")).ToHaveCountAsync(0);
        Assert.Empty(await PageCheck.FaultsAsync(second.Page, "desk-no-longer", 390, 844));
        await second.Page.Locator("#decide-Circular").ClickAsync();
        await Assertions.Expect(sentence).ToHaveValueAsync("请来说明情况。");
        await second.Page.Locator("#decide-do").ClickAsync();
        await Assertions.Expect(second.Page.Locator("#decide")).ToHaveCountAsync(0);
        var notice = Assert.Single(Notices());
        Assert.Equal((EscalationLevel.Circular, "请来说明情况。"), (notice.Escalation, notice.Events[^1].Text));
        Assert.Empty(first.Complaints.Concat(second.Complaints));
    }

    [Fact]
    public async Task Desk_and_phone_tell_what_changed_since_the_same_visit()
    {
        await using (var desk = await WorkPages.SignInAsync(chromium, _app.Address, "/desk", "市领导"))
        {
            await Wait.UntilAsync(async () => await VisitsAsync("市领导") == 1);
            // No visit before: nothing to compare with.
            Assert.Null(await VisitOfAsync(desk.Page));
        }

        // Three hours ago.
        await using (var back = _app.Database.Owner.CreateCommand("UPDATE desk_visits SET began_at = began_at - interval '3 hours' RETURNING to_char(began_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')"))
        {
            var moment = (string)(await back.ExecuteScalarAsync())!;
            await using var phone = await WorkPages.SignInAsync(chromium, _app.Address, "/desk", "市领导", 390, 844);
            await Assertions.Expect(phone.Page.Locator("p.since")).ToContainTextAsync(moment);
            var seen = await VisitOfAsync(phone.Page);
            Assert.NotNull(seen);
            await using var desk = await WorkPages.SignInAsync(chromium, _app.Address, "/desk", "市领导");
            await Assertions.Expect(desk.Page.Locator("p.since")).ToContainTextAsync(moment);
            Assert.Equal(seen, await VisitOfAsync(desk.Page));
            // Nothing of it is left on the device.
            Assert.Empty(await phone.Page.EvaluateAsync<string[]>("() => Object.keys(localStorage).filter(k => k.includes('visit'))"));
        }

        Assert.Equal(1, await VisitsAsync("市领导"));
    }

    private static async Task<string?> VisitOfAsync(IPage page) =>
        System.Web.HttpUtility.ParseQueryString(new Uri((await page.Locator("#changes").EvaluateAsync<string>("a => a.href"))!).Query)["visit"];

    private async Task<long> VisitsAsync(string name)
    {
        await using var command = _app.Database.Owner.CreateCommand("SELECT count(*) FROM desk_visits v JOIN users u ON u.id = v.user_id WHERE display_name = $1");
        command.Parameters.Add(new() { Value = name });
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private IReadOnlyList<Notice> Notices() => Store.Current.Notices.At(new AsOf(TimeProvider.System.GetUtcNow()), _app.Services.GetRequiredService<WorkingDays>());

    private static async Task BeginAsync(IPage page, string act, string sentence)
    {
        await page.Locator("#row-tasks-5").GetByRole(AriaRole.Button, new() { NameRegex = new($"^{act}：") }).ClickAsync();
        await page.Locator("#decide-sentence").FillAsync(sentence);
    }

    private async Task ImportAsync(string csv)
    {
        var report = await _app.Services.GetRequiredService<PlanImporter>().ImportAsync(
            PlanDocument.ReadCsv(Encoding.UTF8.GetBytes(csv + "\n")), new() { File = "plan.csv", Actor = "command" });
        Assert.True(report.Accepted, report.ToString());
        await Wait.UntilAsync(() => Store.Current.Plan.Departments.Count == 1);
    }
}
