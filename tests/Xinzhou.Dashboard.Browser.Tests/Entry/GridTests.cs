using Microsoft.Playwright;
using Xinzhou.Dashboard.Testing.Reporting;
using static Microsoft.Playwright.Assertions;

namespace Xinzhou.Dashboard.Browser.Tests.Entry;

[Collection(nameof(ReportingTests))]
[Trait("Category", "Faults")]
public sealed class GridTests(Chromium chromium, DashboardApp app)
{
    [Fact]
    public async Task Leaving_a_cell_saves_it_and_the_row_says_so()
    {
        var (made, page) = await OpenAsync();
        await using var _ = page;

        await page.Input("1-value").FillAsync("２４６．０");
        await page.Page.Keyboard.PressAsync("Tab");

        await Expect(page.Input("1-growth")).ToBeFocusedAsync();
        await Expect(page.Input("1-value")).ToHaveValueAsync("246.0");
        await Expect(page.Page.Locator("#entry-context .meter")).ToContainTextAsync("1/21");
        await page.Page.Keyboard.TypeAsync("6.2");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.State(1)).ToContainTextAsync("已保存");
        await Expect(page.Page.Locator("#entry-context .meter")).ToContainTextAsync("2/21");
        Assert.Equal(["246.0", "6.2"], await ValuesAsync(made));
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Arrows_enter_and_control_keys_move_as_in_a_spreadsheet()
    {
        var (_, page) = await OpenAsync();
        await using var __ = page;
        var keys = page.Page.Keyboard;
        async Task AtAsync(string cell) => await Expect(page.Input(cell)).ToBeFocusedAsync();

        // The cursor waits in the first cell to fill.
        await AtAsync("1-value");
        await page.Input("1-value").FocusAsync();
        await keys.PressAsync("ArrowDown");
        await AtAsync("2-value");
        await keys.PressAsync("ArrowRight");
        await AtAsync("2-growth");
        await keys.PressAsync("ArrowLeft");
        await AtAsync("2-value");
        await keys.PressAsync("ArrowUp");
        await AtAsync("1-value");
        await keys.PressAsync("Enter");
        await AtAsync("2-value");
        await keys.PressAsync("Shift+Enter");
        await AtAsync("1-value");
        await keys.PressAsync("Control+End");
        await AtAsync("15-value");
        // Row 10 is computed: the arrow passes over it.
        await page.Input("9-value").FocusAsync();
        await keys.PressAsync("ArrowDown");
        await AtAsync("11-value");
        // No growth is asked between rows 6 and 13.
        await page.Input("6-growth").FocusAsync();
        await keys.PressAsync("ArrowDown");
        await AtAsync("13-growth");
        await keys.PressAsync("Control+Home");
        await AtAsync("1-value");

        // Enter after Tab goes on where the row was begun.
        await keys.PressAsync("Tab");
        await AtAsync("1-growth");
        await keys.PressAsync("Enter");
        await AtAsync("2-value");
        await keys.PressAsync("Control+Home");

        // Inside a text the arrows move in it.
        await keys.TypeAsync("123");
        await keys.PressAsync("ArrowLeft");
        await AtAsync("1-value");
        await keys.PressAsync("ArrowRight");
        await AtAsync("1-value");
        await keys.PressAsync("ArrowRight");
        await AtAsync("1-growth");
        await keys.PressAsync("ArrowLeft");
        await keys.TypeAsync("999");
        await keys.PressAsync("Escape");
        await Expect(page.Input("1-value")).ToHaveValueAsync("123");
    }

