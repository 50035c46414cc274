using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Account;
using Xinzhou.Dashboard.Browser.Tests.Administration;
using Xinzhou.Dashboard.Browser.Tests.Reviews;
using Xinzhou.Dashboard.Browser.Tests.Shell;
using Xinzhou.Dashboard.Browser.Tests.Supervision;
using Xinzhou.Dashboard.Data.Plans;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Browser.Tests.Leadership;

/// <summary>
/// The whole play, as seven people in a browser each: a unit, another unit, the inspection office, the leader who decides, the one who signs,
/// somebody who only reads, and the auditor.
/// </summary>
[Collection(nameof(LeadershipTests))]
[Trait("Category", "Security")]
public sealed class WholePlayTests(Chromium chromium) : IAsyncLifetime
{
    private const string Signer = "孙测试";

    /// <summary>Counts what a person presses, not what scripts do.</summary>
    private const string CountPresses = "() => { window.presses = 0; addEventListener('click', e => { if (e.isTrusted) window.presses++; }, true); }";

    private readonly DashboardApp _app = new();
    private readonly Quarter _quarter = CheckInDuties.LastEnded(Shanghai.DayOf(TimeProvider.System.GetUtcNow()));

    private SnapshotStore Store => _app.Services.GetRequiredService<SnapshotStore>();

    private WorkingDays Days => _app.Services.GetRequiredService<WorkingDays>();

    private static AsOf Now => new(TimeProvider.System.GetUtcNow());

    private PlanReview Review => Store.Current.Reviews.Of(ReviewSubject.Milestone(2025)).Single();

    public async Task InitializeAsync()
    {
        await _app.InitializeAsync();
        var setup = new ReturnSetup(_app.Database.Owner, _app.Database.App);
        await setup.DepartmentAsync("gxj", "测试工信局");
        await setup.DepartmentAsync("fgw", "测试发改委");
        await setup.UserAsync("wang", Role.Reporter, "gxj", "王测试");
        await setup.UserAsync("zhao", Role.Reporter, "fgw", "赵测试");
        // Begun with the quarter and due four months after it: who has done a twentieth by its end is far behind, whatever day it is.
        var (start, due) = (_quarter.Previous.LastDay.AddDays(1), _quarter.LastDay.AddDays(120));
        var report = await _app.Services.GetRequiredService<PlanImporter>().ImportAsync(
            PlanDocument.ReadCsv(Encoding.UTF8.GetBytes(
                $"task,item,text,lead,person,start,due,source,published\n5,1,建成测试项目,测试工信局,张测试,{Written(start)},{Written(due)},测试分解表,2020-01-05\n")),
            new() { File = "plan.csv", Actor = "command" });
        Assert.True(report.Accepted, string.Join('\n', report.Faults));
        await Wait.UntilAsync(() => Store.Current.PlanBook.HasItem(5, 1) && Store.Current.Plan.Departments.Count == 2);
    }

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task From_a_light_that_turns_red_to_the_closed_notice_and_from_the_frozen_pack_to_a_file_that_shows_one_changed_byte()
    {
        await using var leader = await WorkPages.SignInAsync(chromium, _app.Address, "/desk", "市领导");
        await using var unit = await WorkPages.SignInByNameAsync(chromium, _app.Address, "/plan/check-ins", "wang");
        await using var office = await WorkPages.SignInAsync(chromium, _app.Address, "/plan/check-ins", "督查室");
        await using var other = await WorkPages.SignInByNameAsync(chromium, _app.Address, "/supervision", "zhao");
        await using var signer = await Signatory.SignInAsync(chromium, _app.NamedAddress, await Signatory.EnterAsync(_app, Signer, Role.Leader), Signer);
        await using var reader = await ShellPage.OpenAsync(chromium, $"{_app.Address}/milestones");
        await using var auditor = await ShellPage.OpenAsync(chromium, $"{_app.Address}/account/sign-in?returnUrl=%2Faudit");

        await TurnRedAsync(unit.Page, office.Page, leader.Page);
        var notice = await DecideAsync(leader.Page);
        await SettleAsync(notice, unit, office, leader, other.Page);
        await CallToAccountAsync(office.Page, signer, other.Page);
        await VerifyAsync(reader.Page);
        await AuditAsync(auditor.Page);

        WorkPages.Quiet(leader, unit, office, other, signer, reader, auditor);
    }

