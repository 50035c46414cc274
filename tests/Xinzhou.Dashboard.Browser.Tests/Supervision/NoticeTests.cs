using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Administration;
using Xinzhou.Dashboard.Data.Plans;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Data.Supervision;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Browser.Tests.Supervision;

/// <summary>督办 from 交办 to 销号, as the people who do it see it.</summary>
[Collection(nameof(LeadershipTests))]
public sealed class NoticeTests(Chromium chromium) : IAsyncLifetime
{
    private const string Reporter = "填报人员";
    private const string Supervisor = "督查室";
    private const string Leader = "市领导";

    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7 " + new string('x', 40_000));

    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[40_000]];

    private readonly DashboardApp _app = new();

    private SnapshotStore Store => _app.Services.GetRequiredService<SnapshotStore>();

    private WorkingDays Days => _app.Services.GetRequiredService<WorkingDays>();

    public async Task InitializeAsync()
    {
        await _app.InitializeAsync();
        var report = await _app.Services.GetRequiredService<PlanImporter>().ImportAsync(
            PlanDocument.ReadCsv(Encoding.UTF8.GetBytes("name\n测试工信局\n测试发改委\n")), new() { File = "plan.csv", Actor = "command" });
        Assert.True(report.Accepted);
        await Wait.UntilAsync(() => Store.Current.Plan.Departments.Count == 2);
    }

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_leader_issues_the_unit_signs_asks_for_time_and_claims_the_office_refuses_then_verifies_and_closes()
    {
        var faults = new List<string>();
        await using var leader = await WorkPages.SignInAsync(chromium, _app.Address, "/supervision/new", Leader);
        var page = leader.Page;
        await page.Locator("#issue-do").ClickAsync();
        await Assertions.Expect(page.Locator("#issue-form")).ToContainTextAsync("请写明事项");
        await Assertions.Expect(page.Locator("#issue-form")).ToContainTextAsync("请选定牵头单位");
        await page.Locator("#issue-subject").FillAsync("推进测试项目开工");
        await page.Locator("#issue-leads label").Filter(new() { HasText = "测试工信局" }).ClickAsync();
        faults.AddRange(await LookAsync(page, "notice-issue"));
        await page.Locator("#issue-do").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("推进测试项目开工");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("待签收");
        var path = new Uri(page.Url).AbsolutePath;
        var notice = Held(path);

        await using var unit = await WorkPages.SignInAsync(chromium, _app.Address, path, Reporter);
        await using var office = await WorkPages.SignInAsync(chromium, _app.Address, path, Supervisor);
        await NoticeSheet.DoAsync(unit.Page, NoticeAct.Sign);
        await NoticeSheet.StageAsync("已签收", unit, office, leader);

        // Another day, which is worked; what is granted is what was asked for.
        var off = Enumerable.Range(1, 30).Select(notice.Clock.Settle.AddDays).First(d => !Days.IsWorking(d));
        var asked = Days.OnOrAfter(off);
        await unit.Page.Locator("#act-AskExtension").ClickAsync();
        await unit.Page.Locator("#act-until").FillAsync(Written(off));
        await unit.Page.Locator("#act-text").FillAsync("等待设备到货，计划分两批安装");
        await unit.Page.Locator("#act-do").ClickAsync();
        await Assertions.Expect(unit.Page.Locator("#act-form")).ToContainTextAsync($"休息日，下一个工作日是{Written(asked)}");
        await unit.Page.Locator("#act-until").FillAsync(Written(asked));
        // Once the field is left the error goes, and the button moves up from under the pointer: the press counts all the same.
        await unit.Page.Locator("#act-do").HoverAsync();
        await unit.Page.Mouse.DownAsync();
        await Assertions.Expect(unit.Page.Locator("#act-form")).Not.ToContainTextAsync("休息日");
        await unit.Page.Mouse.UpAsync();
        await Assertions.Expect(unit.Page.Locator("#act-form")).ToHaveCountAsync(0);
        await office.Page.Locator("#act-Extend").ClickAsync();
        await Assertions.Expect(office.Page.Locator("#act-until")).ToHaveValueAsync(Written(asked));
        await office.Page.Locator("#act-text").FillAsync("同意，按两批安排");
        await office.Page.Locator("#act-do").ClickAsync();
        await Assertions.Expect(unit.Page.Locator("#clock")).ToContainTextAsync(Written(asked));

        await unit.Page.Locator("#act-Feedback").ClickAsync();
        await unit.Page.Locator("#act-percent").FillAsync("６０％");
        await unit.Page.Locator("#act-text").FillAsync("第一批已安装");
        await unit.Page.Locator("#act-do").ClickAsync();
        await NoticeSheet.StageAsync("办理中", unit, office, leader);
        await Assertions.Expect(unit.Page.Locator("#act-form")).ToHaveCountAsync(0);

        // Nothing is claimed without evidence.
        await unit.Page.Locator("#act-Claim").ClickAsync();
        await unit.Page.Locator("#act-text").FillAsync("已全部安装");
        await unit.Page.Locator("#act-do").ClickAsync();
        await Assertions.Expect(unit.Page.Locator("#act-form")).ToContainTextAsync("没有佐证不能申请办结");
        faults.AddRange(await LookAsync(unit.Page, "notice-claim"));
        await UploadAsync(unit.Page, "安装记录.png", Pdf);
        await Assertions.Expect(unit.Page.Locator("#act-file-error")).ToContainTextAsync("与内容不符");
        await UploadAsync(unit.Page, "安装记录.pdf", Pdf);
        await Assertions.Expect(unit.Page.Locator("#act-form .files")).ToContainTextAsync("安装记录.pdf");
        await unit.Page.Locator("#act-do").ClickAsync();
        await NoticeSheet.StageAsync("待核实", unit, office, leader);
        var taken = await office.Page.RunAndWaitForDownloadAsync(() => office.Page.Locator("#evidence").GetByText("安装记录.pdf").ClickAsync());
        Assert.Equal("安装记录.pdf", taken.SuggestedFilename);
        Assert.Equal(Pdf, await File.ReadAllBytesAsync(await taken.PathAsync()));
        await NoticeSheet.DoAsync(office.Page, NoticeAct.Refuse, "请补验收报告");
        await NoticeSheet.StageAsync("办理中", unit, office, leader);
        await Assertions.Expect(unit.Page.Locator("#history")).ToContainTextAsync("请补验收报告");
        await NoticeSheet.ClaimAsync(unit.Page, "已全部安装并验收", "验收报告");
        await NoticeSheet.StageAsync("待核实", unit, office, leader);
        // What is seen on site is shown by pictures.
        await office.Page.Locator("#act-Verify").ClickAsync();
        await office.Page.Locator("#act-text").FillAsync("已到现场，设备全部运行");
        await UploadAsync(office.Page, "现场.pdf", Pdf);
        await Assertions.Expect(office.Page.Locator("#act-file-error")).ToContainTextAsync("只收照片");
        await UploadAsync(office.Page, "现场.png", Png);
        await Assertions.Expect(office.Page.Locator("#act-form .files")).ToContainTextAsync("现场.png");
        faults.AddRange(await LookAsync(office.Page, "notice-verify"));
        await office.Page.Locator("#act-do").ClickAsync();
        await NoticeSheet.StageAsync("待销号", unit, office, leader);
        await Assertions.Expect(unit.Page.Locator("#evidence")).ToContainTextAsync("现场.png");
        await NoticeSheet.DoAsync(office.Page, NoticeAct.Close);
        await NoticeSheet.StageAsync("已销号", unit, office, leader);
        // The unit has nothing left to do, and the ledger says so to everybody.
        await Assertions.Expect(unit.Page.Locator("#acts")).ToHaveCountAsync(0);
        Assert.True(Held(path).IsClosed);
        Assert.Equal(asked, Held(path).Clock.Settle);
        faults.AddRange(await LookAsync(office.Page, "notice-closed"));
        await office.Page.GotoAsync($"{_app.Address}/supervision/sheet?unit={Uri.EscapeDataString("测试工信局")}");
        await Assertions.Expect(office.Page.Locator("#sheet")).ToContainTextAsync("推进测试项目开工");
        faults.AddRange(await LookAsync(office.Page, "notice-sheet"));
        await office.Page.GotoAsync($"{_app.Address}/supervision/circular");
        await office.Page.Locator("#by-department tbody tr").Filter(new() { HasText = "测试工信局" }).Locator("a").First.ClickAsync();
        await Assertions.Expect(office.Page.Locator("#list")).ToContainTextAsync("推进测试项目开工");
        faults.AddRange(await LookAsync(office.Page, "notice-circular"));
        faults.AddRange([.. leader.Complaints, .. unit.Complaints, .. office.Complaints]);
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task Who_comes_second_sees_what_was_done_keeps_his_words_and_goes_on_with_what_is_left()
    {
        var issued = await _app.Services.GetRequiredService<NoticeSteps>().IssueAsync(
            new() { Subject = "推进测试项目开工", Grade = MatterGrade.Ordinary, Origin = NoticeOrigin.Free, Leads = [Store.Current.Plan.Departments[0].Code] }, await SupervisorAsync());
        await Wait.UntilAsync(() => Store.Current.Notices.Has(issued.Numbers[0]));
        var path = $"/supervision/{issued.Numbers[0]}";
        await using var unit = await WorkPages.SignInAsync(chromium, _app.Address, path, Reporter);
        await using var office = await WorkPages.SignInAsync(chromium, _app.Address, path, Supervisor);
        await using var other = await WorkPages.SignInAsync(chromium, _app.Address, path, Supervisor);
        await NoticeSheet.DoAsync(unit.Page, NoticeAct.Sign);

        // An extension that one refuses and the other grants.
        await unit.Page.Locator("#act-AskExtension").ClickAsync();
        await unit.Page.Locator("#act-until").FillAsync(Written(Days.OnOrAfter(Held(path).Clock.Settle.AddDays(10))));
        await unit.Page.Locator("#act-text").FillAsync("等待设备到货");
        await unit.Page.Locator("#act-do").ClickAsync();
        await other.Page.Locator("#act-RefuseExtension").ClickAsync();
        await other.Page.Locator("#act-text").FillAsync("理由不充分");
        await office.Page.Locator("#act-Extend").ClickAsync();
        await office.Page.Locator("#act-text").FillAsync("同意，按两批安排");
        await office.Page.Locator("#act-do").ClickAsync();
        await Assertions.Expect(other.Page.Locator("#act-meanwhile")).ToContainTextAsync("同意，按两批安排");
        await Assertions.Expect(other.Page.Locator("#act-form")).ToContainTextAsync("现在已不能办理“不同意延期”");
        await Assertions.Expect(other.Page.Locator("#act-do")).ToHaveCountAsync(0);
        // The words go along to what can be done.
        await other.Page.Locator("#act-Pause").ClickAsync();
        await Assertions.Expect(other.Page.Locator("#act-text")).ToHaveValueAsync("理由不充分");
        await other.Page.Locator("#act-form").GetByRole(AriaRole.Button, new() { Name = "取消", Exact = true }).ClickAsync();

        // A claim that both verify; the other has only the close left.
        await NoticeSheet.ClaimAsync(unit.Page, "已全部安装", "验收报告");
        await other.Page.Locator("#act-Verify").ClickAsync();
        await other.Page.Locator("#act-text").FillAsync("我也去看过了");
        await NoticeSheet.DoAsync(office.Page, NoticeAct.Verify, "已到现场，设备运行");
        await Assertions.Expect(other.Page.Locator("#act-meanwhile")).ToContainTextAsync("已到现场，设备运行");
        await Assertions.Expect(other.Page.Locator("#act-text")).ToHaveValueAsync("我也去看过了");
        Assert.Empty(await LookAsync(other.Page, "notice-meanwhile"));
        // What was written is there also after the page was loaded again.
        await other.Page.ReloadAsync();
        await WorkPages.UntilAliveAsync(other.Page);
        await Assertions.Expect(other.Page.Locator("#act-text")).ToHaveValueAsync("我也去看过了");
        await Assertions.Expect(other.Page.Locator("#act-do")).ToHaveCountAsync(0);
        await NoticeSheet.DoAsync(other.Page, NoticeAct.Close);
        await NoticeSheet.StageAsync("已销号", unit, office, other);

        Assert.Empty(unit.Complaints.Concat(office.Complaints).Concat(other.Complaints));
    }

    private async Task<Actor> SupervisorAsync()
    {
        await using var command = _app.Database.Owner.CreateCommand("SELECT id, user_name, display_name FROM users WHERE role = 'supervisor' LIMIT 1");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return new(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), Role.Supervisor, null);
    }

    private static Task UploadAsync(IPage page, string name, byte[] content) =>
        page.Locator("#act-file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<IEnumerable<string>> LookAsync(IPage page, string name)
    {
        var faults = new List<string>();
        foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(page, name, width, height));
        await page.SetViewportSizeAsync(1366, 768);
        return faults;
    }

    private Notice Held(string path) =>
        Store.Current.Notices.Find(NoticeNumber.Parse(path.Split('/')[^1])!.Value, new AsOf(TimeProvider.System.GetUtcNow()), Days)!;
}
