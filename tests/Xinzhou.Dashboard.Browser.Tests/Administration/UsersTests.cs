using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Shell;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Browser.Tests.Administration;

/// <summary>The security administrator keeps users: by mouse and by keyboard alone, in both languages, on desk and phone.</summary>
[Collection(nameof(BrowserTests))]
public sealed class UsersTests(Chromium chromium, UsersTests.App app) : IClassFixture<UsersTests.App>
{
    [Fact]
    public async Task The_list_the_person_beside_it_and_the_dialog_are_sound_in_both_languages_at_three_sizes_and_in_the_dark()
    {
        var faults = new List<string>();
        foreach (var language in new[] { "zh", "en" })
        {
            await using var work = await SignInAsync("/admin/users" + (language == "en" ? "?lang=en" : ""));
            var page = work.Page;
            foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(page, $"users {language}", width, height));
            await page.SetViewportSizeAsync(1366, 768);
            await page.Locator("#filter-role").ClickAsync();
            await Assertions.Expect(page.Locator(".mud-popover-open .mud-list-item").First).ToBeVisibleAsync();
            faults.AddRange(await PageCheck.FaultsAsync(page, $"users-select {language}", 1366, 768));
            await page.Keyboard.PressAsync("Escape");
            await page.Locator(".list .open").Filter(new() { HasText = "王填报" }).ClickAsync();
            await Assertions.Expect(page.Locator("#user #display-name")).ToHaveValueAsync("王填报");
            foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(page, $"user {language}", width, height));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            faults.AddRange(await PageCheck.FaultsAsync(page, $"user-dark {language}", 1366, 768));
            await page.Locator("#new-user").ClickAsync();
            await Assertions.Expect(page.Locator("#user-name")).ToBeVisibleAsync();
            faults.AddRange(await PageCheck.FaultsAsync(page, $"new-user-dark {language}", 1366, 768));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(page, $"new-user {language}", width, height));
            faults.AddRange(work.Complaints);
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    private Task<ShellPage> SignInAsync(string path) => WorkPages.SignInAsync(chromium, app.Address, path, "安全管理员");

    /// <summary>An application of its own with a few people.</summary>
    public sealed class App : IAsyncLifetime
    {
        private readonly DashboardApp app = new();

        public string Address => app.Address;

        public DashboardApp Dashboard => app;

        public async Task InitializeAsync()
        {
            await app.InitializeAsync();
            var setup = new ReturnSetup(app.Database.Owner, app.Database.App);
            await setup.DepartmentAsync("d1", "测试工信局");
            await setup.DepartmentAsync("d2", "测试统计局");
            await app.Database.Owner.CreateCommand(
                """
                INSERT INTO users (id, user_name, normalized_user_name, display_name, role, department_code, security_stamp, concurrency_stamp, created_at, is_persona)
                SELECT gen_random_uuid(), 'p' || n, 'P' || n, CASE n WHEN 1 THEN '王填报' ELSE '测试用户' || n END, CASE n % 3 WHEN 0 THEN 'viewer' WHEN 1 THEN 'reporter' ELSE 'reviewer' END,
                    CASE n % 3 WHEN 1 THEN 'd1' END, 's' || n, 'c' || n, now(), false
                FROM generate_series(1, 12) n
                """).ExecuteNonQueryAsync();
        }

        public Task DisposeAsync() => app.DisposeAsync();
    }
}
