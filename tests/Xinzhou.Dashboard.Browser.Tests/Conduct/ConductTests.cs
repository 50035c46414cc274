using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Administration;
using Xinzhou.Dashboard.Browser.Tests.Paper;
using Xinzhou.Dashboard.Data.Plans;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Browser.Tests.Conduct;

/// <summary>From the desk to what has no owner and to who is late; a score only by a rule; a chain and its chief. As a leader, the administrator and the office see it.</summary>
[Collection(nameof(LeadershipTests))]
public sealed class ConductTests(Chromium chromium) : IAsyncLifetime
{
    private readonly DashboardApp _app = new();

    private SnapshotStore Store => _app.Services.GetRequiredService<SnapshotStore>();

    public async Task InitializeAsync()
    {
        await _app.InitializeAsync();
        var setup = new ReturnSetup(_app.Database.Owner, _app.Database.App);
        await setup.DepartmentAsync("gxj", "测试工信局");
        await setup.DepartmentAsync("fgw", "测试发改委");
        await setup.FormAsync([ReturnSetup.Series("gdp")], ["gxj"]);
        await setup.OpenAsync("2026-Q2", "gxj");
        await setup.DatesAsync("2026-Q2", new(At("2026-07-05"), At("2026-07-20").AddHours(18), At("2099-01-01"), 3, 3));
        // Begins long after anything is to be reported; one item names nobody.
        var report = await _app.Services.GetRequiredService<PlanImporter>().ImportAsync(
            PlanDocument.ReadCsv(Encoding.UTF8.GetBytes(
                "task,item,text,lead,person,start,due,plan,source,published\n5,1,测试工作一,测试工信局,张三,2098-01-01,2099-12-31,,测试分解表,2026-01-05\n5,2,测试工作二,测试发改委,,2098-01-01,2099-12-31,,测试分解表,2026-01-05\n")),
            new() { File = "items.csv", Actor = "command" });
        Assert.True(report.Accepted, report.ToString());
        await Wait.UntilAsync(() => Store.Current.PlanBook.HasItem(5, 2) && Store.Current.Plan.Departments.Count == 2);
    }

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task From_the_desk_to_who_owes_what_and_who_is_late_with_a_score_only_by_a_rule()
    {
        var faults = new List<string>();
        await using var leader = await WorkPages.SignInAsync(chromium, _app.Address, "/desk", "市领导");
        var page = leader.Page;

        // What has no owner, and the way to where one is named.
        await Assertions.Expect(page.Locator("#owners")).ToContainTextAsync("责任未落实");
        await page.Locator("#owners").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("责任落实");
        var item = page.Locator("#item tbody tr");
        await Assertions.Expect(item).ToHaveCountAsync(1);
        await Assertions.Expect(item).ToContainTextAsync("测试工作二");
        await Assertions.Expect(item).ToContainTextAsync("未明确责任人");
        faults.AddRange(await LookAsync(page, "owners"));
        await item.GetByRole(AriaRole.Link, new() { NameRegex = new("去定责任") }).ClickAsync();
        await page.UntilAtAsync("**/plan/tasks/5");
        await WorkPages.UntilAliveAsync(page);

        // Who is late, and with what. Nobody has entered a rule: there is no score.
        await page.GotoAsync($"{_app.Address}/conduct");
        await page.Locator("select[name=quarter]").SelectOptionAsync("2026-Q3");
        await page.Locator("form:has(select[name=quarter]) button").ClickAsync();
        await page.UntilAtAsync("**quarter=2026-Q3*");
        var late = page.Locator("#units tbody tr").First;
        await Assertions.Expect(late).ToContainTextAsync("测试工信局");
        await Assertions.Expect(late).ToContainTextAsync("0/1");
        await Assertions.Expect(page.Locator("#rule")).ToContainTextAsync("不计分");
        await Assertions.Expect(page.Locator("#units thead")).Not.ToContainTextAsync("得分");
        faults.AddRange(await LookAsync(page, "conduct"));
        await late.GetByRole(AriaRole.Link, new() { NameRegex = new("测试工信局：逾期1，查看明细") }).ClickAsync();
        await page.UntilAtAsync("**/conduct/unit?*#late");
        await Assertions.Expect(page.Locator("#late tbody tr")).ToContainTextAsync("产业能级季度表");
        faults.AddRange(await LookAsync(page, "conduct-unit"));
        var printed = await PrintedPage.OfAsync(page);
        Assert.InRange(printed.Pages, 1, 3);

        // The administrator enters a rule; the open page shows the score by itself.
        await using var administrator = await WorkPages.SignInAsync(chromium, _app.Address, "/admin/assessment", "系统管理员");
        var form = administrator.Page;
        await form.Locator("#start").FillAsync("一百");
        await form.Locator("#save").ClickAsync();
        await Assertions.Expect(form.Locator("#start-error")).ToContainTextAsync("请填数字");
        await form.Locator("#start").FillAsync("１００");
        await form.Locator("#reason").FillAsync("试行考核规则");
        await form.Locator("#save").ClickAsync();
        await Assertions.Expect(form.Locator("#rule [role=alert]")).ToContainTextAsync("至少填一项");
        await form.Locator("#late").FillAsync("-2");
        await form.Locator("#save").ClickAsync();
        await Assertions.Expect(form.Locator("#history")).ToContainTextAsync("试行考核规则");
        await Assertions.Expect(form.Locator("#rule [role=status]").First).ToContainTextAsync("100 + 逾期×(−2)");
        foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(form, "assessment", width, height));
        await Assertions.Expect(page.Locator("#score")).ToContainTextAsync("100 + 逾期 1×(−2) = 98");