    /// <summary>The unit says how little it has done and why, the office acknowledges it, and on the leader's open desk the light turns.</summary>
    private static async Task TurnRedAsync(IPage unit, IPage office, IPage leader)
    {
        await Assertions.Expect(leader.Locator("#row-tasks-5.row-red")).ToHaveCountAsync(0);
        await WorkPages.UntilAliveAsync(unit);
        await unit.Locator("#open-5-1").ClickAsync();
        await unit.Locator("#percent-5-1").FillAsync("5");
        await unit.Locator("#done-5-1").FillAsync("完成选址");
        await unit.Locator("#obstacles-5-1").FillAsync("征地没有完成");
        await unit.Locator("#send-5-1").ClickAsync();
        await Assertions.Expect(unit.Locator("#duty-5-1 .state")).ToHaveTextAsync("待确认");
        await office.Locator("#acknowledge-5-1").ClickAsync();

        var row = leader.Locator("#row-tasks-5.row-red");
        await Assertions.Expect(row).ToContainTextAsync("征地没有完成");
        await Assertions.Expect(row).ToContainTextAsync("进度5%");
        await Assertions.Expect(row).ToContainTextAsync("测试工信局");
    }

    /// <summary>Two presses and a sentence; gives the path of the notice.</summary>
    private async Task<string> DecideAsync(IPage leader)
    {
        var row = leader.Locator("#row-tasks-5");
        await leader.EvaluateAsync(CountPresses);
        await row.GetByRole(AriaRole.Button, new() { NameRegex = new("^督办：") }).ClickAsync();
        await leader.Locator("#decide-sentence").FillAsync("请在本月内完成征地。");
        await leader.Locator("#decide-do").ClickAsync();
        await Assertions.Expect(row.Locator("a.open")).ToContainTextAsync("待签收");
        Assert.InRange(await leader.EvaluateAsync<int>("() => window.presses"), 1, 2);

        await Wait.UntilAsync(() => Store.Current.Notices.At(Now, Days).Count > 0);
        var notice = Assert.Single(Store.Current.Notices.At(Now, Days));
        Assert.Equal((NoticeOrigin.Light, "items/5/1", "gxj"), (notice.Assignment.Origin, notice.Assignment.Reference, notice.Assignment.Lead));
        return $"/supervision/{notice.Assignment.Number}";
    }

