using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Account;
using Xinzhou.Dashboard.Browser.Tests.Administration;
using Xinzhou.Dashboard.Browser.Tests.Paper;
using Xinzhou.Dashboard.Data.Pledges;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Browser.Tests.Plan;

/// <summary>A leader says who owes a target and proposes a change, another approves it, who is named signs, and the sheet is printed.</summary>
[Collection(nameof(LeadershipTests))]
[Trait("Category", "Security")]
public sealed class PledgeTests(Chromium chromium, PledgeTests.App app) : IClassFixture<PledgeTests.App>
{
    private const string Signatory = "王测试";
    private const string PasskeySignatory = "孙测试";

    [Fact]
    public async Task From_the_first_commitment_to_the_printed_pledge()
    {
        var faults = new List<string>();
        var key = app.Target.Key;
        var path = $"/plan/targets/{key}";
        await using var leader = await WorkPages.SignInAsync(chromium, app.Address, path, "市领导");
        var page = leader.Page;

        // Without an owner it is refused at its field.
        await page.Locator("#reason").FillAsync("测试责任书");
        await page.Locator("#person").FillAsync(Signatory);
        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page.Locator("#lead-error")).ToContainTextAsync("牵头单位");
        await ChooseAsync(page, "#lead", "测试发改委");
        await page.Locator("#path").FillAsync("2030:2500, 2031:2400");
        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page.Locator("#path-error")).ToContainTextAsync("倒退");
        faults.AddRange(await LookAsync(page, "target-refused"));
        await page.Locator("#path").FillAsync("2030:2500");
        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page.Locator("#commitment")).ToContainTextAsync("已确定");
        await Assertions.Expect(page.Locator("#in-force")).ToContainTextAsync("测试发改委");

        // What holds is changed by a proposal, which its author does not approve.
        await page.Locator("#path").FillAsync("2030:2500, 2031:2700");
        await page.Locator("#reason").FillAsync("分年度落实");
        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page.Locator("#proposal")).ToContainTextAsync("2031:2700");
        await Assertions.Expect(page.Locator("#proposal")).ToContainTextAsync("须由另一位有权限的领导决定");
        await Assertions.Expect(page.Locator("#approve")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#in-force")).Not.ToContainTextAsync("2031");
        faults.AddRange(await LookAsync(page, "target-pending"));

        // Another leader approves it, and the open page shows it.
        await using var second = await WorkPages.SignInByNameAsync(chromium, app.Address, path, App.Second);
        await WorkPages.UntilAliveAsync(second.Page);
        await second.Page.Locator("#approve").ClickAsync();
        await Assertions.Expect(second.Page.Locator("#proposal")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#in-force")).ToContainTextAsync("2031年");
        // Who had it open is told who decided what, and is offered nothing of it any more.
        await Assertions.Expect(page.Locator("#proposal")).ToContainTextAsync("已作决定：已批准");
        await Assertions.Expect(page.Locator("#proposal").GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#decided")).ToContainTextAsync("已批准");
        faults.AddRange(await LookAsync(page, "target-approved"));
        await page.GotoAsync($"{app.Address}/plan/targets");
        await WorkPages.UntilAliveAsync(page);
        faults.AddRange(await LookAsync(page, "targets"));

        // Who is named is led to a second factor, sets one up, and signs.
        await using var person = await Account.Signatory.SignInAsync(chromium, app.Address, await app.EnterAsync(Signatory), Signatory);
        await person.Page.GotoAsync($"{app.Address}{path}/pledge");
        await Assertions.Expect(person.Page.Locator("#sign")).ToContainTextAsync("您还没有设置");
        var secret = await Account.Signatory.EnableAsync(person, app.Address);
        await person.Page.GotoAsync($"{app.Address}{path}/pledge");
        faults.AddRange(await LookAsync(person.Page, "pledge-unsigned"));
        await person.Page.FillAsync("#code", Totp.At(secret, DateTimeOffset.UtcNow));
        await person.Page.Locator("#sign button[type=submit]").First.ClickAsync();
        await Assertions.Expect(person.Page.Locator("#signature")).ToContainTextAsync("动态验证码");
        await Assertions.Expect(person.Page.Locator("#sign")).ToHaveCountAsync(0);
        faults.AddRange(await LookAsync(person.Page, "pledge-signed"));
        await Assertions.Expect(page.Locator("#list")).ToContainTextAsync("已签订");

        var printed = await PrintedPage.OfAsync(person.Page);
        Assert.Equal(1, printed.Pages);
        Assert.All(
            ["目标责任书（军令状）", "3000亿元", "测试发改委", Signatory, "2031年 2700亿元", "签订时间", await person.Page.Locator(".digest code").InnerTextAsync()],
            w => Assert.Contains(PrintedPage.Together(w), printed.Text, StringComparison.Ordinal));
        faults.AddRange(await PrintedPage.CutOffAsync(person.Page));
        faults.AddRange(leader.Complaints.Concat(second.Complaints).Concat(person.Complaints));
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task Who_is_named_signs_with_a_passkey_and_a_wrong_device_signs_nothing()
    {
        var faults = new List<string>();
        var target = app.TargetOf(2033);
        await app.CommitAsync(target, PasskeySignatory);
        await using var person = await Account.Signatory.SignInAsync(chromium, app.NamedAddress, await app.EnterAsync(PasskeySignatory), PasskeySignatory);
        var page = person.Page;
        var device = await VirtualDevice.EnterAsync(person, app.NamedAddress);

        // A device that has no passkey of his proves nothing.
        await page.GotoAsync($"{app.NamedAddress}/plan/targets/{target.Key}/pledge");
        faults.AddRange(await LookAsync(page, "pledge-passkey"));
        await device.VerifyAsync(isOwner: false);
        await page.Locator("#sign form[data-passkey] button").ClickAsync();
        await Assertions.Expect(page.Locator("[data-passkey-note]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#signature")).ToContainTextAsync("尚未签订");

        await device.VerifyAsync(isOwner: true);
        await page.Locator("#sign form[data-passkey] button").ClickAsync();
        await Assertions.Expect(page.Locator("#signature")).ToContainTextAsync("通行密钥");
        await Assertions.Expect(page.Locator("#signature")).ToContainTextAsync(PasskeySignatory);
        await Assertions.Expect(page.Locator("#sign")).ToHaveCountAsync(0);
        faults.AddRange(await LookAsync(page, "pledge-passkey-signed"));
        faults.AddRange(person.Complaints);
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    private static async Task<IEnumerable<string>> LookAsync(IPage page, string name)
    {
        var faults = new List<string>();
        foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(page, name, width, height));
        await page.SetViewportSizeAsync(1366, 768);
        return faults;
    }

    private static async Task ChooseAsync(IPage page, string field, string item)
    {
        await page.Locator(field).FillAsync(item);
        await WorkPages.UntilFoundAsync(page, item);
        await WorkPages.ChooseAsync(page, field, item);
    }

    /// <summary>An application of its own with a target, a department and a second leader.</summary>
    public sealed class App : IAsyncLifetime
    {
        /// <summary>What the second leader signs in with.</summary>
        public const string Second = "li2";

        private readonly DashboardApp _app = new();

        private Actor _leader = null!;

        public string Address => _app.Address;

        /// <summary>The same by a name, which WebAuthn wants.</summary>
        public string NamedAddress => _app.NamedAddress;

        /// <summary>The target that nothing is said of.</summary>
        public Figure Target => TargetOf(2032);

        /// <summary>The target of a year.</summary>
        public Figure TargetOf(int year) => Targets.Single(t => t.Year == year).Figure;

        private IEnumerable<AssessedTarget> Targets => _app.Services.GetRequiredService<SnapshotStore>().Current.LightsAt(new(DateTimeOffset.UtcNow)).Targets;

        public async Task InitializeAsync()
        {
            await _app.InitializeAsync();
            var setup = new ReturnSetup(_app.Database.Owner, _app.Database.App);
            await setup.DepartmentAsync("fgw", "测试发改委");
            _leader = await setup.UserAsync(Second, Role.Leader, name: "赵副市长");
            await _app.ImportAsync(
                """
                indicator,region,period,value,unit,yoy,source,basis,vintage,quote,note,published
                地区生产总值,忻州市,2032-FY,3000,亿元,,测试文件,target,,,,2024-01-05
                地区生产总值,忻州市,2033-FY,3200,亿元,,测试文件,target,,,,2024-01-05
                """);
            await Wait.UntilAsync(() => Targets.Any(t => t.Year == 2033));
        }

        public Task DisposeAsync() => _app.DisposeAsync();

        /// <summary>Says who owes a target.</summary>
        public async Task CommitAsync(Figure target, string person)
        {
            var said = new CommitmentStatement
            {
                Origin = PlanOrigin.NotRecorded,
                Target = new(target.Series.Indicator.Code, target.Series.Unit.Code, target.Period.Code, target.Period.Kind, target.Series.Measure),
                Owner = "fgw",
                Person = person,
            };
            var outcome = await _app.Services.GetRequiredService<CommitmentChanges>().SaveAsync(target.Id, new(said, null), "测试责任书", _leader);
            Assert.Null(outcome.Refusal);
            await Wait.UntilAsync(() => Targets.Any(t => t.Figure.Id == target.Id && t.Commitment?.Person == person));
        }

        /// <summary>Enters somebody with a password and gives the name he signs in with.</summary>
        public Task<string> EnterAsync(string displayName) => Account.Signatory.EnterAsync(_app, displayName, Role.Viewer);
    }
}
