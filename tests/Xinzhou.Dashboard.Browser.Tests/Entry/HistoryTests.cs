using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Testing.Reporting;
using static Microsoft.Playwright.Assertions;

namespace Xinzhou.Dashboard.Browser.Tests.Entry;

/// <summary>Undo and redo in the grid: by key and by button, for every cell, and for a pasted block as a whole.</summary>
[Collection(nameof(ReportingTests))]
[Trait("Category", "Faults")]
public sealed class HistoryTests(Chromium chromium, DashboardApp app)
{
    [Fact]
    public async Task Each_cell_is_taken_back_and_done_again_in_its_order()
    {
        var (made, page) = await OpenAsync();
        await using var _ = page;
        var keys = page.Page.Keyboard;
        await EnterAsync(page, "1-value", "246.0", 1);
        await EnterAsync(page, "1-growth", "6.2", 1);
        await EnterAsync(page, "1-value", "250.5", 2);

        await keys.PressAsync("Control+z");
        await Expect(page.Cell("1-value")).ToHaveAttributeAsync("data-saved", "246.0");
        await Expect(page.Input("1-value")).ToBeFocusedAsync();
        await keys.PressAsync("Control+z");
        await Expect(page.Cell("1-growth")).ToHaveAttributeAsync("data-saved", "");
        await Expect(page.Input("1-growth")).ToBeFocusedAsync();
        await keys.PressAsync("Control+z");
        await Expect(page.Cell("1-value")).ToHaveAttributeAsync("data-saved", "");
        await keys.PressAsync("Control+z");
        Assert.Empty(await ValuesAsync(made));

        await keys.PressAsync("Control+y");
        await keys.PressAsync("Control+Shift+z");
        await keys.PressAsync("Control+y");
        await Expect(page.Cell("1-value")).ToHaveAttributeAsync("data-saved", "250.5");
        await Expect(page.Cell("1-growth")).ToHaveAttributeAsync("data-saved", "6.2");
        Assert.Equal(["250.5", "6.2"], await ValuesAsync(made));
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task The_buttons_do_the_same_and_say_when_there_is_nothing_to_take_back()
    {
        var (made, page) = await OpenAsync();
        await using var _ = page;
        var (undo, redo) = (page.Page.Locator("[data-undo]"), page.Page.Locator("[data-redo]"));
        await Expect(undo).ToHaveAttributeAsync("aria-disabled", "true");
        await Expect(redo).ToHaveAttributeAsync("aria-disabled", "true");

        // Pressing the button leaves the cell, and what was typed in it is what is taken back.
        await page.Input("2-value").FillAsync("71.90");
        await undo.HoverAsync(new() { Force = true });
        await undo.ClickAsync();
        await Expect(page.Cell("2-value")).ToHaveAttributeAsync("data-version", "2");
        await Expect(page.Input("2-value")).ToHaveValueAsync("");
        await Expect(undo).ToHaveAttributeAsync("aria-disabled", "true");
        await redo.ClickAsync();
        await Expect(page.Cell("2-value")).ToHaveAttributeAsync("data-saved", "71.90");
        await Expect(redo).ToHaveAttributeAsync("aria-disabled", "true");
        Assert.Equal(["71.90"], await ValuesAsync(made));

        // What is entered anew is another way on.
        await undo.ClickAsync();
        await Expect(page.Cell("2-value")).ToHaveAttributeAsync("data-saved", "");
        await EnterAsync(page, "3-value", "152.40", 1);
        await Expect(redo).ToHaveAttributeAsync("aria-disabled", "true");
    }

    [Fact]
    public async Task A_pasted_block_is_one_step_and_comes_back_as_one()
    {
        var (made, page) = await OpenAsync();
        await using var _ = page;
        await EnterAsync(page, "1-value", "240.0", 1);
        await page.PasteAsync("1-value", "246.0\t6.2\n71.90\t5.1\n152.40\t4.9\n");
        await page.WriteGoodAsync();
        await Expect(page.Cell("3-growth")).ToHaveAttributeAsync("data-saved", "4.9");
        await EnterAsync(page, "4-value", "30.5", 1);

        await page.Page.Keyboard.PressAsync("Control+z");
        await Expect(page.Cell("4-value")).ToHaveAttributeAsync("data-saved", "");
        await page.Page.Keyboard.PressAsync("Control+z");
        await Expect(page.Cell("3-growth")).ToHaveAttributeAsync("data-saved", "");
        await Expect(page.Cell("1-value")).ToHaveAttributeAsync("data-saved", "240.0");
        Assert.Equal(["240.0"], await ValuesAsync(made));
        await page.Page.Keyboard.PressAsync("Control+y");
        await Expect(page.Cell("3-growth")).ToHaveAttributeAsync("data-saved", "4.9");
        Assert.Equal(["246.0", "6.2", "71.90", "5.1", "152.40", "4.9"], await ValuesAsync(made));
    }

    [Fact]
    public async Task A_reason_and_an_explanation_come_back_with_their_value()
    {
        var (_, page) = await OpenAsync();
        await using var __ = page;
        await page.Input("12-value").FillAsync("未取得");
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.Keyboard.TypeAsync("海关25日发布");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Cell("12-value")).ToHaveAttributeAsync("data-version", "1");
        await EnterAsync(page, "12-value", "7", 2);
        await EnterAsync(page, "3-growth", "60.1", 1);
        await page.Input("3-growth").FocusAsync();
        await page.Page.Keyboard.PressAsync("F2");
        await Expect(page.Page.Locator("#entry-panel textarea")).ToBeFocusedAsync();
        await page.Page.Locator("#entry-panel textarea").FillAsync("新增2户链上企业");
        await page.Page.Locator("#entry-panel form[data-explain] button").ClickAsync();
        await Expect(page.Cell("3-growth")).ToHaveAttributeAsync("data-explanation", "新增2户链上企业");
        await EnterAsync(page, "3-growth", "61.0", 3);
        await Expect(page.Cell("3-growth")).Not.ToHaveAttributeAsync("data-explanation", "新增2户链上企业");

        await page.Page.Keyboard.PressAsync("Control+z");
        await Expect(page.Cell("3-growth")).ToHaveAttributeAsync("data-saved", "60.1");
        await Expect(page.Cell("3-growth")).ToHaveAttributeAsync("data-explanation", "新增2户链上企业");
        for (var steps = 0; steps < 3; steps++) await page.Page.Keyboard.PressAsync("Control+z");
        await Expect(page.Cell("3-growth")).ToHaveAttributeAsync("data-saved", "");
        await Expect(page.Input("12-value")).ToHaveValueAsync("未取得");
        await Expect(page.State(12)).ToContainTextAsync("海关25日发布");
    }

