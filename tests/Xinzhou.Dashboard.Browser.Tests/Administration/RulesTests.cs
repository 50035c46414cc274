using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Shell;
using Xinzhou.Dashboard.Data.Rules;

namespace Xinzhou.Dashboard.Browser.Tests.Administration;

/// <summary>The system administrator keeps rules: a list, a builder by the fields of the kind, the trial beside it.</summary>
[Collection(nameof(AdministrationTests))]
public sealed class RulesTests(Chromium chromium, AdministrationApp app) : IClassFixture<AdministrationApp>
{
    [Fact]
    public async Task The_pages_of_rules_are_sound_in_both_languages_at_three_sizes_and_in_the_dark()
    {
        var faults = new List<string>();
        await using var work = await SignInAsync("/admin");
        foreach (var path in new[]
        {
            "/admin", "/admin/rules", "/admin/rules/new?type=parts", "/admin/rules/growth_within_50", "/admin/rules/gdp_industries",
            "/admin/rules/change_outlier", "/admin/rules/q1_equals_ytd",
        })
        {
            foreach (var language in new[] { "zh", "en" })
            {
                await work.Page.GotoAsync(app.Address + path + (language == "en" ? path.Contains('?', StringComparison.Ordinal) ? "&lang=en" : "?lang=en" : ""));
                if (path != "/admin") await WorkPages.UntilAliveAsync(work.Page);
                if (await work.Page.Locator("h1").CountAsync() != 1) faults.Add($"{path} {language}: there is not exactly one h1");
                foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(work.Page, $"{path} {language}", width, height));
            }

            await work.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            faults.AddRange(await PageCheck.FaultsAsync(work.Page, $"{path} dark", 1366, 768));
            await work.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }

        faults.AddRange(work.Complaints);
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task A_rule_is_tried_by_keyboard_the_figures_stand_beside_it_and_a_fault_at_its_field()
    {
        await using var work = await SignInAsync("/admin/rules/growth_within_50");
        var (page, faults) = (work.Page, new List<string>());
        await WorkPages.TabToAsync(page, page.Locator("#bound"));
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("12");
        await page.Keyboard.PressAsync("Enter");

        // Enter tries; saving takes a deliberate press.
        await Assertions.Expect(page.Locator("#trial .counts")).ToContainTextAsync("个违反");
        await Assertions.Expect(page.Locator("#trial .counts")).ToContainTextAsync("修改后新增");
        await Assertions.Expect(page.Locator("#trial tbody a").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#bound")).ToHaveValueAsync("12");
        foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(page, "trial", width, height));
        await page.SetViewportSizeAsync(1366, 768);
        await WorkPages.TabToAsync(page, page.Locator("#save"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#rule")).ToContainTextAsync("请写明修改原因");
        await page.Locator("#bound").FillAsync("-5");
        await page.Locator("#try").ClickAsync();
        await Assertions.Expect(page.Locator("#rule")).ToContainTextAsync("应大于0");
        await Assertions.Expect(page.Locator("#bound")).ToHaveAttributeAsync("aria-invalid", "true");
        faults.AddRange(await PageCheck.FaultsAsync(page, "refused", 1366, 768));
        faults.AddRange(work.Complaints);
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
        await page.Locator("#bound").FillAsync("30");
    }

    [Fact]
    public async Task A_rule_is_made_of_indicators_found_by_typing_saved_taken_out_of_force_with_a_reason_and_restored()
    {
        await using var work = await SignInAsync("/admin/rules/new?type=parts");
        var page = work.Page;
        await page.Locator("#code").FillAsync("made_in_browser");
        await PickAsync("#total", "地区生产总值", "地区生产总值（");
        await PickAsync("#parts-1", "第一产业增加值", "第一产业增加值（");
        await PickAsync("#parts-2", "第二产业增加值", "第二产业增加值（");
        await page.Locator("#reason").FillAsync("试建。");
        await page.Locator("#save").ClickAsync();
        await page.UntilAtAsync("**/admin/rules/made_in_browser?done=saved");
        await WorkPages.UntilAliveAsync(page);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("已保存并生效");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("第二产业增加值");

        await page.Locator("#end").ClickAsync();
        await page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "停用", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".mud-dialog")).ToContainTextAsync("请写明原因");
        await page.Locator("#ending-reason").FillAsync("试完。");
        await page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "停用", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#history")).ToContainTextAsync("试完。");
        await Assertions.Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0);
        await page.Locator("#reason").FillAsync("恢复。");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存并恢复使用" }).ClickAsync();
        await Assertions.Expect(page.Locator("#history")).ToContainTextAsync("恢复使用");
        WorkPages.Quiet(work);

