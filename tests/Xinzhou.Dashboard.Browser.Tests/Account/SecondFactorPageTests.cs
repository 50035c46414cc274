using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Shell;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Account;

namespace Xinzhou.Dashboard.Browser.Tests.Account;

/// <summary>
/// To turn the second factor on changes what the sessions of its owner hold by. The page on which he does it is not to be
/// taken away from him for that: it shows what is shown once.
/// </summary>
[Collection(nameof(AdministrationTests))]
[Trait("Category", "Security")]
public sealed class SecondFactorPageTests(Chromium chromium, DashboardApp app)
{
    private const string Password = "Lvliang-Mountain-7";

    [Fact]
    public async Task The_code_to_scan_appears_and_stays_and_so_do_the_recovery_codes_every_time()
    {
        for (var time = 0; time < 5; time++)
        {
            await using var opened = await SignInAsync();
            var page = opened.Page;
            await page.GotoAsync($"{app.Address}/account");
            await opened.UntilLiveAsync();

            await page.GetByRole(AriaRole.Button, new() { Name = "启用动态验证码" }).ClickAsync();
            await Assertions.Expect(page.Locator(".qr svg")).ToBeVisibleAsync();
            await AnnouncedAsync(opened);
            await Assertions.Expect(page.Locator(".qr svg")).ToBeVisibleAsync();
            var key = (await page.Locator("#second-factor-key").TextContentAsync())!.Replace(" ", "", StringComparison.Ordinal);
            await page.ReloadAsync();
            await Assertions.Expect(page.Locator("#second-factor-key")).ToHaveTextAsync(string.Join(' ', key.Chunk(4).Select(c => new string(c))));

            await opened.UntilLiveAsync();
            await page.FillAsync("#code", Totp.At(key, DateTimeOffset.UtcNow));
            await page.GetByRole(AriaRole.Button, new() { Name = "确认启用" }).ClickAsync();
            await Assertions.Expect(page.Locator("li.recovery")).ToHaveCountAsync(10);
            await AnnouncedAsync(opened);
            await Assertions.Expect(page.Locator("li.recovery")).ToHaveCountAsync(10);
            Assert.Empty(opened.Complaints);
        }
    }

    [Fact]
    public async Task Another_open_page_of_the_same_browser_keeps_what_is_typed_in_it()
    {
        await using var opened = await SignInAsync();
        await using var account = await ShellPage.OpenBesideAsync(opened, $"{app.Address}/account");
        await opened.Page.GotoAsync($"{app.Address}/indicators");
        await opened.UntilLiveAsync();
        await account.UntilLiveAsync();
        await opened.Page.Locator("input[type=search]").First.FillAsync("写了一半");

        await account.Page.GetByRole(AriaRole.Button, new() { Name = "启用动态验证码" }).ClickAsync();
        await Assertions.Expect(account.Page.Locator(".qr svg")).ToBeVisibleAsync();

        await AnnouncedAsync(opened);
        await Assertions.Expect(opened.Page.Locator("input[type=search]").First).ToHaveValueAsync("写了一半");
    }