    [Fact]
    public async Task What_was_no_number_is_a_step_too_and_typing_is_undone_by_the_browser()
    {
        var (made, page) = await OpenAsync();
        await using var _ = page;
        await EnterAsync(page, "1-value", "246.0", 1);
        await page.Input("1-value").FillAsync("约三百");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.State(1)).ToContainTextAsync("不是数字");

        await page.Page.Keyboard.PressAsync("Control+z");
        await Expect(page.Input("1-value")).ToHaveValueAsync("246.0");
        await Expect(page.State(1)).Not.ToContainTextAsync("不是数字");
        await page.Page.Keyboard.PressAsync("Control+y");
        await Expect(page.State(1)).ToContainTextAsync("不是数字");
        await Expect(page.Input("1-value")).ToHaveValueAsync("约三百");
        await page.Page.Keyboard.PressAsync("Control+z");
        await Expect(page.Cell("1-value")).ToHaveAttributeAsync("data-outcome", "saved");

        // Half typed: the cell keeps what is saved, and nothing is sent.
        await page.Input("2-value").FocusAsync();
        await page.Page.Keyboard.TypeAsync("71");
        await page.Page.Keyboard.PressAsync("Control+z");
        await Expect(page.Cell("1-value")).ToHaveAttributeAsync("data-saved", "246.0");
        Assert.Equal(["246.0"], await ValuesAsync(made));
    }

    [Fact]
    public async Task The_steps_survive_a_reload_of_the_page()
    {
        var (made, page) = await OpenAsync();
        await using var _ = page;
        await EnterAsync(page, "1-value", "246.0", 1);
        await page.PasteAsync("2-value", "71.90\t5.1\n152.40\t4.9\n");
        await page.WriteGoodAsync();
        await Expect(page.Cell("3-growth")).ToHaveAttributeAsync("data-saved", "4.9");
        await EnterAsync(page, "1-value", "250.5", 2);
        await page.Page.Keyboard.PressAsync("Control+z");
        await Expect(page.Cell("1-value")).ToHaveAttributeAsync("data-saved", "246.0");

        await page.Page.ReloadAsync();
        await page.UntilAliveAsync();
        var (undo, redo) = (page.Page.Locator("[data-undo]"), page.Page.Locator("[data-redo]"));
        await Expect(undo).ToHaveAttributeAsync("aria-disabled", "false");
        await redo.ClickAsync();
        await Expect(page.Cell("1-value")).ToHaveAttributeAsync("data-saved", "250.5");
        await undo.ClickAsync();
        await Expect(page.Cell("1-value")).ToHaveAttributeAsync("data-saved", "246.0");
        await undo.ClickAsync();
        await Expect(page.Cell("3-growth")).ToHaveAttributeAsync("data-saved", "");
        Assert.Equal(["246.0"], await ValuesAsync(made));
        await undo.ClickAsync();
        await Expect(page.Cell("1-value")).ToHaveAttributeAsync("data-saved", "");
        await Expect(undo).ToHaveAttributeAsync("aria-disabled", "true");
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task After_a_reload_there_are_no_steps_of_a_cell_that_a_colleague_has_changed_meanwhile()
    {
        var (made, mine) = await OpenAsync();
        await using var _ = mine;
        await EnterAsync(mine, "6-value", "27.3", 1);
        await EnterAsync(mine, "1-value", "246.0", 1);
        await mine.Page.GotoAsync(app.Address + "/returns");
        await using (var theirs = await GridPage.OpenAsync(chromium, app.Address, $"/returns/{made.Return}", made.Colleague.UserName))
        {
            await EnterAsync(theirs, "6-value", "27.8", 2);
        }

        await mine.Page.GotoAsync($"{app.Address}/returns/{made.Return}");
        await mine.UntilAliveAsync();
        var undo = mine.Page.Locator("[data-undo]");
        await undo.ClickAsync();
        await Expect(mine.Cell("1-value")).ToHaveAttributeAsync("data-saved", "");
        await Expect(undo).ToHaveAttributeAsync("aria-disabled", "true");
        Assert.Equal(["27.8"], await ValuesAsync(made));
    }

    [Fact]
    public async Task No_steps_stay_beyond_signing_out()
    {
        var (_, page) = await OpenAsync();
        await using var __ = page;
        await EnterAsync(page, "1-value", "246.0", 1);
        const string Kept = "() => Object.keys(sessionStorage).filter(k => k.startsWith('xzd-entry|')).length";
        Assert.Equal(1, await page.Page.EvaluateAsync<int>(Kept));

        await page.Page.Locator("header details.person summary").First.ClickAsync();
        await page.Page.Locator("header form[action$='/account/sign-out'] button").First.ClickAsync();

        await Expect(page.Page.Locator("x-entry")).ToHaveCountAsync(0);
        Assert.Equal(0, await page.Page.EvaluateAsync<int>(Kept));
    }

    [Fact]
    public async Task A_change_of_a_returned_cell_that_is_taken_back_is_returned_again()
    {
        var (made, page) = await OpenAsync([ReturnSetup.Series("tertiary_industry_investment")]);
        await using var _ = page;
        await EnterAsync(page, "1-value", "246.0", 1);
        await SendBackAsync(made);
        await page.Page.ReloadAsync();
        await page.UntilAliveAsync();
        await Expect(page.State(1)).ToContainTextAsync("已退回");
        await EnterAsync(page, "1-value", "250.5", 2);
        await Expect(page.State(1)).Not.ToContainTextAsync("已退回");

        await page.Page.Keyboard.PressAsync("Control+z");
        await Expect(page.Cell("1-value")).ToHaveAttributeAsync("data-saved", "246.0");
        await Expect(page.State(1)).ToContainTextAsync("已退回");
        await page.Page.Keyboard.PressAsync("Control+y");
        await Expect(page.Cell("1-value")).ToHaveAttributeAsync("data-saved", "250.5");
        await Expect(page.State(1)).Not.ToContainTextAsync("已退回");
    }

    [Fact]
    public async Task A_colleagues_value_is_not_undone_behind_his_back()
    {
        var (made, mine) = await OpenAsync();
        await using var _ = mine;
        await using var theirs = await GridPage.OpenAsync(chromium, app.Address, $"/returns/{made.Return}", made.Colleague.UserName);
        await EnterAsync(mine, "6-value", "27.3", 1);
        await Expect(theirs.Input("6-value")).ToHaveValueAsync("27.3");
        await EnterAsync(theirs, "6-value", "27.8", 2);
        await Expect(mine.Input("6-value")).ToHaveValueAsync("27.8");

        await mine.Page.Locator("[data-undo]").ClickAsync();

        await Expect(mine.State(6)).ToContainTextAsync("两人同填");
        await Expect(mine.Cell("6-value").Locator("[data-take=theirs]")).ToContainTextAsync("27.8");
        Assert.Equal(["27.8"], await ValuesAsync(made));
    }

    [Fact]
    public async Task Without_a_connection_it_is_the_last_that_is_sent()
    {
        var (made, page) = await OpenAsync();
        await using var _ = page;
        await EnterAsync(page, "1-value", "246.0", 1);
        await page.Context.SetOfflineAsync(true);
        await page.Input("1-value").FillAsync("250.5");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.State(1)).ToContainTextAsync("待发送");

        await page.Page.Keyboard.PressAsync("Control+z");
        await Expect(page.Input("1-value")).ToHaveValueAsync("246.0");
        await page.Page.Keyboard.PressAsync("Control+y");
        await Expect(page.Input("1-value")).ToHaveValueAsync("250.5");
        await page.Context.SetOfflineAsync(false);

        await Expect(page.Cell("1-value")).ToHaveAttributeAsync("data-saved", "250.5");
        await Expect(page.Page.Locator("#entry-bar")).ToBeEmptyAsync();
        Assert.Equal(["250.5"], await ValuesAsync(made));
    }

    /// <summary>Types into a cell, leaves it by Enter and waits until it is saved.</summary>
    private static async Task EnterAsync(GridPage page, string cell, string text, int version)
    {
        await page.Input(cell).FillAsync(text);
        await page.Input(cell).PressAsync("Enter");
        await Expect(page.Cell(cell)).ToHaveAttributeAsync("data-version", $"{version}");
    }

    private async Task SendBackAsync(IndustryQuarter made)
    {
        var (steps, returns) = (app.Services.GetRequiredService<ReturnSteps>(), app.Services.GetRequiredService<ReturnList>());
        Assert.Null((await steps.SubmitAsync(made.Return, (await returns.FindAsync(made.Return))!.Version, made.Reporter)).Refusal);
        Assert.Null((await steps.SendBackAsync(
            made.Return, (await returns.FindAsync(made.Return))!.Version,
            new Dictionary<CellAddress, string> { [IndustryQuarter.Value(1)] = "请核对" }, made.Reviewer)).Refusal);
    }

    private async Task<(IndustryQuarter Made, GridPage Page)> OpenAsync(IReadOnlyList<FormRow>? rows = null)
    {
        var made = await IndustryQuarter.MakeAsync(app.Database.Owner, app.Database.App, rows);
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