        async Task PickAsync(string field, string typed, string item)
        {
            await page.Locator(field).FillAsync(typed);
            await WorkPages.UntilFoundAsync(page, typed);
            await WorkPages.ChooseAsync(page, field, item);
        }
    }

    [Fact]
    public async Task A_rule_that_half_of_history_breaks_says_so_and_is_saved_by_a_second_press_only()
    {
        await using var work = await SignInAsync("/admin/rules/new?type=growth_bound");
        var page = work.Page;
        await page.Locator("#code").FillAsync("far_too_strict");
        await page.Locator("#bound").FillAsync("0.01");
        await page.Locator("#reason").FillAsync("试建。");
        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page.Locator("#rule [role=status]")).ToContainTextAsync("尚未保存");
        await Assertions.Expect(page.Locator("#trial")).ToContainTextAsync("规则太紧");
        Assert.Null(await app.App.Services.GetRequiredService<ValidationRules>().FindAsync("far_too_strict"));

        await page.Locator("#save").ClickAsync();
        await page.UntilAtAsync("**/admin/rules/far_too_strict?done=saved");
        WorkPages.Quiet(work);
    }

    [Fact]
    public async Task What_is_half_typed_of_a_rule_survives_a_lost_circuit()
    {
        await using var work = await SignInAsync("/admin/rules/gdp_industries");
        var page = work.Page;
        await page.Locator("#reason").FillAsync("改到一半");
        await page.WaitForFunctionAsync("() => Object.keys(localStorage).some(k => k.startsWith('xzd-draft|'))");
        await page.ReloadAsync();
        await WorkPages.UntilAliveAsync(page);
        await Assertions.Expect(page.Locator(".draft")).ToContainTextAsync("未保存的内容");
        await Assertions.Expect(page.Locator("#reason")).ToHaveValueAsync("改到一半");
        WorkPages.Quiet(work);
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task Two_administrators_on_one_rule_the_second_is_told_sees_what_changed_and_keeps_what_he_typed()
    {
        await using var first = await SignInAsync("/admin/rules/growth_above_minus_100");
        await using var second = await SignInAsync("/admin/rules/growth_above_minus_100");
        await SaveAsync(first, "-90", "先改。");
        await Assertions.Expect(first.Page.Locator("main")).ToContainTextAsync("已保存并生效");
        await SaveAsync(second, "-80", "后改。");

        await Assertions.Expect(second.Page.Locator("#rule [role=alert]")).ToContainTextAsync("已被他人修改");
        await Assertions.Expect(second.Page.Locator("#floor")).ToHaveValueAsync("-80");
        await Assertions.Expect(second.Page.Locator("#history")).ToContainTextAsync("先改。");
        await second.Page.Locator("#save").ClickAsync();
        await Assertions.Expect(second.Page.Locator("#history")).ToContainTextAsync("后改。");
        WorkPages.Quiet(first, second);
        Assert.Equal(3, (await app.App.Services.GetRequiredService<ValidationRules>().FindAsync("growth_above_minus_100"))!.Versions.Count);

        static async Task SaveAsync(ShellPage work, string floor, string reason)
        {
            await work.Page.Locator("#floor").FillAsync(floor);
            await work.Page.Locator("#reason").FillAsync(reason);
            await work.Page.Locator("#save").ClickAsync();
        }
    }

    private Task<ShellPage> SignInAsync(string path) => path == "/admin"
        ? OpenAsync()
        : WorkPages.SignInAsync(chromium, app.Address, path, "系统管理员");

    private async Task<ShellPage> OpenAsync()
    {
        var opened = await ShellPage.OpenAsync(chromium, app.Address + "/admin");
        await opened.Page.GetByRole(AriaRole.Button, new() { Name = "系统管理员", Exact = true }).ClickAsync();
        await opened.Page.UntilAtAsync(app.Address + "/admin");
        return opened;
    }
}
