using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Shell;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Browser.Tests.Administration;

/// <summary>The system administrator keeps forms: rows by drag and by keyboard, added from lists, seen as they are reported.</summary>
[Collection(nameof(AdministrationTests))]
public sealed class FormsTests(Chromium chromium, AdministrationApp app) : IClassFixture<AdministrationApp>
{
    private FormCatalogue Forms => app.App.Services.GetRequiredService<FormCatalogue>();

    [Fact]
    public async Task The_pages_of_forms_the_preview_and_the_dialogs_are_sound_in_both_languages_at_three_sizes_and_in_the_dark()
    {
        var faults = new List<string>();
        await using var work = await SignInAsync("/admin/forms");
        var page = work.Page;
        foreach (var language in new[] { "zh", "en" })
        {
            foreach (var path in new[] { "/admin/forms", "/admin/forms/new", "/admin/forms/quarterly" })
            {
                await page.GotoAsync(app.Address + path + (language == "en" ? "?lang=en" : ""));
                await WorkPages.UntilAliveAsync(page);
                if (await page.Locator("h1").CountAsync() != 1) faults.Add($"{path} {language}: there is not exactly one h1");
                await LookAsync($"{path} {language}");
            }

            await page.Locator("#view-preview").ClickAsync();
            await Assertions.Expect(page.Locator("#rows .entry tbody tr")).ToHaveCountAsync(6);
            await LookAsync($"form-preview {language}");
            await page.SetViewportSizeAsync(1366, 768);
            await page.Locator("#view-edit").ClickAsync();
            await page.Locator("#add-open").ClickAsync();
            await Assertions.Expect(page.Locator("#pick-indicators")).ToBeVisibleAsync();
            await LookAsync($"add-rows {language}");
            await page.SetViewportSizeAsync(1366, 768);
            await page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0);
            await page.Locator(".share").ClickAsync();
            await Assertions.Expect(page.Locator("#share-part")).ToBeVisibleAsync();
            await LookAsync($"share {language}");
            await page.SetViewportSizeAsync(1366, 768);
            await page.Keyboard.PressAsync("Escape");
        }

