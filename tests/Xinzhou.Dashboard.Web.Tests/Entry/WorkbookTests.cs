using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Xinzhou.Dashboard.Data.Import;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Cases;
using Xinzhou.Dashboard.Testing.Reporting;
using Xinzhou.Dashboard.Web.Tests.Api;

namespace Xinzhou.Dashboard.Web.Tests.Entry;

/// <summary>
/// A return as a workbook, out and back over HTTP: the real application on a real PostgreSQL. Row 1 of the form is line 2 of
/// the sheet; I is 上期, J the value, K the growth, L why there is none, M the reason, N the explanation, O the source, P the remark.
/// </summary>
public sealed class WorkbookTests(LiveDashboard app) : IClassFixture<LiveDashboard>
{
    private string Site => app.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    [Fact]
    public async Task A_return_is_downloaded_filled_uploaded_looked_at_and_written()
    {
        var (made, reporter, token) = await OpenAsync();
        using var download = await reporter.Http.GetAsync($"/returns/{made.Return}/workbook.xlsx");
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", download.Content.Headers.ContentType?.MediaType);
        Assert.Matches("^产业能级季度表.*-示例单位甲.*-2026年三季度\\.xlsx$", download.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal(1, await CountAsync($"SELECT count(*) FROM audit_events WHERE action = 'export' AND actor = '{made.Reporter.UserName}' AND subject LIKE 'return {made.Return} %'"));
        Assert.True(await CountAsync($"SELECT count(*) FROM figure_exports WHERE user_id = '{made.Reporter.Id}'") <= 15);

        var filled = FilledWorkbook.Fill(
            await download.Content.ReadAsByteArrayAsync(),
            ("J2", 246m), ("K2", 6.2m), ("O2", "投资司3号表"), ("J5", "１２０，０００万"), ("L8", "未取得"), ("M8", "供电公司25日报"));
        var preview = await PreviewAsync(reporter, made, token, filled);

        Assert.Equal(["1-value", "1-growth", "4-value", "7-value"], preview.Select(r => r.GetAttribute("data-at")));
        Assert.All(preview, row => Assert.Equal("good", row.GetAttribute("data-verdict")));
        Assert.Equal(["246.0", "6.2", "12", "未取得"], preview.Select(r => r.GetAttribute("data-text")));
        Assert.Contains("换算为亿元", preview[2].TextContent, StringComparison.Ordinal);
        Assert.Empty(await CellsAsync(made.Return));

        Assert.Equal(HttpStatusCode.OK, await ApplyAsync(reporter, made, token, preview));
        Assert.Equal(
            ["1-growth 6.2 - - -", "1-value 246.0 - - 投资司3号表", "4-value 12 - - -", "7-value - not_obtained 供电公司25日报 -"],
            await CellsAsync(made.Return));
        Assert.Equal(1, await CountAsync($"SELECT count(*) FROM audit_events WHERE action = 'return.enter' AND subject LIKE 'return {made.Return} %'"));
    }

    [Fact]
    public async Task The_same_workbook_uploaded_or_written_twice_changes_nothing_twice()
    {
        var (made, reporter, token) = await OpenAsync();
        var filled = FilledWorkbook.Fill(
            await DownloadAsync(reporter, made), ("J2", 246m), ("K2", 60.1m), ("N2", "新增2户"), ("O2", "3号表"), ("J4", 5m), ("L9", "不适用"), ("M9", "本单位无此职能"));
        var preview = await PreviewAsync(reporter, made, token, filled);

        await ApplyAsync(reporter, made, token, preview);
        await ApplyAsync(reporter, made, token, preview);
        var again = await PreviewAsync(reporter, made, token, filled);

        Assert.Empty(again);
        Assert.Equal(4, await CountAsync($"SELECT count(*) FROM return_cell_changes WHERE return_id = {made.Return}"));
        Assert.Empty(await PreviewAsync(reporter, made, token, await DownloadAsync(reporter, made)));
    }

    [Theory]
    [InlineData("不是数字", "J2", "约三百")]
    [InlineData("公式", "J2", "=1+1")]
    [InlineData("“说明”列是公式", "N2", "=A1")]
    [InlineData("超过20位", "J2", "123456789012345678901")]
    [InlineData("请按万千瓦填", "J8", "5吨")]
    [InlineData("没有写明原因", "L2", "未发生")]
    [InlineData("不在列表中", "L2", "没有")]
    [InlineData("没有选未发生", "M2", "还没有报来")]
    [InlineData("说明，没有数值", "N2", "另行说明")]
    [InlineData("空白不等于0", "J3", null)]
    [InlineData("既有数值，又选了没有数值", "L3", "未发生", "M3", "本期无")]
    [InlineData("不是报表的行", "J40", 5)]
    [InlineData("与上面的行重复", "A4", "{1}", "J4", 5)]
    [InlineData("现在是“重点产业链项目", "A3", "{2/gdp,140900,亿元}")]
    [InlineData("没有第99行", "A30", "{99}", "J30", 5)]
    public async Task A_faulty_workbook_is_told_what_is_wrong_and_nothing_of_it_can_be_written(string expected, string cell, object? value, string? second = null, object? more = null)
    {
        var (made, reporter, token) = await OpenAsync();
        using var entered = await reporter.PostAsync($"/returns/{made.Return}/cells", new { cells = new[] { new { cell = "2-value", seen = 0, text = "71.90" }, new { cell = "2-growth", seen = 0, text = "1" } } }, token);
        var filled = FilledWorkbook.Fill(await DownloadAsync(reporter, made), ("J7", 12.5m), (cell, Given(value)));
        if (second is not null) filled = FilledWorkbook.Fill(filled, (second, Given(more)));

        var html = await HtmlAsync(reporter, made, token, filled);

        Assert.Contains(expected, html, StringComparison.Ordinal);
        Assert.Contains("data-verdict=\"refused\"", html, StringComparison.Ordinal);
        Assert.Contains("整张表没有写入", html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-write", html, StringComparison.Ordinal);
        Assert.Contains("data-annotate", html, StringComparison.Ordinal);
        Assert.Equal(2, (await CellsAsync(made.Return)).Count);

        object? Given(object? given) => given is string { Length: > 0 } text && text[0] == '{' ? $"{made.Return}/{text.Trim('{', '}')}" : given is int number ? (decimal)number : given;
    }

    [Theory]
    [InlineData("01b-return-superscript.xlsx", "5-value", "118.2¹")]
    [InlineData("01c-return-circled.xlsx", "5-value", "80.9①")]
    public async Task A_footnote_in_a_number_refuses_its_cell(string name, string cell, string written)
    {
        var (made, reporter, token) = await OpenAsync();

        var rows = await PreviewAsync(reporter, made, token, CaseFile.OfReturn(name, made.Return));

        var refused = Assert.Single(rows, r => r.TextContent.Contains(written, StringComparison.Ordinal));
        Assert.Contains("不是数字", refused.TextContent, StringComparison.Ordinal);
        Assert.Equal("refused", refused.GetAttribute("data-verdict"));
        Assert.DoesNotContain(rows, r => r.GetAttribute("data-at") == cell && r.GetAttribute("data-verdict") != "refused");
    }

    [Fact]
    public async Task The_sheet_that_carries_the_keys_is_found()
    {
        var (made, reporter, token) = await OpenAsync();

        var rows = await PreviewAsync(reporter, made, token, CaseFile.OfReturn("19-return-sheet-in-front.xlsx", made.Return));

        // The versions it went out with are those of another return: what it says is read, and not taken over.
        var row = Assert.Single(rows, r => r.GetAttribute("data-at") == "5-value");
        Assert.Equal("125.5", row.QuerySelector(".raw")!.TextContent);
    }

    [Theory]
    [InlineData("23-return-visible-columns-sorted.xlsx", 2)]
    [InlineData("23b-return-unit-changed.xlsx", 1)]
    public async Task A_row_that_shows_something_else_than_its_key_is_refused(string name, int rows)
    {
        var (made, reporter, token) = await OpenAsync();

        var preview = await PreviewAsync(reporter, made, token, CaseFile.OfReturn(name, made.Return));

        Assert.Equal(rows, preview.Count(r => r.GetAttribute("data-verdict") == "refused" && r.TextContent.Contains("可见列", StringComparison.Ordinal)));
        Assert.DoesNotContain(preview, r => r.GetAttribute("data-at") is "5-value" or "5-growth");
    }

    [Theory]
    [InlineData("D6", "别的指标")]
    [InlineData("E6", "忻府区")]
    [InlineData("C6", "9")]
    public async Task So_is_one_whose_name_unit_or_number_was_changed(string cell, string shown)
    {
        var (made, reporter, token) = await OpenAsync();

        var html = await HtmlAsync(reporter, made, token, FilledWorkbook.Fill(await DownloadAsync(reporter, made), (cell, shown), ("J6", 5m)));

        Assert.Contains($"写的是“{shown}”", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused()
    {
        var (made, reporter, token) = await OpenAsync();
        var filled = FilledWorkbook.Fill(await DownloadAsync(reporter, made), ("J2", 1m), ("N2", new string('长', 301)));

        Assert.Contains("超过300字", await HtmlAsync(reporter, made, token, filled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_somebody_has_changed_since_is_passed_over_and_one_that_was_not_touched_is_left_to_him()
    {
        var (made, reporter, token) = await OpenAsync();
        var workbook = await DownloadAsync(reporter, made);
        using var colleague = await PersonaClient.SignInAsync(Site, made.Colleague.UserName);
        using var first = await colleague.PostAsync(
            $"/returns/{made.Return}/cells",
            new { cells = new[] { new { cell = "6-value", seen = 0, text = "27.8" }, new { cell = "4-value", seen = 0, text = "201.3" } } },
            await colleague.TokenAsync($"/returns/{made.Return}"));

        var preview = await PreviewAsync(reporter, made, token, FilledWorkbook.Fill(workbook, ("J7", 27.3m), ("J2", 246m)));

        Assert.Equal(["6-value passed_over", "1-value good"], preview.Select(r => $"{r.GetAttribute("data-at")} {r.GetAttribute("data-verdict")}"));
        Assert.Contains("填报人乙", preview[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("27.8", preview[0].TextContent, StringComparison.Ordinal);
        Assert.False(preview[0].HasAttribute("data-text"));
        await ApplyAsync(reporter, made, token, preview);
        Assert.Equal(["1-value 246.0 - - -", "4-value 201.3 - - -", "6-value 27.8 - - -"], await CellsAsync(made.Return));
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task Who_is_faster_between_the_preview_and_the_writing_is_not_overwritten()
    {
        var (made, reporter, token) = await OpenAsync();
        var preview = await PreviewAsync(reporter, made, token, FilledWorkbook.Fill(await DownloadAsync(reporter, made), ("J7", 27.3m)));
        using var colleague = await PersonaClient.SignInAsync(Site, made.Colleague.UserName);
        using var first = await colleague.PostAsync(
            $"/returns/{made.Return}/cells", new { cells = new[] { new { cell = "6-value", seen = 0, text = "27.8" } } }, await colleague.TokenAsync($"/returns/{made.Return}"));

        using var answer = await reporter.PostAsync($"/returns/{made.Return}/cells", new { cells = preview.Select(Sent), stamp = -1 }, token);

        Assert.Contains("data-outcome=\"stale\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(["6-value 27.8 - - -"], await CellsAsync(made.Return));
    }

    [Fact]
    public async Task What_is_not_asked_for_is_passed_over()
    {
        var (made, reporter, token) = await OpenAsync();
        var workbook = await DownloadAsync(reporter, made);
        Assert.Equal("自动算", FilledWorkbook.Text(workbook, "J11"));

        var preview = await PreviewAsync(reporter, made, token, FilledWorkbook.Fill(workbook, ("J11", 64.1m), ("K8", 3m), ("J2", 1m)));

        Assert.Equal(["passed_over", "passed_over", "good"], preview.Select(r => r.GetAttribute("data-verdict")));
        Assert.Contains("本行不填同比", preview[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("不需要填", preview[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_whose_value_is_published_takes_its_growth_with_explanation_and_source()
    {
        var (made, reporter, token) = await OpenAsync();
        var id = await made.Setup.OpenAsync("2025-Q1", made.Reporter.Department!, made.Form);
        var report = await new Importer(app.Database.Contexts, TimeProvider.System).ImportAsync(
            DocumentReader.Read(Encoding.UTF8.GetBytes(
                "indicator,region,period,value,unit,yoy,source,basis,vintage,quote,note,published\n专业镇主导产业产值,忻州市,2025-Q1,60.2,亿元,,https://tjj.sxxz.gov.cn/x,ytd,当期发布,,,2025-04-20\n")),
            new() { File = "test", Actor = "test" });
        Assert.Empty(report.Faults);

        await app.CatchUpAsync();
        var workbook = await reporter.Http.GetByteArrayAsync($"/returns/{id}/workbook.xlsx");
        Assert.Equal("免填", FilledWorkbook.Text(workbook, "J5"));
        using var answer = await reporter.UploadAsync(
            $"/returns/{id}/workbook?name=book.xlsx", FilledWorkbook.Fill(workbook, ("K5", 60.1m), ("N5", "新增2户"), ("O5", "3号表")), token);

        var row = Assert.Single((await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync())).QuerySelectorAll("tr[data-verdict]"));
        Assert.Equal(
            "4-growth good 60.1 新增2户 3号表",
            $"{row.GetAttribute("data-at")} {row.GetAttribute("data-verdict")} {row.GetAttribute("data-text")} {row.GetAttribute("data-explanation")} {row.GetAttribute("data-source")}");
    }

    [Fact]
    public async Task More_digits_than_the_form_asks_for_are_kept_and_shown_for_a_look()
    {
        var (made, reporter, token) = await OpenAsync();

        var preview = await PreviewAsync(reporter, made, token, FilledWorkbook.Fill(await DownloadAsync(reporter, made), ("J2", 246.125m)));

        Assert.Equal(("look", "246.125"), (preview[0].GetAttribute("data-verdict"), preview[0].GetAttribute("data-text")));
        Assert.Contains("多于1位小数", preview[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_explanation_goes_to_the_cell_that_is_asked_for_one_and_a_new_value_under_it_is_shown_for_a_look()
    {
        var (made, reporter, token) = await OpenAsync();
        var filled = FilledWorkbook.Fill(await DownloadAsync(reporter, made), ("J4", 152.40m), ("K4", 60.1m));
        var warned = await PreviewAsync(reporter, made, token, filled);
        Assert.Equal(["good", "look"], warned.OrderBy(r => r.GetAttribute("data-verdict")).Select(r => r.GetAttribute("data-verdict")));
        Assert.Contains(warned, r => r.TextContent.Contains("超过50%", StringComparison.Ordinal));

        var explained = await PreviewAsync(reporter, made, token, FilledWorkbook.Fill(filled, ("N4", "新增2户链上企业")));
        Assert.All(explained, r => Assert.Equal("good", r.GetAttribute("data-verdict")));
        await ApplyAsync(reporter, made, token, explained);
        Assert.Equal(1, await CountAsync($"SELECT count(*) FROM return_cells WHERE return_id = {made.Return} AND field = 'growth' AND explanation = '新增2户链上企业'"));
        Assert.Equal(0, await CountAsync($"SELECT count(*) FROM return_cells WHERE return_id = {made.Return} AND field = 'value' AND explanation IS NOT NULL"));

        var other = await PreviewAsync(reporter, made, token, FilledWorkbook.Fill(await DownloadAsync(reporter, made), ("K4", 71.5m)));
        Assert.Equal("look", Assert.Single(other).GetAttribute("data-verdict"));
        Assert.Contains("沿用原来的说明", other[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulty_workbook_comes_back_with_remarks_and_what_was_written_and_is_good_once_mended()
    {
        var (made, reporter, token) = await OpenAsync();
        var filled = FilledWorkbook.Fill(await DownloadAsync(reporter, made), ("J2", "约三百"), ("J7", 27.3m), ("L8", "未取得"));

        using var answer = await reporter.UploadAsync($"/returns/{made.Return}/workbook/remarks", filled, token);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.EndsWith("-批注.xlsx", answer.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
        var back = await answer.Content.ReadAsByteArrayAsync();
        Assert.Contains("不是数字", FilledWorkbook.Text(back, "P2"), StringComparison.Ordinal);
        Assert.Contains("没有写明原因", FilledWorkbook.Text(back, "P8"), StringComparison.Ordinal);
        Assert.Null(FilledWorkbook.Text(back, "P7"));
        Assert.Equal(("约三百", "27.3", "未取得"), (FilledWorkbook.Text(back, "J2"), FilledWorkbook.Text(back, "J7"), FilledWorkbook.Text(back, "L8")));
        Assert.Empty(await CellsAsync(made.Return));
        Assert.Equal(0, await CountAsync($"SELECT count(*) FROM audit_events WHERE subject LIKE 'return {made.Return} %' AND action = 'return.enter'"));

        var preview = await PreviewAsync(reporter, made, token, FilledWorkbook.Fill(back, ("J2", 300m), ("M8", "供电公司25日报")));
        Assert.Equal(["1-value", "6-value", "7-value"], preview.Select(r => r.GetAttribute("data-at")));
        Assert.All(preview, r => Assert.Equal("good", r.GetAttribute("data-verdict")));
    }

    [Fact]
    public async Task A_workbook_with_remarks_speaks_of_the_versions_it_went_out_with()
    {
        var (made, reporter, token) = await OpenAsync();
        var workbook = await DownloadAsync(reporter, made);
        using var entered = await reporter.PostAsync($"/returns/{made.Return}/cells", new { cells = new[] { new { cell = "6-value", seen = 0, text = "27.8" } } }, token);

        using var answer = await reporter.UploadAsync($"/returns/{made.Return}/workbook/remarks", FilledWorkbook.Fill(workbook, ("J7", 27.3m)), token);

        Assert.Equal("passed_over", Assert.Single(await PreviewAsync(reporter, made, token, await answer.Content.ReadAsByteArrayAsync())).GetAttribute("data-verdict"));
    }

    [Fact]
    public async Task A_workbook_saved_by_LibreOffice_is_read_to_the_last_digit()
    {
        var (made, reporter, token) = await OpenAsync();
        var filled = FilledWorkbook.Fill(
            await DownloadAsync(reporter, made), ("J2", 246.1m), ("K2", -4.2m), ("J3", 71.90m), ("L8", "未取得"), ("M8", "供电公司\n25日报"), ("O2", "3号表"));

        var preview = await PreviewAsync(reporter, made, token, await LibreOffice.ConvertAsync(filled, "xlsx", "xlsx"));

        Assert.All(preview, r => Assert.Equal("good", r.GetAttribute("data-verdict")));
        await ApplyAsync(reporter, made, token, preview);
        Assert.Equal(
            ["1-growth -4.2 - - -", "1-value 246.1 - - 3号表", "2-value 71.90 - - -", "7-value - not_obtained 供电公司\n25日报 -"],
            await CellsAsync(made.Return));
        Assert.Empty(await PreviewAsync(reporter, made, token, await LibreOffice.ConvertAsync(await DownloadAsync(reporter, made), "xlsx", "xlsx")));
    }

    [Fact]
    public async Task An_English_workbook_is_read_on_a_Chinese_page()
    {
        var (made, reporter, token) = await OpenAsync();
        using var download = await reporter.Http.GetAsync($"/returns/{made.Return}/workbook.xlsx?lang=en");
        Assert.EndsWith("-2026 Q3.xlsx", download.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
        var workbook = await download.Content.ReadAsByteArrayAsync();
        Assert.Equal(("This period", "Computed"), (FilledWorkbook.Text(workbook, "J1"), FilledWorkbook.Text(workbook, "J11")));

        var preview = await PreviewAsync(reporter, made, token, FilledWorkbook.Fill(workbook, ("L8", "Not obtained"), ("M8", "on the 25th")));

        Assert.Equal(("7-value", "not_obtained"), (Assert.Single(preview).GetAttribute("data-at"), preview[0].GetAttribute("data-blank")));
    }

    [Trait("Category", "Security")]
    [Fact]
    public async Task What_is_not_the_workbook_of_this_return_is_refused_as_a_whole()
    {
        var (made, reporter, token) = await OpenAsync();
        var other = await IndustryQuarter.MakeAsync(app.Database.Owner, app.Database.App);
        using var stranger = await PersonaClient.SignInAsync(Site, other.Reporter.UserName);
        var workbook = await DownloadAsync(reporter, made);
        using var figures = await reporter.Http.GetAsync("/downloads/figures.xlsx?indicator=gdp");

        await RefusedAsync("other_return", await DownloadAsync(stranger, other));
        await RefusedAsync("not_a_return", await figures.Content.ReadAsByteArrayAsync());
        await RefusedAsync("not_a_return", FilledWorkbook.Fill(workbook, ("A3", $"{other.Return}/2")));
        await RefusedAsync("other_columns", FilledWorkbook.Fill(workbook, ("J1", "同比（%）"), ("K1", "本期")));
        await RefusedAsync("format", "不是工作簿"u8.ToArray());
        await RefusedAsync("format", []);
        await RefusedAsync("expansion", Bomb());
        await RefusedAsync("too_large", new byte[(5 * 1024 * 1024) + 1], HttpStatusCode.RequestEntityTooLarge);
        Assert.Empty(await CellsAsync(made.Return));

        async Task RefusedAsync(string code, byte[] content, HttpStatusCode status = HttpStatusCode.UnprocessableEntity)
        {
            foreach (var path in new[] { "workbook", "workbook/remarks" })
            {
                using var answer = await reporter.UploadAsync($"/returns/{made.Return}/{path}", content, token);
                Assert.Equal((status, code), (answer.StatusCode, await CodeAsync(answer)));
            }
        }
    }

    [Trait("Category", "Security")]
    [Theory]
    [InlineData("reviewer", HttpStatusCode.OK, "forbidden")]
    [InlineData("leader", HttpStatusCode.OK, "forbidden")]
    [InlineData("stranger", HttpStatusCode.Forbidden, "wrong_department")]
    public async Task Who_may_see_the_return_may_take_it_away_but_only_its_reporter_brings_it_back(string who, HttpStatusCode download, string code)
    {
        var (made, reporter, _) = await OpenAsync();
        var actor = who switch { "reviewer" => made.Reviewer, "leader" => made.Leader, _ => made.Stranger };
        using var other = await PersonaClient.SignInAsync(Site, actor.UserName);
        var filled = FilledWorkbook.Fill(await DownloadAsync(reporter, made), ("J2", 1m));
        var token = await other.TokenAsync("/returns");

        using var taken = await other.Http.GetAsync($"/returns/{made.Return}/workbook.xlsx");
        Assert.Equal(download, taken.StatusCode);
        foreach (var path in new[] { "workbook", "workbook/remarks" })
        {
            using var answer = await other.UploadAsync($"/returns/{made.Return}/{path}", filled, token);
            Assert.Equal((HttpStatusCode.Forbidden, code), (answer.StatusCode, await CodeAsync(answer)));
        }
    }

    [Trait("Category", "Security")]
    [Fact]
    public async Task A_file_without_the_token_of_the_page_is_refused()
    {
        var (made, reporter, token) = await OpenAsync();
        using var colleague = await PersonaClient.SignInAsync(Site, made.Colleague.UserName);
        var filled = FilledWorkbook.Fill(await DownloadAsync(reporter, made), ("J2", 1m));

        foreach (var path in new[] { "workbook", "workbook/remarks" })
        {
            using var without = await reporter.UploadAsync($"/returns/{made.Return}/{path}", filled, null);
            using var stolen = await colleague.UploadAsync($"/returns/{made.Return}/{path}", filled, token);
            Assert.All(new[] { without, stolen }, a => Assert.Equal(HttpStatusCode.BadRequest, a.StatusCode));
            Assert.Equal("forgery", await CodeAsync(without));
            Assert.Equal("forgery", await CodeAsync(stolen));
        }
    }

    [Fact]
    public async Task After_the_period_is_closed_a_workbook_goes_out_but_not_back()
    {
        var (made, reporter, token) = await OpenAsync();
        var now = DateTimeOffset.UtcNow;
        await made.Setup.DatesAsync("2026-Q3", new(now.AddDays(-30), now.AddDays(-9), now.AddDays(-1), 3, 3), made.Form);

        var filled = FilledWorkbook.Fill(await DownloadAsync(reporter, made), ("J2", 1m));
        using var answer = await reporter.UploadAsync($"/returns/{made.Return}/workbook", filled, token);

        Assert.Equal((HttpStatusCode.Conflict, "closed"), (answer.StatusCode, await CodeAsync(answer)));
        var page = await reporter.Http.GetStringAsync($"/returns/{made.Return}");
        Assert.Contains("/workbook.xlsx", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-upload", page, StringComparison.Ordinal);
    }

    private async Task<(IndustryQuarter Made, PersonaClient Reporter, string Token)> OpenAsync()
    {
        var made = await IndustryQuarter.MakeAsync(app.Database.Owner, app.Database.App);
        var reporter = await PersonaClient.SignInAsync(Site, made.Reporter.UserName);
        return (made, reporter, await reporter.TokenAsync($"/returns/{made.Return}"));
    }

    private static Task<byte[]> DownloadAsync(PersonaClient who, IndustryQuarter made) => who.Http.GetByteArrayAsync($"/returns/{made.Return}/workbook.xlsx");

    private static async Task<string> HtmlAsync(PersonaClient who, IndustryQuarter made, string token, byte[] workbook)
    {
        using var answer = await who.UploadAsync($"/returns/{made.Return}/workbook?name=book.xlsx", workbook, token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>The rows of the preview.</summary>
    private static async Task<IReadOnlyList<IElement>> PreviewAsync(PersonaClient who, IndustryQuarter made, string token, byte[] workbook) =>
        [.. (await new HtmlParser().ParseDocumentAsync(await HtmlAsync(who, made, token, workbook))).QuerySelectorAll("tr[data-verdict]")];

    /// <summary>What the script sends for a row.</summary>
    private static Dictionary<string, object> Sent(IElement row)
    {
        var sent = new Dictionary<string, object> { ["cell"] = row.GetAttribute("data-at")!, ["seen"] = int.Parse(row.GetAttribute("data-seen")!, System.Globalization.CultureInfo.InvariantCulture) };
        foreach (var name in new[] { "text", "blank", "reason", "explanation", "source" })
        {
            if (row.GetAttribute($"data-{name}") is { } value) sent[name] = value;
        }

        return sent;
    }

    private static async Task<HttpStatusCode> ApplyAsync(PersonaClient who, IndustryQuarter made, string token, IReadOnlyList<IElement> preview)
    {
        using var answer = await who.PostAsync(
            $"/returns/{made.Return}/cells", new { cells = preview.Where(r => r.HasAttribute("data-text")).Select(Sent), stamp = -1 }, token);
        return answer.StatusCode;
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer)
    {
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.NotEmpty(problem.RootElement.GetProperty("detail").GetString()!);
        return problem.RootElement.GetProperty("code").GetString();
    }

    private static byte[] Bomb()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            part.Write(new byte[50_000_000]);
        }

        return stream.ToArray();
    }

    private async Task<List<string>> CellsAsync(int id)
    {
        await using var command = app.Database.App.CreateCommand(
            """
            SELECT format('%s-%s %s %s %s %s', row_number, field, coalesce(value::text, '-'), coalesce(blank, '-'), coalesce(reason, '-'), coalesce(source, '-'))
            FROM return_cells WHERE return_id = $1 ORDER BY row_number, field
            """);
        command.Parameters.AddWithValue(id);
        await using var reader = await command.ExecuteReaderAsync();
        var cells = new List<string>();
        while (await reader.ReadAsync()) cells.Add(reader.GetString(0));
        return cells;
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var command = app.Database.App.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
