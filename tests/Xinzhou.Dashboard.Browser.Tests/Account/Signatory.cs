using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Shell;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Account;

namespace Xinzhou.Dashboard.Browser.Tests.Account;

/// <summary>Somebody with a password and a second factor: what signing takes and personas have not.</summary>
internal static class Signatory
{
    private const string Password = "Lvliang-Mountain-7";

    /// <summary>Enters somebody with a password and gives the name he signs in with.</summary>
    public static async Task<string> EnterAsync(DashboardApp app, string displayName, Role role)
    {
        var name = $"u{Guid.NewGuid():N}"[..12];
        await using var scope = app.Services.CreateAsyncScope();
        var (link, fault) = await scope.ServiceProvider.GetRequiredService<UserAccounts>()
            .CreateAsync("test", name, new(displayName, role, null, null), CancellationToken.None);
        Assert.Null(fault);
        Assert.Null(await scope.ServiceProvider.GetRequiredService<NewPassword>().AcceptAsync(link!.Split('=')[1], Password, CancellationToken.None));
        return name;
    }

    /// <summary>Signs in with the password.</summary>
    public static async Task<ShellPage> SignInAsync(Chromium chromium, string address, string name, string displayName)
    {
        var opened = await ShellPage.OpenAsync(chromium, $"{address}/account/sign-in");
        await opened.Page.FillAsync("#user-name", name);
        await opened.Page.FillAsync("#password", Password);
        await opened.Page.ClickAsync("main form:has(#password) button[type=submit]");
        await Assertions.Expect(opened.Page.Locator("details.person summary").First).ToHaveTextAsync(displayName);
        return opened;
    }

    /// <summary>Sets up codes of a phone and gives their secret. The code of now is left for what is signed.</summary>
    public static async Task<string> EnableAsync(ShellPage opened, string address)
    {
        var page = opened.Page;
        await page.GotoAsync($"{address}/account");
        await opened.UntilLiveAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "启用动态验证码" }).ClickAsync();
        await Assertions.Expect(page.Locator(".qr svg")).ToBeVisibleAsync();
        var secret = (await page.Locator("#second-factor-key").TextContentAsync())!.Replace(" ", "", StringComparison.Ordinal);
        await page.FillAsync("#code", Totp.At(secret, DateTimeOffset.UtcNow.AddSeconds(-30)));
        await page.GetByRole(AriaRole.Button, new() { Name = "确认启用" }).ClickAsync();
        await Assertions.Expect(page.Locator("li.recovery")).ToHaveCountAsync(10);
        return secret;
    }
}
