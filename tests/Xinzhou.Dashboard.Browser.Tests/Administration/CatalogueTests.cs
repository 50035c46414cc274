using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Shell;
using Xinzhou.Dashboard.Data.Cataloguing;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Browser.Tests.Administration;

/// <summary>The system administrator keeps the catalogue: by mouse and by keyboard alone, in both languages, on desk and phone.</summary>
[Collection(nameof(AdministrationTests))]
public sealed class CatalogueTests(Chromium chromium, CatalogueTests.App app) : IClassFixture<CatalogueTests.App>
{
    [Fact]
    public async Task The_lists_the_entry_beside_them_and_the_dialogs_are_sound_in_both_languages_at_three_sizes_and_in_the_dark()
    {
        var faults = new List<string>();
        foreach (var language in new[] { "zh", "en" })
        {
            foreach (var (path, name) in new[]
            {
                ("/admin/catalogue", "indicators"), ("/admin/catalogue?entry=gdp_per_capita", "indicator"), ("/admin/catalogue/units?entry=140922", "units"),
                ("/admin/catalogue/departments?entry=d1", "departments"), ("/admin/catalogue/headlines", "headlines"),
            })
            {
                await using var work = await SignInAsync(path + (language == "en" ? (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=en" : ""));
                var page = work.Page;
                if (await page.Locator("h1").CountAsync() != 1) faults.Add($"{path} {language}: there is not exactly one h1");
                foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(page, $"{name} {language}", width, height));
                await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
                faults.AddRange(await PageCheck.FaultsAsync(page, $"{name}-dark {language}", 1366, 768));
                await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
                if (name is "indicators" or "departments")
                {
                    await page.Locator("#new-indicator, #new-department").ClickAsync();
                    await Assertions.Expect(page.Locator("#new-code")).ToBeVisibleAsync();
                    foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(page, $"new-{name} {language}", width, height));
                }

                faults.AddRange(work.Complaints);
            }
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task The_home_page_and_the_settings_are_sound_in_both_languages_at_three_sizes_and_in_the_dark()
    {
        var faults = new List<string>();
        await using var opened = await ShellPage.OpenAsync(chromium, app.Address + "/admin");
        await opened.Page.GetByRole(AriaRole.Button, new() { Name = "系统管理员", Exact = true }).ClickAsync();
        await opened.Page.UntilAtAsync(app.Address + "/admin");
        foreach (var path in new[] { "/admin", "/admin/settings" })
        {
            foreach (var language in new[] { "", "?lang=en" })
            {
                await opened.Page.GotoAsync(app.Address + path + language);
                foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(opened.Page, $"{path}{language}", width, height));
            }

            await opened.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            faults.AddRange(await PageCheck.FaultsAsync(opened.Page, $"{path} dark", 1366, 768));
            await opened.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }

        faults.AddRange(opened.Complaints);
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task By_keyboard_alone_an_indicator_is_found_changed_with_a_reason_and_found_by_its_new_name()
    {
        await using var work = await SignInAsync("/admin/catalogue", 390, 844);
        var page = work.Page;
        await WorkPages.TabToAsync(page, page.Locator("#filter-text"));
        await page.Keyboard.TypeAsync("retail_sales");
        await Assertions.Expect(page.Locator(".list .open")).ToHaveTextAsync(["社会消费品零售总额"]);
        await WorkPages.TabToAsync(page, page.Locator(".list .open"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#entry h2 span")).ToBeFocusedAsync();
        await WorkPages.TabToAsync(page, page.Locator("#dimension"));
        await WorkPages.ChooseByKeyboardAsync(page, "安全能级");
        await WorkPages.TabToAsync(page, page.Locator("#aliases"));
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync("\n社零总额之和");
        await WorkPages.TabToAsync(page, page.Locator("#save"));
        await page.Keyboard.PressAsync("Enter");
        // Refused at the field that is missing, with everything typed still there.
        await Assertions.Expect(page.Locator("#entry")).ToContainTextAsync("请写明修改原因");
        await Assertions.Expect(page.Locator("#save")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.TypeAsync("按新口径归类。");
        await WorkPages.TabToAsync(page, page.Locator("#save"));
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("#entry [role=status]").First).ToContainTextAsync("已保存");
        await Assertions.Expect(page.Locator("#entry .history li").First).ToContainTextAsync("按新口径归类。");
        await Assertions.Expect(page.Locator("#entry .history li").First).ToContainTextAsync("市场能级 → 安全能级");
        await WorkPages.TabToAsync(page, page.Locator("#entry").GetByRole(AriaRole.Button, new() { Name = "关闭：社会消费品零售总额" }));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#entry")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".list .open")).ToBeFocusedAsync();
        await page.Locator("#filter-text").FillAsync("社零总额之和");
        await Assertions.Expect(page.Locator(".list .open")).ToHaveTextAsync(["社会消费品零售总额"]);
        WorkPages.Quiet(work);
    }

    [Fact]
    public async Task An_indicator_is_entered_by_mouse_what_is_wrong_is_said_at_its_field_and_the_dialog_gives_the_focus_back()
    {
        await using var work = await SignInAsync("/admin/catalogue");
        var (page, faults) = (work.Page, new List<string>());
        await page.Locator("#new-indicator").ClickAsync();
        await WorkPages.UntilInDialogAsync(page);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#new-indicator")).ToBeFocusedAsync();
        await page.Locator("#new-indicator").ClickAsync();
        await WorkPages.UntilInDialogAsync(page);
        await page.Locator("#new-code").FillAsync("Bad Code");
        await page.Locator("#new-name").FillAsync("地区生产总值");
        await page.Locator("#new-reason").FillAsync("试建。");
        await page.Locator("#new-save").ClickAsync();
        await Assertions.Expect(page.Locator("#new-code-error")).ToContainTextAsync("Bad Code");
        await Assertions.Expect(page.Locator("#new-name-error")).ToContainTextAsync("已是另一项的名称");
        await Assertions.Expect(page.Locator("#new-uom-error")).ToContainTextAsync("计量单位");
        foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(page, "new-indicator-refused", width, height));
        await page.SetViewportSizeAsync(1366, 768);
        await page.Locator("#new-code").FillAsync("night_lights");
        await page.Locator("#new-name").FillAsync("夜间灯光指数");
        await page.Locator("#new-uom").FillAsync("点");
        await page.Locator("#new-type").ClickAsync();
        await WorkPages.ChooseAsync(page, "#new-type", "指数");
        await page.Locator("#new-save").ClickAsync();

        await Assertions.Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#entry h2")).ToContainTextAsync("夜间灯光指数");
        await Assertions.Expect(page.Locator("#entry .history")).ToContainTextAsync("试建。");
        await page.UntilAtAsync("**/admin/catalogue?entry=night_lights");
        faults.AddRange(work.Complaints);
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Trait("Category", "Faults")]
    [Fact]
    [Trait("Category", "Faults")]
    public async Task Two_administrators_on_one_unit_the_second_is_told_sees_what_changed_and_keeps_what_he_typed()
    {
        await using var first = await SignInAsync("/admin/catalogue/units?entry=140923");
        await using var second = await SignInAsync("/admin/catalogue/units?entry=140923");
        await SaveAsync(first, "代州", "先改。");
        await Assertions.Expect(first.Page.Locator("#entry")).ToContainTextAsync("已保存");
        await SaveAsync(second, "雁门", "后改。");

        await Assertions.Expect(second.Page.Locator("#entry [role=alert]")).ToContainTextAsync("已被他人修改");
        await Assertions.Expect(second.Page.Locator("#aliases")).ToHaveValueAsync("雁门");
        await Assertions.Expect(second.Page.Locator("#entry .history")).ToContainTextAsync("先改。");
        await second.Page.Locator("#save").ClickAsync();
        await Assertions.Expect(second.Page.Locator("#entry .history li").First).ToContainTextAsync("代州");
        await Assertions.Expect(second.Page.Locator("#entry .history li").First).ToContainTextAsync("雁门");
        WorkPages.Quiet(first, second);

        static async Task SaveAsync(ShellPage work, string alias, string reason)
        {
            await work.Page.Locator("#aliases").FillAsync(alias);
            await work.Page.Locator("#reason").FillAsync(reason);
            await work.Page.Locator("#save").ClickAsync();
        }
    }

    [Fact]
    public async Task What_is_typed_while_an_entry_is_being_saved_stays_and_is_saved_next()
    {
        await using var work = await SignInAsync("/admin/catalogue/units?entry=140930");
        var page = work.Page;
        await using (var turn = await HeldTurn.TakeAsync(app.Database, "catalogue"))
        {
            await page.Locator("#aliases").FillAsync("火山");
            await page.Locator("#reason").FillAsync("先改。");
            await page.Locator("#save").ClickAsync();
            await turn.UntilSomebodyWaitsAsync();
            await page.Locator("#aliases").FillAsync("火山县");
            await page.Locator("#reason").FillAsync("再改。");
            await page.Locator("#aliases").FocusAsync();
        }

        await Assertions.Expect(page.Locator("#entry .history li").First).ToContainTextAsync("先改。");
        await Assertions.Expect(page.Locator("#aliases")).ToHaveValueAsync("火山县");
        await Assertions.Expect(page.Locator("#reason")).ToHaveValueAsync("再改。");
        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page.Locator("#entry .history li").First).ToContainTextAsync("再改。");
        await Assertions.Expect(page.Locator("#entry .history li").First).ToContainTextAsync("火山县");
        await Assertions.Expect(page.Locator("#entry")).ToContainTextAsync("已保存");
        await Assertions.Expect(page.Locator("#reason")).ToHaveValueAsync("");
        WorkPages.Quiet(work);
    }

    [Fact]
    public async Task What_is_half_typed_of_a_department_survives_the_page_until_it_is_discarded()
    {
        await using var work = await SignInAsync("/admin/catalogue/departments?entry=d2");
        var page = work.Page;
        await Assertions.Expect(page.Locator("#entry h2 span")).ToBeFocusedAsync();
        await page.Locator("#name").FillAsync("半途改名局");
        await page.WaitForFunctionAsync("() => Object.keys(localStorage).some(k => k.includes('department/d2'))");
        await page.ReloadAsync();
        await WorkPages.UntilAliveAsync(page);
        await Assertions.Expect(page.Locator("#name")).ToHaveValueAsync("半途改名局");
        await page.GetByRole(AriaRole.Button, new() { Name = "放弃这些内容" }).ClickAsync();
        await Assertions.Expect(page.Locator("#name")).ToHaveValueAsync("测试统计局");
        // A department that has returns keeps its name, and the page says so.
        await page.Locator(".list .open").Filter(new() { HasText = "测试工信局" }).ClickAsync();
        await Assertions.Expect(page.Locator("#name")).ToHaveValueAsync("测试工信局");
        await Assertions.Expect(page.Locator("#entry h2 span")).ToBeFocusedAsync();
        await page.Locator("#name").FillAsync("别的名称");
        await page.Locator("#reason").FillAsync("更名。");
        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page.Locator("#name-error")).ToContainTextAsync("名称不能改");
        await page.GetByRole(AriaRole.Button, new() { Name = "关闭：测试工信局" }).ClickAsync();
        WorkPages.Quiet(work);
    }

    [Fact]
    public async Task Headlines_are_moved_by_keyboard_and_dragged_by_mouse_one_is_added_and_the_overview_follows()
    {
        await using var work = await SignInAsync("/admin/catalogue/headlines");
        var page = work.Page;
        var names = page.Locator("#order tbody th b");
        await Assertions.Expect(page.Locator(".rows[data-ready]")).ToHaveCountAsync(1);
        var before = await names.AllInnerTextsAsync();
        await WorkPages.TabToAsync(page, page.Locator("tr[data-place='1'] .handle"));
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await Assertions.Expect(names.First).ToHaveTextAsync(before[1]);
        // The focus goes along with what is moved.
        await Assertions.Expect(page.Locator("tr[data-place='2'] .handle")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await Assertions.Expect(names.Nth(2)).ToHaveTextAsync(before[0]);
        await Assertions.Expect(page.Locator("tr[data-place='3'] .handle")).ToBeFocusedAsync();

        await WorkPages.DragRowAsync(page, from: 4, to: 1);
        await Assertions.Expect(names.First).ToHaveTextAsync(before[3]);
        await page.GetByRole(AriaRole.Button, new() { Name = $"删去第5行：{before[4]}" }).ClickAsync();
        await Assertions.Expect(names).ToHaveCountAsync(before.Count - 1);
        await page.Locator("#add").FillAsync("零售");
        await WorkPages.UntilFoundAsync(page, "零售");
        await WorkPages.ChooseAsync(page, "#add", "社会消费品零售总额");
        await page.Locator("#add-it").ClickAsync();
        await Assertions.Expect(names.Last).ToHaveTextAsync("社会消费品零售总额");
        await Assertions.Expect(page.Locator("#add")).ToHaveValueAsync("");
        await page.Locator("#reason").FillAsync("突出消费。");
        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page.Locator("#history .history")).ToContainTextAsync("突出消费。");
        var chosen = await names.AllInnerTextsAsync();

        Assert.Equal([before[3], before[1], before[2], before[0], .. before.Skip(5), "社会消费品零售总额"], chosen);
        await app.UntilAsync(c => c.Headlines[^1].Indicator == "retail_sales");
        await page.GotoAsync(app.Address + "/");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("社会消费品零售总额");
        WorkPages.Quiet(work);
    }

    [Fact]
    public async Task The_log_has_no_line_about_a_missing_provider_and_no_other_warning()
    {
        using var log = new WrittenLog();
        foreach (var path in new[] { "/admin/catalogue?entry=gdp", "/admin/catalogue/units?lang=en", "/admin/catalogue/departments", "/admin/catalogue/headlines" })
        {
            await using var work = await SignInAsync(path);
            if (path.Contains("entry", StringComparison.Ordinal))
            {
                await work.Page.Locator("#direction").ClickAsync();
                await Assertions.Expect(work.Page.Locator(".mud-popover-open .mud-list-item").First).ToBeVisibleAsync();
                await work.Page.Keyboard.PressAsync("Escape");
            }

            WorkPages.Quiet(work);
        }

        Assert.True(log.Text.Length == 0, log.Text);
    }

    private Task<ShellPage> SignInAsync(string path, int width = 1366, int height = 768) =>
        WorkPages.SignInAsync(chromium, app.Address, path, "系统管理员", width, height);

    /// <summary>An application of its own with departments, a form and a catalogue that was changed before.</summary>
    public sealed class App : IAsyncLifetime
    {
        private readonly DashboardApp app = new() { LogLevel = "Warning" };

        public string Address => app.Address;

        public PostgresDatabase Database => app.Database;

        public async Task InitializeAsync()
        {
            await app.InitializeAsync();
            var setup = new ReturnSetup(app.Database.Owner, app.Database.App);
            await setup.DepartmentAsync("d1", "测试工信局");
            await setup.DepartmentAsync("d2", "测试统计局");
            var administrator = await setup.UserAsync("sun", Role.Admin, name: "孙管理");
            await setup.FormAsync([ReturnSetup.Series("fixed_asset_investment", growth: true), ReturnSetup.Series("retail_sales", growth: true)], ["d1", "d2"]);
            await setup.FormAsync([ReturnSetup.Series("retail_sales", growth: true)], [], "alone", "市场能级季度表");
            await setup.OpenAsync("2026-Q3", "d1");
            var indicators = app.Services.GetRequiredService<IndicatorCatalogue>();
            await ChangeAsync(i => i with { Note = "按常住人口平均", Aliases = ["人均GDP", "人均生产总值"] }, "统一别名，便于导入识别。");
            await ChangeAsync(i => i with { Additive = false, Dimension = "industry" }, "人均值不加总；归入产业能级。");

            async Task ChangeAsync(Func<Indicator, Indicator> change, string reason)
            {
                var held = (await indicators.FindAsync("gdp_per_capita"))!;
                Assert.Null((await indicators.SaveAsync(change(held.Indicator), held.Version, reason, administrator)).Refusal);
            }
        }

        /// <summary>Waits until the catalogue that the application shows is as it should be.</summary>
        public async Task UntilAsync(Func<Catalogue, bool> holds)
        {
            var store = app.Services.GetRequiredService<Data.Snapshot.SnapshotStore>();
            await Wait.UntilAsync(() => holds(store.Current.Catalogue));
        }

        public Task DisposeAsync() => app.DisposeAsync();
    }
}