    [Fact]
    public async Task A_block_of_forty_rows_is_shown_first_written_then_and_taken_back_by_one_key()
    {
        var made = await IndustryQuarter.MakeAsync(app.Database.Owner, app.Database.App, await CountyRows.ReadAsync(app.Database.App, 40));
        await using var page = await GridPage.OpenAsync(chromium, app.Address, $"/returns/{made.Return}", made.Reporter.UserName);
        var block = string.Join("\r\n", Enumerable.Range(1, 40).Select(n => $"1,2{n:00}.5")) + "\r\n";

        await page.PasteAsync("1-value", block);

        await Expect(page.Page.Locator("#entry-paste tr[data-verdict]")).ToHaveCountAsync(40);
        Assert.Empty(await ValuesAsync(made));
        await page.WriteGoodAsync();
        await Expect(page.Page.Locator("#entry-context .meter")).ToContainTextAsync("40/40");
        await Expect(page.Input("40-value")).ToHaveValueAsync("1240.5");
        Assert.Equal(40, (await ValuesAsync(made)).Count);

        await Expect(page.Input("1-value")).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Control+z");
        await Expect(page.Page.Locator("#entry-context .meter")).ToContainTextAsync("0/40");
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task A_whole_table_is_pasted_by_the_names_of_its_rows_and_a_blank_waits_for_its_reason()
    {
        var (made, page) = await OpenAsync();
        await using var _ = page;
        var preview = page.Page.Locator("#entry-paste");

        await page.PasteAsync("3-value", "指标\t单位\t上年同期\t本期累计\t同比\n第三产业投资\t亿元\t231.6\t246.0\t6.2%\n　其中：火电装机\t万千瓦\t755\t760.00\t\n规上工业企业数\t户\t\t未取得\t\n合计\t\t\t9999\t\n");
        await Expect(preview).ToContainTextAsync("按行名称对应");
        await Expect(preview).ToContainTextAsync("本表没有这一行");
        await preview.Locator("[data-write=all]").ClickAsync();
        await Expect(preview.Locator("input.reason")).ToBeFocusedAsync();
        Assert.Empty(await ValuesAsync(made));
        await page.Page.Keyboard.TypeAsync("统计部门未反馈");
        await preview.Locator("[data-write=all]").ClickAsync();

        await Expect(page.Input("1-value")).ToHaveValueAsync("246.0");
        await Expect(page.Input("1-growth")).ToHaveValueAsync("6.2");
        await Expect(page.Input("8-value")).ToHaveValueAsync("760.00");
        await Expect(page.State(11)).ToContainTextAsync("统计部门未反馈");
        await Expect(page.Input("3-value")).ToHaveValueAsync("");
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task What_is_typed_without_a_connection_waits_on_this_device_and_is_sent_when_it_is_back()
    {
        var (made, page) = await OpenAsync();
        await using var _ = page;
        await page.Context.SetOfflineAsync(true);

        await page.Input("1-value").FillAsync("246.0");
        await page.Page.Keyboard.PressAsync("Enter");

        await Expect(page.State(1)).ToContainTextAsync("待发送");
        await Expect(page.State(1)).ToContainTextAsync("断网，已存本机");
        await Expect(page.Page.Locator("#entry-bar")).ToContainTextAsync("连接中断");
        await page.Context.SetOfflineAsync(false);
        await Expect(page.Cell("1-value")).ToHaveAttributeAsync("data-version", "1");
        await Expect(page.Page.Locator("#entry-bar")).ToBeEmptyAsync();
        Assert.Equal(["246.0"], await ValuesAsync(made));
    }

    [Fact]
    public async Task A_session_that_ends_while_somebody_types_keeps_the_cells_and_goes_on_after_signing_in()
    {
        var (made, page) = await OpenAsync();
        await using var _ = page;
        var cookies = await page.Context.CookiesAsync();
        await page.Context.ClearCookiesAsync();

        await page.Input("1-value").FillAsync("246.0");
        await page.Page.Keyboard.PressAsync("Enter");

        await Expect(page.Page.Locator("#entry-bar")).ToContainTextAsync("登录已结束");
        await Expect(page.Page.Locator("#entry-bar [data-act=SignIn]")).ToBeVisibleAsync();
        await Expect(page.State(1)).ToContainTextAsync("待发送");
        Assert.Empty(await ValuesAsync(made));
        await page.Context.AddCookiesAsync(cookies.Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = app.Address }));
        await page.Page.EvaluateAsync("window.dispatchEvent(new Event('focus'))");
        await Expect(page.Cell("1-value")).ToHaveAttributeAsync("data-version", "1");
        await Expect(page.Page.Locator("#entry-bar")).ToBeEmptyAsync();
        Assert.Equal(["246.0"], await ValuesAsync(made));
    }

