using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Account;
using Xinzhou.Dashboard.Browser.Tests.Administration;
using Xinzhou.Dashboard.Browser.Tests.Paper;
using Xinzhou.Dashboard.Data.Plans;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Browser.Tests.Reviews;

/// <summary>The review of 2025: the office calls it and freezes the pack, a leader signs seven dimensions, anyone verifies the file.</summary>
[Collection(nameof(LeadershipTests))]
[Trait("Category", "Security")]
public sealed class MilestoneReviewTests(Chromium chromium) : IAsyncLifetime
{
    private const string Name = "周测试";

    private readonly DashboardApp _app = new();

    private SnapshotStore Store => _app.Services.GetRequiredService<SnapshotStore>();

    private PlanReview Review => Store.Current.Reviews.Of(ReviewSubject.Milestone(2025)).Single();

    public async Task InitializeAsync()
    {
        await _app.InitializeAsync();
        foreach (var sheet in new[]
        {
            "name\n测试工信局\n测试发改委\n",
            "task,item,text,lead,start,due,source,published\n1,1,建设产业园,测试工信局,2024-01-01,2026-12-31,分解表,2024-01-05\n",
            "year,dimension,text,owner,achieved,evidence,source,published\n2025,产业,首个百亿园区,测试工信局,2025-11-01,验收意见,验收,2025-12-01\n",
        })
        {
            var report = await _app.Services.GetRequiredService<PlanImporter>().ImportAsync(
                PlanDocument.ReadCsv(Encoding.UTF8.GetBytes(sheet)), new() { File = "plan.csv", Actor = "command" });
            Assert.True(report.Accepted, string.Join('\n', report.Faults));
        }

        await Wait.UntilAsync(() => Store.Current.PlanAt(new(DateTimeOffset.UtcNow)).Outcomes.Count > 0 && Store.Current.Plan.Departments.Count == 2);
    }

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task From_the_frozen_pack_to_seven_signed_verdicts_and_a_file_that_anyone_verifies()
    {
        var faults = new List<string>();
        await using var office = await WorkPages.SignInAsync(chromium, _app.Address, "/supervision", "督查室");
        var page = office.Page;
        await page.GotoAsync($"{_app.Address}/reviews");
        faults.AddRange(await LookAsync(page, "reviews-none"));
        var path = await ReviewSheet.FreezeAsync(page, _app.Address, "2025");
        await Assertions.Expect(page.Locator("#pack code").First).ToHaveTextAsync(Review.PackName!);
        faults.AddRange(await LookAsync(page, "review-frozen"));

        await using var leader = await Signatory.SignInAsync(chromium, _app.Address, await Signatory.EnterAsync(_app, Name, Role.Leader), Name);
        var secret = await Signatory.EnableAsync(leader, _app.Address);
        var sheet = leader.Page;
        await sheet.GotoAsync($"{_app.Address}{path}");
        faults.AddRange(await LookAsync(sheet, "review-fields"));
        await ReviewSheet.ChooseAsync(sheet, Store.Current.Plan.Dimensions, "reform");
        await sheet.Locator("#say-form button[type=submit]").ClickAsync();
        await Assertions.Expect(sheet.Locator(".refusal")).ToContainTextAsync("请写明理由");
        var reform = sheet.Locator("#d-reform");
        await reform.Locator("textarea").FillAsync("改革任务没有数据和佐证，限期补办");
        await reform.Locator("select").First.SelectOptionAsync(new SelectOptionValue { Label = "测试发改委" });
        await sheet.Locator("#say-form button[type=submit]").ClickAsync();
        await Assertions.Expect(sheet.Locator("#sign")).ToContainTextAsync("由测试发改委牵头");
        faults.AddRange(await LookAsync(sheet, "review-sign"));
        await sheet.FillAsync("#code", Totp.At(secret, DateTimeOffset.UtcNow));
        await sheet.Locator("#sign button[type=submit]").First.ClickAsync();
        await Assertions.Expect(sheet.Locator("#account")).ToContainTextAsync("督办单");
        await Assertions.Expect(sheet.Locator("#sign")).ToHaveCountAsync(0);
        faults.AddRange(await LookAsync(sheet, "review-signed"));

        // What is decided stands in the minutes, on paper.
        await page.GotoAsync($"{_app.Address}{path}");
        await page.Locator("#matters summary").ClickAsync();
        await page.Locator("#matter-text").FillAsync("改革能级补充佐证后重新交账");
        await page.Locator("#matter-owner").SelectOptionAsync(new SelectOptionValue { Label = "测试发改委" });
        await page.Locator("#matter-due").FillAsync(DateTime.UtcNow.AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await page.Locator("#matters button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("#matters")).ToContainTextAsync("改革能级补充佐证后重新交账");
        await page.GotoAsync($"{_app.Address}{path}/minutes");
        faults.AddRange(await LookAsync(page, "review-minutes"));
        var printed = await PrintedPage.OfAsync(page);
        Assert.All(
            ["2025年里程碑交账会议纪要", "未达成", "再办", "改革能级补充佐证后重新交账", Name, Review.PackName!],
            w => Assert.Contains(PrintedPage.Together(w), printed.Text, StringComparison.Ordinal));
        faults.AddRange(await PrintedPage.CutOffAsync(page));
        await page.GotoAsync($"{_app.Address}/milestones");
        await Assertions.Expect(page.Locator("#matrix")).ToContainTextAsync("未达成 · 再办");
        faults.AddRange(await LookAsync(page, "milestones-signed"));

        // The file, and the same with one word changed.
        using var http = new HttpClient();
        var file = await http.GetByteArrayAsync($"{_app.Address}/api/v1/packs/{Review.PackName}");
        var check = PackCheck.Of(file, Review.PackName);
        Assert.Null(check.Fault);
        Assert.Equal(7, check.Verdicts.Count);
        var changed = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(file).Replace("未达成", "达成", StringComparison.Ordinal));
        Assert.NotNull(PackCheck.Of(changed).Fault);
        Assert.Null(PackCheck.Of(await http.GetByteArrayAsync($"{_app.Address}/api/v1/packs/{Review.PackName}")).Fault);

        faults.AddRange(office.Complaints.Concat(leader.Complaints));
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    private static async Task<IEnumerable<string>> LookAsync(IPage page, string name)
    {
        var faults = new List<string>();
        foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(page, name, width, height));
        await page.SetViewportSizeAsync(1366, 768);
        return faults;
    }
}