    /// <summary>Signed in time, extended, reported, claimed; the first claim is refused, the second verified and closed. Another unit sees nothing of it.</summary>
    private async Task SettleAsync(string path, ShellPage unit, ShellPage office, ShellPage leader, IPage other)
    {
        ShellPage[] open = [unit, office, leader];
        foreach (var one in open)
        {
            await one.Page.GotoAsync(_app.Address + path);
            await WorkPages.UntilAliveAsync(one.Page);
        }

        Assert.Equal(404, (await other.APIRequest.GetAsync(_app.Address + path)).Status);
        await NoticeSheet.DoAsync(unit.Page, NoticeAct.Sign);
        await NoticeSheet.StageAsync("已签收", open);

        var later = Days.OnOrAfter(Held(path).Clock.Settle.AddDays(10));
        await unit.Page.Locator("#act-AskExtension").ClickAsync();
        await unit.Page.Locator("#act-until").FillAsync(Written(later));
        await unit.Page.Locator("#act-text").FillAsync("等待征地批复，批复后十日内完成");
        await unit.Page.Locator("#act-do").ClickAsync();
        await Assertions.Expect(unit.Page.Locator("#act-form")).ToHaveCountAsync(0);
        await Assertions.Expect(office.Page.Locator("#history")).ToContainTextAsync("等待征地批复");
        await NoticeSheet.DoAsync(office.Page, NoticeAct.Extend, "同意，批复后十日内完成");
        await Assertions.Expect(unit.Page.Locator("#clock")).ToContainTextAsync(Written(later));

        await unit.Page.Locator("#act-Feedback").ClickAsync();
        await unit.Page.Locator("#act-percent").FillAsync("60");
        await NoticeSheet.AttachAsync(unit.Page, "征地批复.pdf");
        await unit.Page.Locator("#act-text").FillAsync("批复已下达");
        await unit.Page.Locator("#act-do").ClickAsync();
        await NoticeSheet.StageAsync("办理中", open);

        await NoticeSheet.ClaimAsync(unit.Page, "征地已完成", "现场照片");
        await NoticeSheet.StageAsync("待核实", open);
        await NoticeSheet.DoAsync(office.Page, NoticeAct.Refuse, "请补验收报告");
        await NoticeSheet.StageAsync("办理中", open);
        await NoticeSheet.ClaimAsync(unit.Page, "征地已完成并验收", "验收报告");
        await NoticeSheet.StageAsync("待核实", open);
        await NoticeSheet.DoAsync(office.Page, NoticeAct.Verify, "已到现场，征地全部完成");
        await NoticeSheet.StageAsync("待销号", open);
        await NoticeSheet.DoAsync(office.Page, NoticeAct.Close);
        await NoticeSheet.StageAsync("已销号", open);

        var closed = Held(path);
        Assert.Equal((true, false, later), (closed.IsClosed, closed.IsLate, closed.Clock.Settle));
        // The leader finds what became of it among the changes, and why the light had turned.
        await leader.Page.GotoAsync($"{_app.Address}/changes");
        await Assertions.Expect(leader.Page.Locator("#notice")).ToContainTextAsync("销号");
        await Assertions.Expect(leader.Page.Locator("#light")).ToContainTextAsync("形象进度5%");
    }

    /// <summary>The office freezes the pack of 2025, a leader signs seven dimensions with a passkey; what is to be redone is a notice of the other unit.</summary>
    private async Task CallToAccountAsync(IPage office, ShellPage leader, IPage other)
    {
        var path = await ReviewSheet.FreezeAsync(office, _app.Address, "2025");
        var device = await VirtualDevice.EnterAsync(leader, _app.NamedAddress);
        var signer = leader.Page;
        await signer.GotoAsync(_app.NamedAddress + path);
        await ReviewSheet.ChooseAsync(signer, Store.Current.Plan.Dimensions, "reform");
        var reform = signer.Locator("#d-reform");
        await reform.Locator("textarea").FillAsync("没有数据和佐证，限期补办");
        await reform.Locator("details summary").First.ClickAsync();
        await reform.Locator("select").First.SelectOptionAsync(new SelectOptionValue { Label = "测试发改委" });
        await signer.Locator("#say-form button[type=submit]").ClickAsync();
        await Assertions.Expect(signer.Locator("#sign")).ToContainTextAsync("由测试发改委牵头");

        // Somebody else who has his device in hand signs nothing.
        await device.VerifyAsync(isOwner: false);
        await signer.Locator("#sign form[data-passkey] button").ClickAsync();
        await Assertions.Expect(signer.Locator("[data-passkey-note]")).ToBeVisibleAsync();
        Assert.Empty(Review.Seals);
        await device.VerifyAsync(isOwner: true);
        await signer.Locator("#sign form[data-passkey] button").ClickAsync();
        await Assertions.Expect(signer.Locator("#account")).ToContainTextAsync("通行密钥");
        await Assertions.Expect(signer.Locator("#sign")).ToHaveCountAsync(0);
        await Wait.UntilAsync(() => Review.Seals.Count > 0);
        Assert.Equal((7, Signer), (Review.Verdicts.Count(), Assert.Single(Review.Seals).By.Name));

        var redo = Assert.Single(Review.Verdicts.Select(v => v.Verdict.Notice).OfType<string>());
        await other.GotoAsync($"{_app.Address}/supervision/{redo}");
        await Assertions.Expect(other.Locator("h1")).ToContainTextAsync("2025年里程碑交账再办");
        await Assertions.Expect(other.Locator("main")).ToContainTextAsync("没有数据和佐证，限期补办");
        await Assertions.Expect(other.Locator("#act-Sign")).ToBeVisibleAsync();
    }