    [Fact]
    public async Task Signing_out_leaves_nothing_typed_on_the_device()
    {
        var (_, page) = await OpenAsync();
        await using var __ = page;
        page.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await page.Input("1-value").FillAsync("约三百");
        await page.Input("1-value").PressAsync("Enter");
        await Expect(page.State(1)).ToContainTextAsync("有错误");
        Assert.Equal(1, await KeptAsync());

        await page.Page.Locator("header details.person summary").First.ClickAsync();
        await page.Page.Locator("header form[action$='/account/sign-out'] button").First.ClickAsync();

        await Expect(page.Page.Locator("x-entry")).ToHaveCountAsync(0);
        Assert.Equal(0, await KeptAsync());

        Task<int> KeptAsync() => page.Page.EvaluateAsync<int>("Object.keys(localStorage).filter(k => k.startsWith('xzd-entry|')).length");
    }

    [Fact]
    public async Task A_reload_keeps_what_was_typed_even_before_its_cell_was_left()
    {
        var (made, page) = await OpenAsync();
        await using var _ = page;
        page.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await page.Input("2-value").FocusAsync();
        await page.Page.Keyboard.TypeAsync("71.90");
        await page.Input("1-value").EvaluateAsync("() => window.stop()");

        await page.Page.ReloadAsync();

        await page.UntilAliveAsync();
        await Expect(page.Cell("2-value")).ToHaveAttributeAsync("data-version", "1");
        await Expect(page.Input("2-value")).ToHaveValueAsync("71.90");
        Assert.Equal(["71.90"], await ValuesAsync(made));
    }

    [Fact]
    public async Task What_is_no_number_stays_in_its_cell_over_a_reload_and_is_never_stored()
    {
        var (made, page) = await OpenAsync();
        await using var _ = page;
        page.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await page.Input("1-value").FillAsync("约三百");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.State(1)).ToContainTextAsync("不是数字");

        await page.Page.ReloadAsync();

