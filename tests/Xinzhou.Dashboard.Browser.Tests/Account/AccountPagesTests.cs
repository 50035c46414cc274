using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Shell;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Web.Account;

namespace Xinzhou.Dashboard.Browser.Tests.Account;

[Collection(nameof(AdministrationTests))]
[Trait("Category", "Security")]
public sealed class AccountPagesTests(Chromium chromium, DashboardApp app)
{
    private const string Password = "Lvliang-Mountain-7";

    private Guid user;

    // WebAuthn wants a name; this one is the same machine.
    private string Address => app.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    [Fact]
    public async Task A_persona_signs_in_by_one_click_and_works_where_his_role_may()
    {
        await using var opened = await ShellPage.OpenAsync(chromium, $"{app.Address}/admin/users");
        Assert.Contains("/account/sign-in?returnUrl=", opened.Page.Url, StringComparison.Ordinal);

        await opened.Page.GetByRole(AriaRole.Button, new() { Name = "安全管理员" }).ClickAsync();

        await Assertions.Expect(opened.Page.Locator("h1")).ToHaveTextAsync("用户与权限");
        Assert.EndsWith("/admin/users", opened.Page.Url, StringComparison.Ordinal);
        await SoundAsync(opened, "users");
        await opened.Page.Locator(".list .open").Filter(new() { HasText = "审计员" }).ClickAsync();
        await Assertions.Expect(opened.Page.Locator("#user h2 span")).ToHaveTextAsync("审计员");
        await SoundAsync(opened, "user");
        await opened.Page.GotoAsync($"{app.Address}/account");
        await SoundAsync(opened, "account-persona");
    }

    [Fact]
    public async Task The_pages_before_sign_in_are_sound()
    {
        foreach (var (path, name) in new[] { ("/account/sign-in", "sign-in"), ("/account/second-factor", "second-factor"), ("/setup", "setup"), ("/privacy", "privacy") })
        {
            await using var opened = await ShellPage.OpenAsync(chromium, app.Address + path);
            await SoundAsync(opened, name, ignoreStatus: path == "/setup");
            await using var english = await ShellPage.OpenAsync(chromium, $"{app.Address}{path}?lang=en");
            await SoundAsync(english, $"{name}-en", ignoreStatus: path == "/setup");
        }
    }