    [Fact]
    public async Task The_code_to_scan_stays_with_other_pages_of_its_owner_open_and_while_figures_arrive()
    {
        await using var opened = await SignInAsync();
        await using var elsewhere = await SignInAsync(opened);
        await using var beside = await ShellPage.OpenBesideAsync(opened, $"{app.Address}/account");
        await elsewhere.Page.GotoAsync($"{app.Address}/account");
        await opened.Page.GotoAsync($"{app.Address}/account");
        foreach (var page in new[] { opened, beside, elsewhere }) await page.UntilLiveAsync();

        // Pressed twice in a hurry: one key, and it is the one that is asked for.
        await opened.Page.GetByRole(AriaRole.Button, new() { Name = "启用动态验证码" }).DblClickAsync();
        await Assertions.Expect(opened.Page.Locator(".qr svg")).ToBeVisibleAsync();
        var key = await opened.Page.Locator("#second-factor-key").TextContentAsync();
        await app.ImportAsync(FigureOf(2011));
        await AnnouncedAsync(opened);
        await AnnouncedAsync(elsewhere);

        await Assertions.Expect(opened.Page.Locator("#second-factor-key")).ToHaveTextAsync(key!);
        // Begun with is not changed: nobody is sent to sign-in, and each page shows the same key.
        foreach (var other in new[] { beside, elsewhere })
        {
            Assert.EndsWith("/account", new Uri(other.Page.Url).AbsolutePath, StringComparison.Ordinal);
            await other.Page.ReloadAsync();
            await Assertions.Expect(other.Page.Locator("#second-factor-key")).ToHaveTextAsync(key!);
        }

        // On the page that was loaded anew it stays while figures arrive, too.
        await beside.UntilLiveAsync();
        await app.ImportAsync(FigureOf(2012));
        await AnnouncedAsync(beside);
        await Assertions.Expect(beside.Page.Locator("#second-factor-key")).ToHaveTextAsync(key!);

        await beside.Page.FillAsync("#code", Totp.At(key!.Replace(" ", "", StringComparison.Ordinal), DateTimeOffset.UtcNow));
        await beside.Page.GetByRole(AriaRole.Button, new() { Name = "确认启用" }).DblClickAsync();
        await Assertions.Expect(beside.Page.Locator("li.recovery")).ToHaveCountAsync(10);
        await AnnouncedAsync(beside);
        await Assertions.Expect(beside.Page.Locator("li.recovery")).ToHaveCountAsync(10);
        Assert.Empty(beside.Complaints);
    }

    private static string FigureOf(int year) => $"""
        indicator,region,period,value,unit,yoy,source,basis,vintage,quote,note,published
        地区生产总值,忻州市,{year}-FY,3141.592,亿元,,https://tjj.example.gov.cn/{year},annual,最终核实,,,{year + 1}-12-01
        """;

    /// <summary>What the page has to survive: another announcement about accounts, and as many answers of the database after it.</summary>
    private async Task AnnouncedAsync(ShellPage opened)
    {
        await opened.UntilLiveAsync();
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sessions = app.Services.GetRequiredService<Sessions>();
        void Hear() => heard.TrySetResult();
        sessions.Changed += Hear;
        await using (var announce = app.Database.App.CreateCommand("SELECT pg_notify('dashboard', 'access')")) await announce.ExecuteNonQueryAsync();
        await Wait.ForAsync(heard.Task);
        sessions.Changed -= Hear;
        await opened.Page.EvaluateAsync("async () => { for (let i = 0; i < 50; i++) await fetch('/healthz/ready', { cache: 'no-store' }); }");
        await opened.Page.WaitForLoadStateAsync();
    }

    /// <summary>The same person in another browser.</summary>
    private async Task<ShellPage> SignInAsync(ShellPage same) =>
        await SignInAsync((await same.Page.Locator("details.person .who span").First.TextContentAsync())!);

    private async Task<ShellPage> SignInAsync()
    {
        var name = $"u{Guid.NewGuid():N}"[..12];
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var (link, fault) = await scope.ServiceProvider.GetRequiredService<UserAccounts>()
                .CreateAsync("test", name, new("王测试", Role.Viewer, null, null), CancellationToken.None);
            Assert.Null(fault);
            Assert.Null(await scope.ServiceProvider.GetRequiredService<NewPassword>().AcceptAsync(link!.Split('=')[1], Password, CancellationToken.None));
        }

        return await SignInAsync(name);
    }

    private async Task<ShellPage> SignInAsync(string name)
    {
        var opened = await ShellPage.OpenAsync(chromium, $"{app.Address}/account/sign-in");
        await opened.Page.FillAsync("#user-name", name);
        await opened.Page.FillAsync("#password", Password);
        await opened.Page.ClickAsync("main form:has(#password) button[type=submit]");
        await Assertions.Expect(opened.Page.Locator("details.person summary").First).ToHaveTextAsync("王测试");
        return opened;
    }
}