        await page.UntilAliveAsync();
        await Expect(page.Input("1-value")).ToHaveValueAsync("约三百");
        await Expect(page.State(1)).ToContainTextAsync("有错误");
        Assert.Empty(await ValuesAsync(made));
    }

    [Fact]
    public async Task What_is_wrong_in_one_cell_goes_on_being_said_and_takes_nothing_from_the_other_cell_of_its_row()
    {
        var (made, page) = await OpenAsync();
        await using var _ = page;
        await page.Input("1-value").FillAsync("约三百");
        await page.Input("1-value").PressAsync("Tab");
        await Expect(page.State(1)).ToContainTextAsync("不是数字");

        await page.Input("1-growth").FillAsync("5.2");
        await page.Input("1-growth").PressAsync("Enter");
        await Expect(page.Cell("1-growth")).ToHaveAttributeAsync("data-version", "1");
        await Expect(page.State(1)).ToContainTextAsync("不是数字");
        await Expect(page.Input("1-value")).ToHaveValueAsync("约三百");
        // Over his own value, which he has seen.
        await page.Input("1-growth").FillAsync("5.3");
        await page.Input("1-growth").PressAsync("Enter");
        await Expect(page.Cell("1-growth")).ToHaveAttributeAsync("data-version", "2");
        Assert.Equal(["5.3"], await ValuesAsync(made));

        await page.Input("1-value").FillAsync("246.0");
        await page.Input("1-value").PressAsync("Enter");
        await Expect(page.State(1)).ToContainTextAsync("已保存");
        await Expect(page.Input("1-growth")).ToHaveValueAsync("5.3");
        Assert.Equal(["246.0", "5.3"], await ValuesAsync(made));
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task A_comment_that_is_sent_by_two_presses_is_one()
    {
        var (_, page) = await OpenAsync();
        await using var __ = page;
        await page.Input("1-value").FocusAsync();
        await page.Page.Keyboard.PressAsync("F2");
        await Expect(page.Page.Locator("#entry-panel.open h2:focus, #entry-panel.open textarea:focus")).ToHaveCountAsync(1);
        var box = page.Page.Locator("#entry-panel [data-comment] input");
        await box.FillAsync("请核对口径");
        await box.EvaluateAsync("box => { box.form.requestSubmit(); box.form.requestSubmit(); }");

        await Expect(page.Page.Locator("#entry-panel .comment")).ToContainTextAsync("请核对口径");
        await Expect(box).ToBeFocusedAsync();
        await box.FillAsync("已核对");
        await box.PressAsync("Enter");
        await Expect(page.Page.Locator("#entry-panel .comment")).ToHaveCountAsync(2);
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Two_browsers_on_one_cell_show_both_values_and_the_reporter_chooses()
    {
        var (made, mine) = await OpenAsync();
        await using var _ = mine;
        await using var theirs = await GridPage.OpenAsync(chromium, app.Address, $"/returns/{made.Return}", made.Colleague.UserName);
        await mine.Input("6-value").FocusAsync();
        await mine.Page.Keyboard.TypeAsync("27.3");
        await theirs.Input("6-value").FillAsync("27.8");
        await theirs.Page.Keyboard.PressAsync("Enter");
        await Expect(theirs.Cell("6-value")).ToHaveAttributeAsync("data-version", "1");

        await mine.Page.Keyboard.PressAsync("Enter");

        await Expect(mine.State(6)).ToContainTextAsync("两人同填");
        await Expect(mine.Cell("6-value").Locator("[data-take=mine]")).ToContainTextAsync("27.3");
        await Expect(mine.Cell("6-value").Locator("[data-take=theirs]")).ToContainTextAsync("27.8");
        Assert.Equal(["27.8"], await ValuesAsync(made));
        await mine.Cell("6-value").Locator("[data-take=mine]").ClickAsync();
        await Expect(mine.Input("6-value")).ToHaveValueAsync("27.3");
        await Expect(mine.Cell("6-value")).ToHaveAttributeAsync("data-version", "2");
        Assert.Equal(["27.3"], await ValuesAsync(made));
    }

    [Fact]
    public async Task A_colleagues_value_arrives_on_the_open_page_but_not_under_what_is_being_typed()
    {
        var (made, mine) = await OpenAsync();
        await using var _ = mine;
        await using var theirs = await GridPage.OpenAsync(chromium, app.Address, $"/returns/{made.Return}", made.Colleague.UserName);
        await mine.Input("1-value").FocusAsync();
        await mine.Page.Keyboard.TypeAsync("100");
        await theirs.Input("1-value").FillAsync("246.0");
        await theirs.Page.Keyboard.PressAsync("Enter");
        await theirs.Page.Keyboard.TypeAsync("71.9");
        await theirs.Page.Keyboard.PressAsync("Enter");

        await Expect(mine.Input("2-value")).ToHaveValueAsync("71.9");
        await Expect(mine.Input("1-value")).ToHaveValueAsync("100");
        await mine.Page.Keyboard.PressAsync("Enter");
        await Expect(mine.State(1)).ToContainTextAsync("两人同填");
    }

    [Fact]
    public async Task A_blank_gives_its_reason_by_keyboard_alone()
    {
        var (_, page) = await OpenAsync();
        await using var __ = page;
        await page.Input("12-value").FocusAsync();
        await page.Page.Keyboard.TypeAsync("未取得");
        await page.Page.Keyboard.PressAsync("Enter");

        await Expect(page.Page.Locator("#blank")).ToBeVisibleAsync();
        await page.Page.Keyboard.TypeAsync("海关25日发布");
        await page.Page.Keyboard.PressAsync("Enter");

        await Expect(page.State(12)).ToContainTextAsync("未取得");
        await Expect(page.State(12)).ToContainTextAsync("海关25日发布");
        await Expect(page.Input("12-value")).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Alt+ArrowDown");
        await Expect(page.Page.Locator("#blank input[value=not_obtained]")).ToBeCheckedAsync();
        await page.Page.Keyboard.PressAsync("Escape");
        await Expect(page.Page.Locator("#blank")).ToBeHiddenAsync();
        await Expect(page.Input("12-value")).ToHaveValueAsync("未取得");
    }

    [Fact]
    public async Task A_warning_is_explained_in_the_side_panel()
    {
        var (_, page) = await OpenAsync();
        await using var __ = page;
        await page.Input("3-growth").FillAsync("60.1");
        await page.Input("3-growth").PressAsync("Shift+Enter");
        await Expect(page.State(3)).ToContainTextAsync("超过50%");
        await page.Input("3-value").FillAsync("152.40");
        await page.Input("3-value").PressAsync("Enter");
        await Expect(page.State(3)).ToContainTextAsync("需说明");

        await page.Input("3-growth").FocusAsync();
        await page.Page.Keyboard.PressAsync("F2");
        await Expect(page.Page.Locator("#entry-panel textarea")).ToBeFocusedAsync();
        await page.Page.Keyboard.TypeAsync("新增2户链上企业并入统计");
        await page.Page.Locator("#entry-panel form[data-explain] button").ClickAsync();

        await Expect(page.State(3)).ToContainTextAsync("已保存");
        await Expect(page.State(3)).ToContainTextAsync("已说明");
        await Expect(page.Input("3-growth")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_row_is_looked_at_by_a_finger_on_a_phone_and_by_the_keyboard_where_nothing_is_entered()
    {
        var (made, page) = await OpenAsync();
        await using var _ = page;
        await page.Page.SetViewportSizeAsync(390, 844);
        await page.Page.Locator("#row-10 [data-open]").ClickAsync();
        await Expect(page.Page.Locator("#entry-panel.open [data-panel-row='10'] h2")).ToBeFocusedAsync();
        await page.Page.Locator("[data-close-panel]").ClickAsync();
        await Expect(page.Page.Locator("#entry-panel.open")).ToHaveCountAsync(0);

        await using var reader = await GridPage.OpenAsync(chromium, app.Address, $"/returns/{made.Return}", made.Leader.UserName);
        await reader.Page.Locator("#row-4 [data-open]").FocusAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Page.Locator("[data-panel-row='4'] h2")).ToBeFocusedAsync();
        await reader.Page.Keyboard.PressAsync("Escape");
        await Expect(reader.Page.Locator("#row-4 [data-open]")).ToBeFocusedAsync();
        await reader.Page.Locator("#row-7 td.state").ClickAsync();
        await Expect(reader.Page.Locator("[data-panel-row='7']")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_written_after_a_quick_F2_stays_though_the_panel_was_about_to_follow()
    {
        var (_, page) = await OpenAsync();
        await using var __ = page;
        await page.Page.Clock.InstallAsync();
        await page.Input("3-growth").FillAsync("60.1");
        await page.Input("3-growth").PressAsync("Enter");
        await Expect(page.State(3)).ToContainTextAsync("需说明");
        await page.Input("1-value").FocusAsync();
        await Expect(page.Page.Locator("#entry-panel [data-panel-row='1']")).ToBeVisibleAsync();

        // However slow the machine: for the page, no time passes until the panel has been written in.
        await page.Page.Clock.PauseAtAsync(DateTime.UtcNow.AddMinutes(1));
        await page.Input("3-growth").FocusAsync();
        await page.Page.Keyboard.PressAsync("F2");
        await Expect(page.Page.Locator("#entry-panel textarea")).ToBeFocusedAsync();
        await page.Page.Keyboard.TypeAsync("新增");
        await page.Page.EvaluateAsync("() => { window.asked = []; const fetched = window.fetch; window.fetch = (...call) => { asked.push(String(call[0])); return fetched(...call); }; }");
        await page.Page.Clock.RunForAsync(600);
        Assert.Empty(await page.Page.EvaluateAsync<string[]>("window.asked"));
        await page.Page.Keyboard.TypeAsync("2户");

        await Expect(page.Page.Locator("#entry-panel textarea")).ToBeFocusedAsync();
        await Expect(page.Page.Locator("#entry-panel textarea")).ToHaveValueAsync("新增2户");
    }

    [Fact]
    public async Task A_whole_return_is_submitted_after_the_difference_was_shown_and_an_open_page_says_so()
    {
        var (made, page) = await OpenAsync();
        await using var _ = page;
        await using var other = await GridPage.OpenAsync(chromium, app.Address, $"/returns/{made.Return}", made.Colleague.UserName);
        await page.PasteAsync("1-value", string.Join("\n", Enumerable.Range(1, 15).Select(n => n switch { 7 => "2120.50", 8 => "760.00", 9 => "1360.50", < 7 or 13 => $"{n}0.5\t5.0", _ => $"{n}" })));
        await page.WriteGoodAsync();
        await Expect(page.Page.Locator("#entry-left .none")).ToBeVisibleAsync();

        await page.Page.Locator("[data-submit]").ClickAsync();
        await Expect(page.Page.Locator("#difference tbody tr")).ToHaveCountAsync(21);
        await page.Page.Locator("#difference button.primary").ClickAsync();

        await Expect(page.Page.Locator("#entry-context")).ToContainTextAsync("已提交");
        await Expect(page.Page.Locator("input.value")).ToHaveCountAsync(0);
        await Expect(other.Page.Locator("#entry-bar")).ToContainTextAsync("报表状态已变");
    }

    [Fact]
    public async Task The_pages_are_sound_in_both_languages_at_three_sizes_and_in_the_dark()
    {
        var (made, page) = await OpenAsync();
        await using var _ = page;
        await page.Input("3-growth").FillAsync("60.1");
        await page.Input("3-growth").PressAsync("Enter");
        await page.Input("4-value").FillAsync("不详");
        await page.Input("4-value").PressAsync("Enter");
        await Expect(page.State(4)).ToContainTextAsync("有错误");
        await page.PasteAsync("5-value", "1\t2\n/\t3");
        await Expect(page.Page.Locator("#entry-paste tr[data-verdict]")).ToHaveCountAsync(4);
        var faults = new List<string>();
        faults.AddRange(await PageCheck.FaultsAsync(page.Page, "the grid at work", 1366, 768));
        foreach (var path in new[] { $"/returns/{made.Return}", "/returns" })
        {
            foreach (var language in new[] { "", "?lang=en" })
            {
                await page.Page.GotoAsync(app.Address + path + language);
                foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(page.Page, path + language, width, height));
            }
        }

        await page.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        faults.AddRange(await PageCheck.FaultsAsync(page.Page, "dark", 1366, 768));
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
        Assert.Empty(page.Complaints);
    }

    private async Task<(IndustryQuarter Made, GridPage Page)> OpenAsync()
    {
        var made = await IndustryQuarter.MakeAsync(app.Database.Owner, app.Database.App);
        return (made, await GridPage.OpenAsync(chromium, app.Address, $"/returns/{made.Return}", made.Reporter.UserName));
    }

    private async Task<List<string>> ValuesAsync(IndustryQuarter made)
    {
        await using var command = app.Database.App.CreateCommand(
            "SELECT value::text FROM return_cells WHERE return_id = $1 AND value IS NOT NULL ORDER BY row_number, field DESC");
        command.Parameters.AddWithValue(made.Return);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync()) values.Add(reader.GetString(0));
        return values;
    }
}