        faults.AddRange(work.Complaints);
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));

        async Task LookAsync(string name)
        {
            foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(page, name, width, height));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            faults.AddRange(await PageCheck.FaultsAsync(page, $"{name} dark", 1366, 768));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }
    }

    [Fact]
    public async Task Rows_are_dragged_added_taken_out_put_back_and_saved_as_a_new_version_by_mouse()
    {
        var code = await FormAsync("dragged");
        await using var work = await SignInAsync($"/admin/forms/{code}");
        var page = work.Page;
        await WorkPages.DragRowAsync(page, from: 1, to: 3);
        await Assertions.Expect(Subjects(page)).ToHaveTextAsync(["第三产业投资", "社会消费品零售总额", "固定资产投资"], new() { UseInnerText = true });
        await Assertions.Expect(page.Locator(".rows ~ [role=status]")).ToContainTextAsync("固定资产投资 忻州市：第3行，共3行");
        await Assertions.Expect(page.Locator("#unsaved")).ToContainTextAsync("有改动未保存");

        await page.Locator("#add-open").ClickAsync();
        await WorkPages.UntilInDialogAsync(page);
        await page.Locator("#pick-indicators .find").FillAsync("一般公共预算收入");
        await page.Locator("#pick-indicators label").Filter(new() { HasText = "一般公共预算收入" }).First.ClickAsync();
        await page.Locator("#pick-units label").Filter(new() { HasText = "忻府区" }).ClickAsync();
        await page.Locator("#pick-tasks label").Filter(new() { HasText = "12 " }).First.ClickAsync();
        await Assertions.Expect(page.Locator("#add")).ToHaveTextAsync("添加 3 行");
        await page.Locator("#add").ClickAsync();
        await Assertions.Expect(page.Locator(".rows tbody tr")).ToHaveCountAsync(6);
        await UntilBackAsync(page);

        await page.Locator("tr[data-place='2']").HoverAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "删去第2行：社会消费品零售总额 忻州市" }).ClickAsync();
        await Assertions.Expect(page.Locator(".rows tbody tr")).ToHaveCountAsync(5);
        await page.Locator("#undo").ClickAsync();
        await Assertions.Expect(page.Locator(".rows tbody tr")).ToHaveCountAsync(6);
        await page.Locator("tr[data-place='2']").HoverAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "删去第2行：社会消费品零售总额 忻州市" }).ClickAsync();
        await page.Locator("#reason").FillAsync("调整顺序，增加预算收入。");
        await page.Locator("#save").ClickAsync();

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("已保存为新版本");
        await Assertions.Expect(page.Locator(".sub")).ToContainTextAsync("第2版");
        await Assertions.Expect(page.Locator("#history tbody tr").First).ToContainTextAsync("调整顺序，增加预算收入。");
        await Assertions.Expect(page.Locator("#history tbody tr").First).ToContainTextAsync("从下一次开启起");
        Assert.Equal(
            ["tertiary_industry_investment 140900", "fixed_asset_investment 140900", "general_budget_revenue 140900", "general_budget_revenue 140902", "12"],
            (await Forms.FindAsync(code))!.Rows.Select(r => r.Task is { } task ? $"{task}" : $"{r.Indicator!.Code} {r.Unit!.Code}"));
        WorkPages.Quiet(work);
    }

    [Fact]
    public async Task By_keyboard_alone_rows_are_moved_typed_in_added_and_taken_out_and_the_focus_stays_with_them()
    {
        var code = await FormAsync("typed");
        await using var work = await SignInAsync($"/admin/forms/{code}?lang=en");
        var page = work.Page;
        await WorkPages.TabToAsync(page, page.Locator("tr[data-place='1'] .handle"));
        await page.Locator("tr[data-place='1']").EvaluateAsync("row => { row.isTheSame = true; }");
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await Assertions.Expect(page.Locator("tr[data-place='2'] .name")).ToHaveTextAsync("Fixed-asset investment");
        // The row itself went there, with whatever is half typed in it.
        Assert.True(await page.Locator("tr[data-place='2']").EvaluateAsync<bool>("row => row.isTheSame === true"));
        await Assertions.Expect(page.Locator("tr[data-place='2'] .handle")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator(".rows ~ [role=status]")).ToContainTextAsync("row 2 of 3");
        await page.Keyboard.PressAsync("Alt+End");
        await Assertions.Expect(page.Locator("tr[data-place='3'] .handle")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("tr[data-place='3'] .name")).ToHaveTextAsync("Fixed-asset investment");
        await Assertions.Expect(page.Locator(".rows ~ [role=status]")).ToContainTextAsync("row 3 of 3");

        // Down a column, as in a sheet.
        await WorkPages.TabToAsync(page, page.Locator("tr[data-place='3'] [data-col=decimals]"));
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(page.Locator("tr[data-place='2'] [data-col=decimals]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("3");
        await Assertions.Expect(page.Locator("#unsaved")).ToContainTextAsync("Not saved yet");

        // As fast as it is typed, every letter is there.
        await page.Locator("tr[data-place='2'] [data-col=uom]").FocusAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("abcdefghijkl");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator("tr[data-place='3'] [data-col=uom]")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("tr[data-place='2'] [data-col=uom]")).ToHaveValueAsync("abcdefghijkl");
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(page.Locator("tr[data-place='2'] [data-col=uom]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("亿元");
        await Assertions.Expect(page.Locator("tr[data-place='2'] [data-col=uom]")).ToHaveValueAsync("亿元");

        // What is half typed goes with its row.
        await page.Locator("tr[data-place='2'] [data-col=uom]").FocusAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("亿");
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await Assertions.Expect(page.Locator("tr[data-place='3'] [data-col=uom]")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("tr[data-place='3'] [data-col=uom]")).ToHaveValueAsync("亿");
        await page.Keyboard.TypeAsync("元");
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await Assertions.Expect(page.Locator("tr[data-place='2'] [data-col=uom]")).ToHaveValueAsync("亿元");

        await page.Locator("tr[data-place='1'] .handle").FocusAsync();
        await page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(page.Locator(".rows tbody tr")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("tr[data-place='1'] .handle")).ToBeFocusedAsync();

        await page.Locator("#add-open").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await WorkPages.UntilInDialogAsync(page);
        await WorkPages.TabToAsync(page, page.Locator("#pick-indicators .find"));
        await page.Keyboard.TypeAsync("general_budget_revenue");
        await Assertions.Expect(page.Locator("#pick-indicators label")).ToHaveCountAsync(1);
        await WorkPages.TabToAsync(page, page.Locator("#pick-indicators input[type=checkbox]"));
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator("#add")).ToHaveTextAsync("Add 1 rows");
        // The arrow keys go through the units, the Tab key past them.
        await WorkPages.TabToAsync(page, page.Locator("#pick-units input[type=checkbox]"));
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator("#add")).ToHaveTextAsync("Add 2 rows");
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator("#add")).ToHaveTextAsync("Add 1 rows");
        await WorkPages.TabToAsync(page, page.Locator("#add"));
        await page.Keyboard.PressAsync("Enter");
        await UntilBackAsync(page);
        await WorkPages.TabToAsync(page, page.Locator("#reason"));
        await page.Keyboard.TypeAsync("by keyboard");
        await WorkPages.TabToAsync(page, page.Locator("#save"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Saved as a new version");
        await Assertions.Expect(page.Locator("#save")).ToBeFocusedAsync();
        Assert.Equal(
            [("retail_sales", 3), ("fixed_asset_investment", 1), ("general_budget_revenue", 2)],
            (await Forms.FindAsync(code))!.Rows.Select(r => (r.Indicator!.Code, r.Decimals)));
        WorkPages.Quiet(work);
    }

    [Fact]
    public async Task Who_has_gone_on_before_a_move_is_answered_is_not_called_back_to_the_row()
    {
        await using var work = await SignInAsync($"/admin/forms/{await FormAsync("gone-on")}?lang=en");
        var page = work.Page;
        await Assertions.Expect(page.Locator(".rows[data-ready]")).ToBeVisibleAsync();
        await page.Locator("tr[data-place='1'] .handle").EvaluateAsync(
            """
            handle => {
              handle.focus();
              handle.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", altKey: true, bubbles: true }));
              document.getElementById("reason").focus();
            }
            """);
        await Assertions.Expect(page.Locator(".rows ~ [role=status]")).ToContainTextAsync("row 2 of 3");
        // The answer to the next act comes after all that the first one brought.
        await page.Keyboard.TypeAsync("in order");
        await page.Locator("tr[data-place='1'] .handle").FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await Assertions.Expect(page.Locator("tr[data-place='2'] .handle")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#reason")).ToHaveValueAsync("in order");
        WorkPages.Quiet(work);
    }

    [Fact]
    public async Task What_is_typed_while_a_form_is_being_saved_stays_and_is_saved_next()
    {
        var code = await FormAsync("meanwhile");
        await using var work = await SignInAsync($"/admin/forms/{code}");
        var page = work.Page;
        await using (var turn = await HeldTurn.TakeAsync(app.App.Database, "calendar"))
        {
            await page.Locator("#name").FillAsync("先改的表");
            await page.Locator("#reason").FillAsync("先改。");
            await page.Locator("#save").ClickAsync();
            await turn.UntilSomebodyWaitsAsync();
            await page.Locator("tr[data-place='1'] [data-col=decimals]").FillAsync("3");
            await page.Locator("#name").FillAsync("再改的表");
            await page.Locator("#reason").FillAsync("再改。");
            await page.Locator("#name").FocusAsync();
        }

        await Assertions.Expect(page.Locator(".sub")).ToContainTextAsync("第2版");
        await Assertions.Expect(page.Locator("#name")).ToHaveValueAsync("再改的表");
        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page.Locator(".sub")).ToContainTextAsync("第3版");
        await Assertions.Expect(page.Locator("#history tbody tr").First).ToContainTextAsync("再改。");
        var saved = (await Forms.FindAsync(code))!;
        Assert.Equal(("再改的表", 3), (saved.Name, saved.Rows[0].Decimals));
        WorkPages.Quiet(work);
    }

    [Fact]
    public async Task A_new_form_is_refused_at_its_fields_and_rows_and_saved_when_they_are_right()
    {
        await using var work = await SignInAsync("/admin/forms/new");
        var page = work.Page;
        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page.Locator("#saving")).ToContainTextAsync("请写明修改原因");
        await page.Locator("#code").FillAsync("9bad");
        await page.Locator("#reason").FillAsync("新建。");
        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page.Locator("#code")).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(page.Locator("#saving [role=alert]")).ToContainTextAsync("报表应有1至300行");
        await Assertions.Expect(page.Locator("#facts")).ToContainTextAsync("请至少选一个填报单位");

        await page.Locator("#code").FillAsync("made-in-browser");
        await page.Locator("#name").FillAsync("浏览器新建表");
        await page.GetByLabel("测试工信局").CheckAsync();
        await page.Locator("#add-open").ClickAsync();
        await WorkPages.UntilInDialogAsync(page);
        await page.Locator("#pick-indicators .find").FillAsync("固定资产投资");
        await page.Locator("#pick-indicators label").Filter(new() { HasText = "固定资产投资" }).First.ClickAsync();
        await page.Locator("#add").ClickAsync();
        await UntilBackAsync(page);
        await page.Locator("[data-col=uom]").FillAsync("万吨");
        await page.Locator("[data-col=decimals]").FillAsync("9");
        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page.Locator("#saving [role=alert]")).ToContainTextAsync("第1行：小数位数应为0至6");
        await page.GetByRole(AriaRole.Button, new() { Name = "第1行：计量单位“万吨”不能换算为指标的单位" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-col=uom]")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("[data-col=uom]")).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(page.Locator("#reason")).ToHaveValueAsync("新建。");
        await page.Locator("[data-col=uom]").FillAsync("亿元");
        await page.Locator("[data-col=decimals]").FillAsync("1");
        await page.Locator("#save").ClickAsync();
        await page.UntilAtAsync("**/admin/forms/made-in-browser?done=saved");
        await WorkPages.UntilAliveAsync(page);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("已保存为新版本");
        WorkPages.Quiet(work);
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task Two_administrators_on_one_form_the_second_is_told_keeps_what_he_typed_and_chooses()
    {
        var code = await FormAsync("shared");
        await using var first = await SignInAsync($"/admin/forms/{code}");
        await using var second = await SignInAsync($"/admin/forms/{code}");
        await SaveAsync(first, "3", "先改。");
        await Assertions.Expect(first.Page.Locator("main")).ToContainTextAsync("已保存为新版本");
        await SaveAsync(second, "4", "后改。");

        await Assertions.Expect(second.Page.Locator("#saving [role=alert]")).ToContainTextAsync("已被他人修改");
        await Assertions.Expect(second.Page.Locator("#history")).ToContainTextAsync("先改。");
        await Assertions.Expect(Decimals(second)).ToHaveValueAsync("4");
        await second.Page.Locator("#take-newest").ClickAsync();
        await Assertions.Expect(Decimals(second)).ToHaveValueAsync("3");
        await SaveAsync(second, "4", "再改。");
        await Assertions.Expect(second.Page.Locator("#history")).ToContainTextAsync("再改。");
        Assert.Equal((3, 4), ((await Forms.FindAsync(code))!.Version, (await Forms.FindAsync(code))!.Rows[0].Decimals));
        WorkPages.Quiet(first, second);

        static ILocator Decimals(ShellPage work) => work.Page.Locator("tr[data-place='1'] [data-col=decimals]");

        static async Task SaveAsync(ShellPage work, string decimals, string reason)
        {
            await Decimals(work).FillAsync(decimals);
            await work.Page.Locator("#reason").FillAsync(reason);
            await work.Page.Locator("#save").ClickAsync();
        }
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task What_is_half_done_on_a_form_survives_a_lost_circuit_until_it_is_discarded()
    {
        var code = await FormAsync("lost");
        await using var work = await SignInAsync($"/admin/forms/{code}");
        var page = work.Page;
        await page.Locator("tr[data-place='1'] .handle").FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        const string Draft = "() => localStorage[Object.keys(localStorage).find(k => k.startsWith('xzd-draft|'))] ?? ''";
        await page.WaitForFunctionAsync($"() => ({Draft})() !== ''");
        var moved = await page.EvaluateAsync<string>(Draft);
        await page.Locator("#reason").FillAsync("改到一半");
        await page.WaitForFunctionAsync($"moved => ({Draft})() !== moved", moved);

        await page.ReloadAsync();
        await WorkPages.UntilAliveAsync(page);
        await Assertions.Expect(page.Locator(".draft")).ToContainTextAsync("未保存的内容");
        await Assertions.Expect(page.Locator("#reason")).ToHaveValueAsync("改到一半");
        await Assertions.Expect(page.Locator("tr[data-place='2'] .name")).ToHaveTextAsync("固定资产投资");
        await page.GetByRole(AriaRole.Button, new() { Name = "放弃这些内容" }).ClickAsync();
        await Assertions.Expect(page.Locator("tr[data-place='1'] .name")).ToHaveTextAsync("固定资产投资");
        Assert.Equal(1, (await Forms.FindAsync(code))!.Version);
        WorkPages.Quiet(work);
    }

    [Fact]
    public async Task A_form_of_300_rows_draws_those_in_sight_and_a_row_goes_from_one_end_to_the_other()
    {
        var catalogue = app.App.Services.GetRequiredService<SnapshotStore>().Current.Catalogue;
        var rows = catalogue.Indicators.Where(i => i.Type is IndicatorType.Flow or IndicatorType.Stock && i.Uom.Length > 0)
            .SelectMany(i => catalogue.Units, (i, u) => ReturnSetup.Series(i.Code, i.Uom, unit: u.Code, timing: FormCheck.TimingsOf(i)[0])).Take(FormCheck.MaxRows).ToArray();
        var setup = new ReturnSetup(app.App.Database.Owner, app.App.Database.App);
        await setup.FormAsync(rows, ["d1"], "long", "三百行大表");
        await using var work = await SignInAsync("/admin/forms/long");
        var page = work.Page;
        await Assertions.Expect(page.Locator(".rows table")).ToHaveAttributeAsync("aria-rowcount", "301");
        await Assertions.Expect(page.Locator("tr[data-place='5']")).ToBeVisibleAsync();
        Assert.InRange(await page.Locator(".rows tbody tr[data-place]").CountAsync(), 5, 60);

        await page.Locator("tr[data-place='1'] .handle").FocusAsync();
        var name = await page.Locator("tr[data-place='1'] .name").InnerTextAsync();
        await page.Keyboard.PressAsync("Alt+End");
        await Assertions.Expect(page.Locator("tr[data-place='300'] .handle")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("tr[data-place='300'] .name")).ToHaveTextAsync(name);
        await Assertions.Expect(page.Locator("tr[data-place='300']")).ToBeInViewportAsync();
        await page.Locator("tr[data-place='300'] [data-col=decimals]").FillAsync("4");
        await page.Locator("#reason").FillAsync("首行移到末尾。");
        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("已保存为新版本");
        var saved = (await Forms.FindAsync("long"))!;
        Assert.Equal((300, rows[0].Indicator!.Code, rows[0].Unit!.Code, 4), (saved.Rows.Count, saved.Rows[^1].Indicator!.Code, saved.Rows[^1].Unit!.Code, saved.Rows[^1].Decimals));

        // One more is refused, and nothing is lost.
        await page.Locator("#add-open").ClickAsync();
        await page.Locator("#pick-tasks label").First.ClickAsync();
        await page.Locator("#add").ClickAsync();
        await Assertions.Expect(page.Locator(".rows table")).ToHaveAttributeAsync("aria-rowcount", "302");
        await UntilBackAsync(page);
        await page.Locator("#reason").FillAsync("再加一行。");
        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page.Locator("#saving [role=alert]")).ToContainTextAsync("报表应有1至300行");
        await page.Locator("#view-preview").ClickAsync();
        await Assertions.Expect(page.Locator("#rows .entry tbody tr")).ToHaveCountAsync(301);
        Assert.Equal(2, (await Forms.FindAsync("long"))!.Version);
        WorkPages.Quiet(work);
    }

    [Fact]
    public async Task The_preview_is_the_grid_of_the_reporter_with_nothing_to_enter_and_a_share_is_made_of_two_rows()
    {
        await using var work = await SignInAsync("/admin/forms/quarterly");
        var page = work.Page;
        await Assertions.Expect(page.Locator(".share")).ToHaveTextAsync("＝第4行÷第3行");
        await page.Locator(".share").ClickAsync();
        await page.Locator("#share-part").ClickAsync();
        await WorkPages.ChooseAsync(page, "#share-part", "由单位填报");
        await page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "完成" }).ClickAsync();
        await Assertions.Expect(page.Locator(".share")).ToHaveTextAsync("由单位填报");
        await Assertions.Expect(page.Locator(".share")).ToBeFocusedAsync();
        await page.Locator(".share").ClickAsync();
        await page.Locator("#share-part").ClickAsync();
        await WorkPages.ChooseAsync(page, "#share-part", "4 ");
        await page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "完成" }).ClickAsync();
        await Assertions.Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".share")).ToHaveTextAsync("＝第4行÷第3行");

        await page.Locator("#view-preview").ClickAsync();
        await Assertions.Expect(page.Locator("#rows .entry tbody tr").Nth(4)).ToContainTextAsync("自动算");
        await Assertions.Expect(page.Locator("#rows .entry input.value").First).ToBeDisabledAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "放弃这些内容" }).Or(page.Locator("#view-edit")).First.ClickAsync();
        WorkPages.Quiet(work);
    }

    private static ILocator Subjects(IPage page) => page.Locator(".rows tbody .name");

    private async Task<string> FormAsync(string code)
    {
        var setup = new ReturnSetup(app.App.Database.Owner, app.App.Database.App);
        await setup.FormAsync(
            [ReturnSetup.Series("fixed_asset_investment"), ReturnSetup.Series("tertiary_industry_investment", growth: true, indent: 1), ReturnSetup.Series("retail_sales")],
            ["d1"], code, $"测试表{code}");
        return code;
    }

    /// <summary>The dialog that adds rows is closed, and the focus is back where it was opened.</summary>
    private static async Task UntilBackAsync(IPage page)
    {
        await Assertions.Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#add-open")).ToBeFocusedAsync();
    }

    private Task<ShellPage> SignInAsync(string path) => WorkPages.SignInAsync(chromium, app.Address, path, "系统管理员");
}
