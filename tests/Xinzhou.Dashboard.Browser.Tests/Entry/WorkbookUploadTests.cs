using Microsoft.Playwright;
using Xinzhou.Dashboard.Testing.Reporting;
using static Microsoft.Playwright.Assertions;

namespace Xinzhou.Dashboard.Browser.Tests.Entry;

[Collection(nameof(ReportingTests))]
[Trait("Category", "Security")]
public sealed class WorkbookUploadTests(Chromium chromium, DashboardApp app)
{
    [Fact]
    public async Task Forty_rows_filled_in_a_workbook_are_looked_at_and_written_with_two_clicks()
    {
        var made = await IndustryQuarter.MakeAsync(app.Database.Owner, app.Database.App, await CountyRows.ReadAsync(app.Database.App, 40));
        await using var page = await GridPage.OpenAsync(chromium, app.Address, $"/returns/{made.Return}", made.Reporter.UserName);
        var filled = FilledWorkbook.Fill(
            await DownloadAsync(page), [.. Enumerable.Range(1, 40).Select(n => ($"J{n + 1}", (object?)(1200.5m + n)))]);

        await ChooseAsync(page, filled);
        await Expect(page.Page.Locator("#entry-paste tr[data-verdict=good]")).ToHaveCountAsync(40);
        Assert.Equal(0, await CountAsync(made));
        await Expect(page.Page.Locator("[data-write=good]")).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Enter");

        await Expect(page.Page.Locator("#entry-context .meter")).ToContainTextAsync("40/40");
        await Expect(page.Input("40-value")).ToHaveValueAsync("1240.5");
        await Expect(page.State(40)).ToContainTextAsync("已保存");
        await Expect(page.Page.Locator("[data-upload]")).ToBeFocusedAsync();
        Assert.Equal(40, await CountAsync(made));
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task A_faulty_workbook_is_downloaded_with_remarks_and_cannot_be_written()
    {
        var (made, page) = await OpenAsync();
        await using var _ = page;
        await ChooseAsync(page, FilledWorkbook.Fill(await DownloadAsync(page), ("J2", "约三百"), ("J3", 71.90m)));
        await Expect(page.Page.Locator("#entry-paste tr[data-verdict=refused]")).ToHaveCountAsync(1);
        await Expect(page.Page.Locator("[data-write]")).ToHaveCountAsync(0);

        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.Locator("[data-annotate]").ClickAsync());

        Assert.EndsWith("-批注.xlsx", download.SuggestedFilename, StringComparison.Ordinal);
        Assert.Contains("不是数字", FilledWorkbook.Text(await ReadAsync(download), "P2"), StringComparison.Ordinal);
        await page.Page.Keyboard.PressAsync("Escape");
        await Expect(page.Page.Locator("#entry-paste")).ToBeEmptyAsync();
        Assert.Equal(0, await CountAsync(made));

        await ChooseAsync(page, "不是工作簿"u8.ToArray());
        await Expect(page.Page.Locator("#entry-bar")).ToContainTextAsync("不是可以打开的 Excel 工作簿");
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task A_colleague_who_is_faster_is_shown_beside_what_the_workbook_says()
    {
        var (made, page) = await OpenAsync();
        await using var _ = page;
        await ChooseAsync(page, FilledWorkbook.Fill(await DownloadAsync(page), ("J7", 27.3m), ("O7", "项目库")));
        await Expect(page.Page.Locator("[data-write=good]")).ToBeVisibleAsync();
        await using var theirs = await GridPage.OpenAsync(chromium, app.Address, $"/returns/{made.Return}", made.Colleague.UserName);
        await theirs.Input("6-value").FillAsync("27.8");
        await theirs.Input("6-value").PressAsync("Enter");
        await Expect(page.Input("6-value")).ToHaveValueAsync("27.8");

        await page.WriteGoodAsync();

        await Expect(page.State(6)).ToContainTextAsync("两人同填");
        await Expect(page.Cell("6-value").Locator("[data-take=mine]")).ToContainTextAsync("27.3");
        await Expect(page.Cell("6-value").Locator("[data-take=theirs]")).ToContainTextAsync("27.8");
    }

    [Fact]
    public async Task The_preview_is_sound_in_both_languages_and_on_a_phone()
    {
        var (made, page) = await OpenAsync();
        await using var _ = page;
        await page.Input("6-value").FillAsync("27.8");
        await page.Input("6-value").PressAsync("Enter");
        await Expect(page.Cell("6-value")).ToHaveAttributeAsync("data-version", "1");
        var workbook = FilledWorkbook.Fill(
            await DownloadAsync(page), ("J2", 246m), ("K2", 60.1m), ("J3", "约三百"), ("L8", "未取得"), ("M8", "供电公司25日报"), ("J11", 64.1m), ("O2", "投资司3号表"));
        var faults = new List<string>();
        foreach (var language in new[] { "", "?lang=en" })
        {
            await page.Page.GotoAsync($"{app.Address}/returns/{made.Return}{language}");
            await page.UntilAliveAsync();
            await ChooseAsync(page, workbook);
            await Expect(page.Page.Locator("#entry-paste tr[data-verdict]")).ToHaveCountAsync(5);
            foreach (var (width, height) in new[] { (1366, 768), (390, 844) }) faults.AddRange(await PageCheck.FaultsAsync(page.Page, "preview" + language, width, height));
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
        Assert.Empty(page.Complaints);
    }

    internal static async Task<byte[]> DownloadAsync(GridPage page) =>
        await ReadAsync(await page.Page.RunAndWaitForDownloadAsync(() => page.Page.Locator("a[href*='workbook.xlsx']").ClickAsync()));

    private static async Task<byte[]> ReadAsync(IDownload download) => await File.ReadAllBytesAsync((await download.PathAsync())!);

    /// <summary>The button, and the file in the window that it opens.</summary>
    internal static async Task ChooseAsync(GridPage page, byte[] workbook)
    {
        var chooser = await page.Page.RunAndWaitForFileChooserAsync(() => page.Page.Locator("[data-upload]").ClickAsync());
        await chooser.SetFilesAsync(new FilePayload
        {
            Name = "填好.xlsx",
            MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Buffer = workbook,
        });
    }

    private async Task<(IndustryQuarter Made, GridPage Page)> OpenAsync()
    {
        var made = await IndustryQuarter.MakeAsync(app.Database.Owner, app.Database.App);
        return (made, await GridPage.OpenAsync(chromium, app.Address, $"/returns/{made.Return}", made.Reporter.UserName));
    }

    private async Task<long> CountAsync(IndustryQuarter made)
    {
        await using var command = app.Database.App.CreateCommand("SELECT count(*) FROM return_cells WHERE return_id = $1");
        command.Parameters.AddWithValue(made.Return);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
