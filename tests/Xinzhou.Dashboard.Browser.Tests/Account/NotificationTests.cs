using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Shell;

namespace Xinzhou.Dashboard.Browser.Tests.Account;

/// <summary>On the page of one's account: how one is told, and the calendar of one's deadlines; by keyboard, on a desk and on a phone.</summary>
[Collection(nameof(AdministrationTests))]
[Trait("Category", "Security")]
public sealed class NotificationTests(Chromium chromium, DashboardApp app)
{
    [Fact]
    public async Task Quiet_hours_are_chosen_with_the_keyboard_and_stay_chosen()
    {
        await using var opened = await OpenAsync("");
        var page = opened.Page;
        await page.GetByLabel("同时发邮件").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.GetByLabel("自行设置").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.GetByLabel("从", new() { Exact = true }).FillAsync("20:30");
        await page.GetByLabel("到", new() { Exact = true }).FillAsync("08:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存通知方式" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("#preferences .done")).ToHaveTextAsync("已保存。");
        await page.GotoAsync($"{app.Address}/account");
        await Assertions.Expect(page.GetByLabel("同时发邮件")).Not.ToBeCheckedAsync();
        await Assertions.Expect(page.GetByLabel("自行设置")).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("#quiet-from")).ToHaveValueAsync("20:30");
        await Assertions.Expect(page.Locator("#quiet-until")).ToHaveValueAsync("08:00");
        await SoundAsync(opened, "notifications");
    }

    [Fact]
    public async Task The_address_of_the_calendar_is_shown_once_and_ends()
    {
        await using var opened = await OpenAsync("?lang=en");
        var page = opened.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Make an address" }).ClickAsync();
        var link = (await page.Locator("#calendar-link").TextContentAsync())!;
        Assert.EndsWith("&lang=en", link, StringComparison.Ordinal);
        await SoundAsync(opened, "calendar");
        using var calendar = await app.Client.GetAsync(link);
        Assert.Equal("text/calendar; charset=utf-8", calendar.Content.Headers.ContentType!.ToString());
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", await calendar.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await page.GotoAsync($"{app.Address}/account?lang=en");
        await Assertions.Expect(page.Locator("#calendar-link")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "End it" }).ClickAsync();
        await Assertions.Expect(page.Locator("#calendar .done")).ToContainTextAsync("It has ended");
        using var ended = await app.Client.GetAsync(link);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, ended.StatusCode);
    }

    /// <summary>The page of the account of a persona.</summary>
    private async Task<ShellPage> OpenAsync(string query)
    {
        var opened = await ShellPage.OpenAsync(chromium, $"{app.Address}/account/sign-in?returnUrl=%2Fabout-data");
        await opened.Page.GetByRole(AriaRole.Button, new() { Name = "督查室", Exact = true }).ClickAsync();
        await opened.Page.UntilAtAsync($"{app.Address}/about-data");
        await opened.Page.GotoAsync($"{app.Address}/account{query}");
        return opened;
    }

    private static async Task SoundAsync(ShellPage opened, string name)
    {
        var faults = new List<string>();
        foreach (var (width, height) in new[] { (1366, 768), (390, 844) }) faults.AddRange(await PageCheck.FaultsAsync(opened.Page, name, width, height));
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
        await opened.Page.SetViewportSizeAsync(1366, 768);
        Assert.Empty(opened.Complaints);
    }
}