    /// <summary>Who only reads takes the file and verifies it; with one bit of it changed it is refused, wherever that bit is.</summary>
    private async Task VerifyAsync(IPage reader)
    {
        await Assertions.Expect(reader.Locator("#matrix")).ToContainTextAsync("未达成 · 再办");
        await reader.GotoAsync($"{_app.Address}/account/sign-in?returnUrl={Uri.EscapeDataString($"/reviews/{Review.Id}")}");
        await reader.GetByRole(AriaRole.Button, new() { Name = "工作人员", Exact = true }).ClickAsync();
        var download = await reader.RunAndWaitForDownloadAsync(() => reader.Locator("#pack a[download]").ClickAsync());
        var folder = Directory.CreateTempSubdirectory("xzd-pack-");
        try
        {
            var file = Path.Combine(folder.FullName, download.SuggestedFilename);
            await download.SaveAsAsync(file);
            Assert.Equal($"{Review.PackName}.json", download.SuggestedFilename);
            var (code, output) = await DashboardProcess.RunAloneAsync("review", "verify", file);
            Assert.True(code == 0, output);
            Assert.Contains($"{Review.PackName} intact, 2025", output, StringComparison.Ordinal);
            Assert.Contains("verdicts 7", output, StringComparison.Ordinal);

            var content = await File.ReadAllBytesAsync(file);
            content[content.Length / 2] ^= 1;
            await File.WriteAllBytesAsync(file, content);
            (code, output) = await DashboardProcess.RunAloneAsync("review", "verify", file);
            Assert.True(code == 1 && output.Contains("changed: ", StringComparison.Ordinal), output);
            Assert.All(
                Enumerable.Range(0, 16).Select(i => (int)((long)(content.Length - 1) * i / 15)),
                at => Assert.NotNull(PackCheck.Of(Flipped(content, at, content.Length / 2)).Fault));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>All of it stands in the log, which holds together.</summary>
    private async Task AuditAsync(IPage auditor)
    {
        await auditor.GetByRole(AriaRole.Button, new() { Name = "审计员", Exact = true }).ClickAsync();
        await auditor.UntilAtAsync($"{_app.Address}/audit");
        foreach (var action in new[] { "check_in.acknowledge", "notice.issue", "notice.refuse", "notice.close", "review.freeze", "review.sign" })
        {
            await auditor.GotoAsync($"{_app.Address}/audit?action={action}");
            await Assertions.Expect(auditor.Locator("main tbody tr").First).ToContainTextAsync(action);
        }

        await auditor.GotoAsync($"{_app.Address}/audit");
        await auditor.Locator("form:has([value=verify]) button").First.ClickAsync();
        await Assertions.Expect(auditor.Locator("main")).ToContainTextAsync("核验通过");
    }

    /// <summary>The file as it was, with another bit changed.</summary>
    private static byte[] Flipped(byte[] changed, int at, int changedAt)
    {
        var file = (byte[])changed.Clone();
        file[changedAt] ^= 1;
        file[at] ^= 1;
        return file;
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Notice Held(string path) => Store.Current.Notices.Find(NoticeNumber.Parse(path.Split('/')[^1])!.Value, Now, Days)!;
}
