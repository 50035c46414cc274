using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Shell;

namespace Xinzhou.Dashboard.Browser.Tests.Administration;

[Collection(nameof(BrowserTests))]
public sealed class AdministrationTests(Chromium chromium, AdministrationApp app) : IClassFixture<AdministrationApp>
{
    [Fact]
    public async Task The_pages_of_forms_and_of_the_calendar_are_sound_in_both_languages_and_at_three_sizes() => await SoundAsync(
        "/admin/forms", "/admin/forms/new", "/admin/forms/quarterly", "/admin/calendar", "/admin/calendar/new?form=quarterly&quarter=2026-Q4",
        "/admin/calendar/quarterly/2026-Q3");

    [Fact]
    public async Task Rows_are_moved_added_and_taken_out_and_saved_as_a_new_version()
    {
        await using var opened = await SignInAsync("/admin/forms/quarterly");
        var (page, faults) = (opened.Page, new List<string>());
        await page.GetByRole(AriaRole.Button, new() { Name = "下移第1行" }).ClickAsync();
        await Assertions.Expect(page.Locator(".pending")).ToContainTextAsync("尚未保存");
        await Assertions.Expect(page.Locator("table.edit tbody tr").Nth(1).Locator("th")).ToContainTextAsync("固定资产投资");
        await page.Locator("#add-indicator").SelectOptionAsync("retail_sales");
        await page.GetByRole(AriaRole.Button, new() { Name = "添加到末尾" }).ClickAsync();
        await Assertions.Expect(page.Locator("table.edit tbody tr")).ToHaveCountAsync(7);
        await page.GetByRole(AriaRole.Button, new() { Name = "删去第6行" }).ClickAsync();
        await Assertions.Expect(page.Locator("table.edit tbody tr")).ToHaveCountAsync(6);
        await page.Locator("table.edit tbody tr").Nth(5).Locator("input[inputmode=decimal]").FillAsync("0.5");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("table.edit tbody tr").First.Locator("th")).ToContainTextAsync("社会消费品零售总额");
        foreach (var (width, height) in new[] { (1366, 768), (390, 844) }) faults.AddRange(await PageCheck.FaultsAsync(page, "form-edited", width, height));
        await page.SetViewportSizeAsync(1366, 768);
        await page.FillAsync("#reason", "社零列为首行。");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存为新版本" }).ClickAsync();

        await Assertions.Expect(page.Locator(".done")).ToContainTextAsync("已保存为新版本");
        await Assertions.Expect(page.Locator(".sub")).ToContainTextAsync("第2版");
        faults.AddRange(await PageCheck.FaultsAsync(page, "form-saved", 1366, 768));
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    private async Task SoundAsync(params string[] paths)
    {
        await using var opened = await SignInAsync(paths[0]);
        var faults = new List<string>();
        foreach (var path in paths)
        {
            foreach (var language in new[] { "zh-CN", "en" })
            {
                await opened.Page.GotoAsync(app.Address + path + (language == "en" ? path.Contains('?', StringComparison.Ordinal) ? "&lang=en" : "?lang=en" : ""));
                if (await opened.Page.Locator("h1").CountAsync() != 1) faults.Add($"{path} {language}: there is not exactly one h1");
                foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(opened.Page, $"{path} {language}", width, height));
            }

            await opened.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            faults.AddRange(await PageCheck.FaultsAsync(opened.Page, $"{path} dark", 1366, 768));
            await opened.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }

        faults.AddRange(opened.Complaints);
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    private async Task<ShellPage> SignInAsync(string path)
    {
        var opened = await ShellPage.OpenAsync(chromium, app.Address + path);
        await opened.Page.GetByRole(AriaRole.Button, new() { Name = "系统管理员", Exact = true }).ClickAsync();
        await opened.Page.WaitForURLAsync(app.Address + path);
        return opened;
    }
}