    [Fact]
    public async Task A_passkey_is_made_on_the_own_page_and_signs_in_without_a_name_or_password()
    {
        var (name, link) = await EnterAsync();
        await using var opened = await ShellPage.OpenAsync(chromium, Address + link);
        var page = opened.Page;
        await SoundAsync(opened, "invitation");
        await page.FillAsync("#password", Password);
        await page.FillAsync("#repeated", Password);
        await page.ClickAsync("main button[type=submit]");
        await page.FillAsync("#user-name", name);
        await page.FillAsync("#password", Password);
        await page.ClickAsync("main form:has(#password) button[type=submit]");
        await Assertions.Expect(page.Locator("details.person summary").First).ToHaveTextAsync("王测试");

        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        await page.GotoAsync($"{Address}/account");
        await SoundAsync(opened, "account");
        await page.FillAsync("#passkey-name", "办公室电脑");
        await page.GetByRole(AriaRole.Button, new() { Name = "添加通行密钥" }).ClickAsync();
        await Assertions.Expect(page.Locator(".passkeys li")).ToContainTextAsync("办公室电脑");

        await page.Locator("details.person summary").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "退出登录" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("a.sign-in").First).ToBeVisibleAsync();
        await page.GotoAsync($"{Address}/account/sign-in?returnUrl=%2Ftasks");
        await page.GetByRole(AriaRole.Button, new() { Name = "用通行密钥登录" }).ClickAsync();
        await page.UntilAtAsync("**/tasks");
        await Assertions.Expect(page.Locator("details.person summary").First).ToHaveTextAsync("王测试");
    }

    [Fact]
    public async Task An_open_page_of_a_user_who_is_disabled_is_left_by_itself()
    {
        var (name, link) = await EnterAsync();
        await using var opened = await ShellPage.OpenAsync(chromium, Address + link);
        var page = opened.Page;
        await page.FillAsync("#password", Password);
        await page.FillAsync("#repeated", Password);
        await page.ClickAsync("main button[type=submit]");
        await page.FillAsync("#user-name", name);
        await page.FillAsync("#password", Password);
        await page.ClickAsync("main form:has(#password) button[type=submit]");
        await Assertions.Expect(page.Locator("details.person summary").First).ToBeVisibleAsync();
        await page.GotoAsync($"{Address}/account");
        await opened.UntilLiveAsync();

        await using (var scope = app.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserAccounts>();
            Assert.Null(await users.SetDisabledAsync("test", user, disabled: true, CancellationToken.None));
        }

        await page.UntilAtAsync("**/account/sign-in**");
    }

    [Fact]
    public async Task Where_one_is_signed_in_is_listed_and_ended_from_here_and_the_page_there_is_left_by_itself()
    {
        var name = await Signatory.EnterAsync(app, "王两处", Role.Viewer);
        await using var here = await Signatory.SignInAsync(chromium, app.Address, name, "王两处");
        await using var there = await Signatory.SignInAsync(chromium, app.Address, name, "王两处");
        await there.Page.GotoAsync($"{app.Address}/account");
        await there.UntilLiveAsync();
        await here.Page.GotoAsync($"{app.Address}/account");
        await Assertions.Expect(here.Page.Locator("#sessions tbody tr")).ToHaveCountAsync(2);
        await Assertions.Expect(here.Page.Locator("#sessions")).ToContainTextAsync("Chrome");
        await SoundAsync(here, "account-sessions");

        await here.Page.GetByRole(AriaRole.Button, new() { Name = "退出其他所有登录" }).ClickAsync();

        await Assertions.Expect(here.Page.Locator("#sessions [role=status]")).ToContainTextAsync("已退出1处登录");
        await there.Page.UntilAtAsync("**/account/sign-in**");
        await Assertions.Expect(here.Page.Locator("#sessions tbody tr")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_page_that_asks_for_a_proof_is_sound_in_both_languages()
    {
        var name = await Signatory.EnterAsync(app, "王证明", Role.Viewer);
        await using var opened = await Signatory.SignInAsync(chromium, app.Address, name, "王证明");
        foreach (var language in new[] { "", "&lang=en" })
        {
            await opened.Page.GotoAsync($"{app.Address}/account/confirm?returnUrl=%2Ftasks{language}");
            await SoundAsync(opened, $"confirm{language}");
        }

        await opened.Page.FillAsync("#password", Password);
        await opened.Page.ClickAsync("main form:has(#password) button[type=submit]");

        await opened.Page.UntilAtAsync("**/tasks");
    }

    private async Task<(string Name, string Link)> EnterAsync()
    {
        var name = $"u{Guid.NewGuid():N}"[..12];
        await using var scope = app.Services.CreateAsyncScope();
        var (link, fault) = await scope.ServiceProvider.GetRequiredService<UserAccounts>()
            .CreateAsync("test", name, new("王测试", Role.Viewer, null, null), CancellationToken.None);
        Assert.Null(fault);
        user = Guid.ParseExact(link!.Split('=', '.')[1], "N");
        return (name, link);
    }

    private static async Task SoundAsync(ShellPage opened, string name, bool ignoreStatus = false)
    {
        var faults = new List<string>();
        foreach (var (width, height) in new[] { (1366, 768), (390, 844) }) faults.AddRange(await PageCheck.FaultsAsync(opened.Page, name, width, height));
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
        await opened.Page.SetViewportSizeAsync(1366, 768);
        Assert.DoesNotContain(opened.Complaints, c => !ignoreStatus || !c.Contains("410", StringComparison.Ordinal));
    }
}