        faults.AddRange([.. leader.Complaints, .. administrator.Complaints]);
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task The_office_names_the_chief_of_a_chain_and_readers_see_him_where_the_chain_belongs()
    {
        var faults = new List<string>();
        await using var office = await WorkPages.SignInAsync(chromium, _app.Address, "/plan/chains", "督查室");
        var page = office.Page;
        await Assertions.Expect(page.Locator("#chains")).ToContainTextAsync("没有登记");
        await page.Locator("#chain-new").ClickAsync();
        await WorkPages.UntilInDialogAsync(page);
        await page.Locator("#chain-name").FillAsync("测试产业链");
        await page.Locator("#chain-head").FillAsync("测试链长");
        await page.Locator("#chain-reason").FillAsync("测试文件");
        await page.Locator("#chain-save").ClickAsync();
        await Assertions.Expect(page.Locator("#chain [role=alert]")).ToContainTextAsync("请填写任职起始日期");
        await page.Locator("#chain-since").FillAsync("2026-01-05");
        await page.Keyboard.PressAsync("Tab");
        await page.Locator("#chain-task").ClickAsync();
        await WorkPages.ChooseAsync(page, "#chain-task", "5 ");
        faults.AddRange(await PageCheck.FaultsAsync(page, "chains-dialog", 1366, 768));
        await page.Locator("#chain-save").ClickAsync();
        await Assertions.Expect(page.Locator("#chains tbody tr")).ToContainTextAsync("测试链长（自2026-01-05）");
        await Assertions.Expect(page.Locator("#history")).ToContainTextAsync("测试文件");
        foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(page, "chains", width, height));

        var task = Assert.Single(Store.Current.Chains).Entry.Task;
        await page.GotoAsync($"{_app.Address}/tasks/{task}");
        await Assertions.Expect(page.Locator("#chains")).ToContainTextAsync("测试链长（自2026-01-05）");
        faults.AddRange(office.Complaints);
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    /// <summary>The page at every size, and on paper.</summary>
    private static async Task<List<string>> LookAsync(IPage page, string name)
    {
        var faults = new List<string>();
        foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(page, name, width, height));
        faults.AddRange((await PrintedPage.CutOffAsync(page)).Select(f => $"{name} on paper: {f}"));
        await page.SetViewportSizeAsync(1366, 768);
        return faults;
    }

    private static DateTimeOffset At(string day) => Shanghai.StartOf(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));
}
