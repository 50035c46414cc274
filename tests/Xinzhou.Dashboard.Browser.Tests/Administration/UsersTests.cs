using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Account;
using Xinzhou.Dashboard.Browser.Tests.Shell;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Browser.Tests.Administration;

/// <summary>The security administrator keeps users: by mouse and by keyboard alone, in both languages, on desk and phone.</summary>
[Collection(nameof(AdministrationTests))]
[Trait("Category", "Security")]
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

    [Fact]
    public async Task The_log_has_no_line_about_a_missing_provider_and_no_other_warning()
    {
        using var log = new WrittenLog();
        foreach (var path in new[] { "/admin/users", "/admin/users?lang=en" })
        {
            await using var work = await SignInAsync(path);
            var page = work.Page;
            await page.Locator("#filter-state").ClickAsync();
            await Assertions.Expect(page.Locator(".mud-popover-open .mud-list-item").First).ToBeVisibleAsync();
            await page.Keyboard.PressAsync("Escape");
            await page.Locator(".list .open").Filter(new() { HasText = "测试用户2" }).First.ClickAsync();
            await page.Locator("#department").ClickAsync();
            await page.Keyboard.PressAsync("Escape");
            await page.Locator("#user .grave").ClickAsync();
            await WorkPages.UntilInDialogAsync(page);
            await page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0);
            WorkPages.Quiet(work);
        }

        Assert.True(log.Text.Length == 0, log.Text);
    }

    [Fact]
    public async Task A_user_is_invited_by_mouse_the_link_can_be_copied_and_the_list_has_him()
    {
        await using var work = await SignInAsync("/admin/users");
        var page = work.Page;
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.Locator("#new-user").ClickAsync();
        await WorkPages.UntilInDialogAsync(page);
        await page.Locator("#user-name").FillAsync("zhao.liu");
        await page.Locator("#new-display-name").FillAsync("赵六");
        await page.Locator("#new-role").ClickAsync();
        await WorkPages.ChooseAsync(page, "#new-role", "填报人员");
        await page.GetByRole(AriaRole.Button, new() { Name = "建立用户" }).ClickAsync();
        // Refused at the field it is about, with everything typed still there.
        await Assertions.Expect(page.Locator(".mud-dialog")).ToContainTextAsync("填报人员必须属于一个部门");
        await page.Locator("#new-department").FillAsync("工信");
        await WorkPages.UntilFoundAsync(page, "工信");
        await WorkPages.ChooseAsync(page, "#new-department", "测试工信局");
        // What has been mended is no longer said to be wrong.
        await Assertions.Expect(page.Locator(".mud-dialog")).Not.ToContainTextAsync("填报人员必须属于一个部门");
        await page.GetByRole(AriaRole.Button, new() { Name = "建立用户" }).ClickAsync();

        await Assertions.Expect(page.Locator("#invitation")).ToContainTextAsync($"{app.Address}/account/invitation?");
        await page.Locator("#invitation-copy").ClickAsync();
        await Assertions.Expect(page.Locator(".mud-dialog")).ToContainTextAsync("已复制");
        Assert.Equal(await page.Locator("#invitation").InnerTextAsync(), await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        await page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "关闭" }).Last.ClickAsync();
        await Assertions.Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#new-user")).ToBeFocusedAsync();
        await page.Locator("#filter-text").FillAsync("zhao");
        await Assertions.Expect(page.Locator(".list .open")).ToHaveTextAsync(["赵六"]);
        await page.UntilAtAsync("**/admin/users?q=zhao");
        await Assertions.Expect(page.Locator(".list")).ToContainTextAsync("测试工信局");
        // What is done on an open page says where it came from, too.
        await using var command = app.Dashboard.Database.App.CreateCommand(
            "SELECT address || ' ' || (session IS NOT NULL) FROM audit_events WHERE action = 'user.create' AND subject = 'user zhao.liu'");
        Assert.Equal("127.0.0.1 true", await command.ExecuteScalarAsync());
        WorkPages.Quiet(work);
    }

    [Fact]
    public async Task By_keyboard_alone_a_user_is_found_changed_and_disabled_and_the_focus_comes_back()
    {
        await using var work = await SignInAsync("/admin/users?lang=en", 390, 844);
        var page = work.Page;
        await page.Locator("#filter-text").FocusAsync();
        await page.Keyboard.TypeAsync("p5");
        await Assertions.Expect(page.Locator(".list .open")).ToHaveTextAsync(["测试用户5"]);
        await WorkPages.TabToAsync(page, page.Locator(".list .open"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#user h2 span")).ToBeFocusedAsync();
        await WorkPages.TabToAsync(page, page.Locator("#display-name"));
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("钱七");
        await WorkPages.TabToAsync(page, page.Locator("#role"));
        await WorkPages.ChooseByKeyboardAsync(page, "Leader");
        await Assertions.Expect(page.Locator("#role")).ToHaveValueAsync("Leader");
        await WorkPages.TabToAsync(page, page.Locator("#save"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#user [role=status]").First).ToContainTextAsync("Saved");
        await Assertions.Expect(page.Locator("#user h2")).ToContainTextAsync("钱七");
        await Assertions.Expect(page.Locator("#save")).ToBeFocusedAsync();

        var disable = page.Locator("#user").GetByRole(AriaRole.Button, new() { Name = "Disable" });
        await WorkPages.TabToAsync(page, disable);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".mud-dialog")).ToContainTextAsync("Disable 钱七");
        await WorkPages.UntilInDialogAsync(page);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0);
        await Assertions.Expect(disable).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".mud-dialog")).ToBeVisibleAsync();
        await WorkPages.TabToAsync(page, page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "Disable" }));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#user")).ToContainTextAsync("Disabled since");
        WorkPages.Quiet(work);
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task Two_administrators_on_one_user_the_second_is_told_and_keeps_what_he_typed()
    {
        await using var first = await SignInAsync("/admin/users");
        await using var second = await SignInAsync("/admin/users");
        foreach (var work in new[] { first, second })
        {
            await work.Page.Locator(".list .open").Filter(new() { HasText = "测试用户8" }).ClickAsync();
            await Assertions.Expect(work.Page.Locator("#display-name")).ToHaveValueAsync("测试用户8");
        }

        await first.Page.Locator("#email").FillAsync("first@example.org");
        await first.Page.Locator("#save").ClickAsync();
        await Assertions.Expect(first.Page.Locator("#user")).ToContainTextAsync("已保存，并记入审计日志");
        await second.Page.Locator("#email").FillAsync("second@example.org");
        await second.Page.Locator("#save").ClickAsync();

        await Assertions.Expect(second.Page.Locator("#user [role=alert]")).ToContainTextAsync("有人同时修改了同一账号");
        await Assertions.Expect(second.Page.Locator("#email")).ToHaveValueAsync("second@example.org");
        await second.Page.GetByRole(AriaRole.Button, new() { Name = "读取最新内容" }).ClickAsync();
        await Assertions.Expect(second.Page.Locator("#email")).ToHaveValueAsync("first@example.org");
        await second.Page.Locator("#email").FillAsync("second@example.org");
        await second.Page.Locator("#save").ClickAsync();
        await Assertions.Expect(second.Page.Locator("#user")).ToContainTextAsync("已保存，并记入审计日志");
        WorkPages.Quiet(first, second);
    }

    [Fact]
    public async Task What_is_half_typed_survives_the_page_until_it_is_discarded_and_goes_with_signing_out()
    {
        await using var work = await SignInAsync("/admin/users");
        var page = work.Page;
        await page.Locator("#new-user").ClickAsync();
        await WorkPages.UntilInDialogAsync(page);
        await page.Locator("#user-name").FillAsync("half.typed");
        await page.WaitForFunctionAsync("() => Object.keys(localStorage).some(k => k.startsWith('xzd-draft|'))");

        // The circuit is gone with its page.
        await page.ReloadAsync();
        await WorkPages.UntilAliveAsync(page);
        await page.Locator("#new-user").ClickAsync();
        await Assertions.Expect(page.Locator(".mud-dialog .draft")).ToContainTextAsync("未保存的内容");
        await Assertions.Expect(page.Locator("#user-name")).ToHaveValueAsync("half.typed");
        await page.GetByRole(AriaRole.Button, new() { Name = "放弃这些内容" }).ClickAsync();
        await Assertions.Expect(page.Locator("#user-name")).ToHaveValueAsync("");
        await page.Locator("#user-name").FillAsync("again");
        await page.WaitForFunctionAsync("() => Object.keys(localStorage).some(k => k.startsWith('xzd-draft|'))");
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("header details.person summary").First.ClickAsync();
        await page.Locator("header details.person form button").First.ClickAsync();
        await page.UntilAtAsync(app.Address + "/");
        Assert.False(await page.EvaluateAsync<bool>("() => Object.keys(localStorage).some(k => k.startsWith('xzd-draft|'))"));
        WorkPages.Quiet(work);
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task A_session_that_ends_in_an_open_dialog_is_said_and_what_was_typed_is_there_after_signing_in_again()
    {
        await using var work = await SignInAsync("/admin/users");
        var page = work.Page;
        await page.Locator("#new-user").ClickAsync();
        await WorkPages.UntilInDialogAsync(page);
        // Whose draft it is is known once the first is kept.
        await page.Locator("#user-name").FillAsync("before");
        await page.WaitForFunctionAsync("() => Object.keys(localStorage).some(k => k.startsWith('xzd-draft|'))");
        await page.Locator("#user-name").FillAsync("after.session");
        // The server has it once it has answered to what came after it.
        await page.Locator("#new-role").ClickAsync();
        await WorkPages.ChooseAsync(page, "#new-role", "填报人员");
        await using (var stamp = app.Dashboard.Database.App.CreateCommand("UPDATE users SET security_stamp = gen_random_uuid()::text WHERE user_name = 'security'"))
        {
            await stamp.ExecuteNonQueryAsync();
        }

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("登录已结束");
        await Assertions.Expect(page.Locator(".list")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "重新登录" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "安全管理员", Exact = true }).ClickAsync();
        await WorkPages.UntilAliveAsync(page);
        await page.Locator("#new-user").ClickAsync();
        await Assertions.Expect(page.Locator("#user-name")).ToHaveValueAsync("after.session");
        await page.GetByRole(AriaRole.Button, new() { Name = "放弃这些内容" }).ClickAsync();
        WorkPages.Quiet(work);
    }

    [Fact]
    public async Task What_one_administrator_asks_for_another_consents_to_and_the_link_is_fetched_by_who_asked()
    {
        var asker = await Signatory.EnterAsync(app.Dashboard, "孙安全", Role.Security);
        var other = await Signatory.EnterAsync(app.Dashboard, "李安全", Role.Security);
        await using var first = await Signatory.SignInAsync(chromium, app.Address, asker, "孙安全");
        await using var second = await Signatory.SignInAsync(chromium, app.Address, other, "李安全");
        await first.Page.GotoAsync($"{app.Address}/admin/users");
        await WorkPages.UntilAliveAsync(first.Page);

        await first.Page.Locator("#new-user").ClickAsync();
        await WorkPages.UntilInDialogAsync(first.Page);
        await first.Page.Locator("#user-name").FillAsync("qian.ba");
        await first.Page.Locator("#new-display-name").FillAsync("钱八");
        await first.Page.GetByRole(AriaRole.Button, new() { Name = "建立用户" }).ClickAsync();
        await Assertions.Expect(first.Page.Locator(".mud-dialog")).ToContainTextAsync("另一位安全管理员同意后生效");
        await Assertions.Expect(first.Page.Locator("#invitation")).ToHaveCountAsync(0);
        await first.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "关闭" }).Last.ClickAsync();
        await Assertions.Expect(first.Page.Locator("#requests")).ToContainTextAsync("钱八");
        await Assertions.Expect(first.Page.Locator("#requests").GetByRole(AriaRole.Button, new() { Name = "同意" })).ToHaveCountAsync(0);

        await second.Page.GotoAsync($"{app.Address}/admin/users");
        await WorkPages.UntilAliveAsync(second.Page);
        var faults = new List<string>();
        foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(second.Page, "requests", width, height));
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
        await second.Page.SetViewportSizeAsync(1366, 768);
        await second.Page.GetByRole(AriaRole.Button, new() { Name = "同意对 钱八 的申请", Exact = true }).ClickAsync();
        await Assertions.Expect(second.Page.Locator(".list")).ToContainTextAsync("qian.ba");

        await first.Page.ReloadAsync();
        await WorkPages.UntilAliveAsync(first.Page);
        await first.Page.GetByRole(AriaRole.Button, new() { Name = "领取链接" }).ClickAsync();
        await Assertions.Expect(first.Page.Locator("#invitation")).ToContainTextAsync($"{app.Address}/account/invitation?");
        WorkPages.Quiet(first, second);
    }

    private Task<ShellPage> SignInAsync(string path, int width = 1366, int height = 768) =>
        WorkPages.SignInAsync(chromium, app.Address, path, "安全管理员", width, height);

    /// <summary>An application of its own with a few people.</summary>
    public sealed class App : IAsyncLifetime
    {
        private readonly DashboardApp app = new() { LogLevel = "Warning" };

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
