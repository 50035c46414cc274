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
[Collection(nameof(BrowserTests))]
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

        var opened = await ShellPage.OpenAsync(chromium, $"{app.Address}/account/sign-in");
        await opened.Page.FillAsync("#user-name", name);
        await opened.Page.FillAsync("#password", Password);
        await opened.Page.ClickAsync("main form:has(#password) button[type=submit]");
        await Assertions.Expect(opened.Page.Locator("details.person summary").First).ToHaveTextAsync("王测试");
        return opened;
    }
}
