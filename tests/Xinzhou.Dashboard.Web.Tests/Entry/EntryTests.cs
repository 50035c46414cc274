using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;
using Xinzhou.Dashboard.Data.Import;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Cases;
using Xinzhou.Dashboard.Testing.Reporting;
using Xinzhou.Dashboard.Web.Tests.Api;

namespace Xinzhou.Dashboard.Web.Tests.Entry;

/// <summary>What the script of the grid sends, sent without a browser: the real application on a real PostgreSQL.</summary>
[Trait("Category", "Faults")]
public sealed class EntryTests(LiveDashboard app) : IClassFixture<LiveDashboard>
{
    private string Site => app.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    [Fact]
    public async Task A_reporter_enters_cells_and_gets_their_rows_back()
    {
        var (made, reporter, token) = await OpenAsync();

        using var answer = await SendAsync(reporter, made, token, Cell("1-value", "２４６．０"), Cell("1-growth", "6.2%"));

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("data-cell=\"1-value\" data-version=\"1\"", html, StringComparison.Ordinal);
        Assert.Equal("246.0", Saved(html, "1-value"));
        Assert.Equal("6.2", Saved(html, "1-growth"));
        Assert.Equal([("1-growth", "6.2"), ("1-value", "246.0")], await CellsAsync(made.Return));
    }

    [Fact]
    public async Task What_is_no_number_comes_back_as_an_error_and_is_not_stored_while_the_rest_is()
    {
        var (made, reporter, token) = await OpenAsync();

        using var answer = await SendAsync(reporter, made, token, Cell("1-value", "约三百"), Cell("2-value", "71.90"), Cell("7-value", "5吨"));

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal("fault", Outcome(html, "1-value"));
        Assert.Contains("value=\"约三百\"", html, StringComparison.Ordinal);
        Assert.Contains("不是数字", html, StringComparison.Ordinal);
        Assert.Contains("请按万千瓦填", html, StringComparison.Ordinal);
        Assert.Equal([("2-value", "71.90")], await CellsAsync(made.Return));
    }

    [Fact]
    public async Task Two_people_on_one_cell_get_both_values_and_neither_is_overwritten()
    {
        var (made, reporter, token) = await OpenAsync();
        using var colleague = await PersonaClient.SignInAsync(Site, made.Colleague.UserName);
        using var first = await SendAsync(colleague, made, await colleague.TokenAsync($"/returns/{made.Return}"), Cell("6-value", "27.8"));

        using var second = await SendAsync(reporter, made, token, Cell("6-value", "27.3"));

        var html = await second.Content.ReadAsStringAsync();
        Assert.Equal("stale", Outcome(html, "6-value"));
        Assert.Contains("data-text=\"27.3\"", html, StringComparison.Ordinal);
        Assert.Contains("27.8", html, StringComparison.Ordinal);
        Assert.Contains("填报人乙", html, StringComparison.Ordinal);
        Assert.Equal([("6-value", "27.8")], await CellsAsync(made.Return));

        using var taken = await SendAsync(reporter, made, token, Cell("6-value", "27.3", seen: 1));
        Assert.Equal([("6-value", "27.3")], await CellsAsync(made.Return));
    }

    [Fact]
    public async Task A_request_that_is_repeated_saves_nothing_twice()
    {
        var (made, reporter, token) = await OpenAsync();

        for (var time = 0; time < 2; time++)
        {
            using var answer = await SendAsync(reporter, made, token, Cell("1-value", "246.0"));
            Assert.Equal("saved", Outcome(await answer.Content.ReadAsStringAsync(), "1-value"));
        }

        Assert.Equal(1, await CountAsync($"SELECT count(*) FROM return_cell_changes WHERE return_id = {made.Return}"));
    }

    [Fact]
    public async Task Forty_rows_are_pasted_with_a_preview_and_saved_in_one_request()
    {
        var made = await IndustryQuarter.MakeAsync(app.Database.Owner, app.Database.App, await CountyRows.ReadAsync(app.Database.App, 40));
        using var reporter = await PersonaClient.SignInAsync(Site, made.Reporter.UserName);
        var token = await reporter.TokenAsync($"/returns/{made.Return}");
        var block = string.Join("\r\n", Enumerable.Range(1, 40).Select(n => FormattableString.Invariant($"1,00{n % 10}.{n % 10}")));

        using var preview = await reporter.PostAsync($"/returns/{made.Return}/paste", new { text = block, cell = "1-value" }, token);
        var shown = await preview.Content.ReadAsStringAsync();
        Assert.Empty(await CellsAsync(made.Return));
        Assert.Equal(40, Regex.Count(shown, "data-verdict=\"good\""));
        Assert.Contains("写入40格", shown, StringComparison.Ordinal);

        using var answer = await SendAsync(reporter, made, token, [.. Enumerable.Range(1, 40).Select(n => Cell($"{n}-value", FormattableString.Invariant($"1,00{n % 10}.{n % 10}")))]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(40, (await CellsAsync(made.Return)).Count);
        Assert.Equal(1, await CountAsync($"SELECT count(*) FROM audit_events WHERE action = 'return.enter' AND subject LIKE 'return {made.Return} %'"));
    }

    [Fact]
    public async Task A_preview_tells_what_is_passed_over_and_what_to_look_at()
    {
        var (made, reporter, token) = await OpenAsync();

        using var answer = await reporter.PostAsync($"/returns/{made.Return}/paste", new { text = "12,830万\t60.1\t9\n/\t\n未取得\t(4.2)\n", cell = "4-value" }, token);

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("1.283", html, StringComparison.Ordinal);
        Assert.Contains("换算为亿元", html, StringComparison.Ordinal);
        Assert.Contains("超过50%", html, StringComparison.Ordinal);
        Assert.Contains("右侧没有可填的列", html, StringComparison.Ordinal);
        Assert.Contains("不是数字", html, StringComparison.Ordinal);
        Assert.Contains("请写原因", html, StringComparison.Ordinal);
        Assert.Contains("−4.2", html, StringComparison.Ordinal);
        Assert.Empty(await CellsAsync(made.Return));
    }

    [Theory]
    [InlineData("地区\t指标\t累计\t同比\n大同市\t专业镇主导产业产值\t99.0\t1.0\n全市\t专业镇主导产业产值\t181.0\t5.2", 2, "大同市 专业镇主导产业产值", "本表没有这一行", "181.0</b>")]
    [InlineData("专业镇主导产业产值（万元）\t1810000\t5.2", 2, "按表中的单位“万元”读取", "换算为亿元", "181</b>")]
    [InlineData("专业镇主导产业产值（万美元）\t25000\t5.2", 1, "按表中的单位“万美元”读取", "data-verdict=\"skipped\"")]
    [InlineData("专业镇主导产业产值（%）\t5.2\t1.1", 0, "data-verdict=\"skipped\"", "这一行还写着“%”，请核对")]
    [InlineData("单位：万元\n指标\t累计\t同比增长额\n专业镇主导产业产值\t1810000\t8.9", 1, "按表中的单位“万元”读取", "没有粘贴的列：第3列 同比增长额")]
    [InlineData("专业镇主导产业产值\t181.0\t5.2\n专业镇主导产业产值\t16.2\t4.1", 0, "有几行都落到这一格", "data-verdict=\"skipped\"")]
    [InlineData("专业镇主导产业产值（现价）\t181.0\t5.2", 0, "这一行还写着“现价”，请核对", "data-verdict=\"look\"")]
    [InlineData("2024年1-9月主要指标\n专业镇主导产业产值\t181.0\t5.2", 0, "标题写的是别的时间", "data-verdict=\"look\"")]
    public async Task A_preview_says_what_the_table_says_of_its_numbers(string text, int good, params string[] said)
    {
        var (made, reporter, token) = await OpenAsync();

        using var answer = await reporter.PostAsync($"/returns/{made.Return}/paste", new { text, cell = "1-value" }, token);

        var html = System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(good, Regex.Count(html, "data-verdict=\"good\""));
        Assert.All(said, s => Assert.Contains(s, html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_published_is_refused_counts_as_nothing_missing_and_is_never_pasted_over()
    {
        var (made, reporter, token) = await OpenAsync();
        var id = await made.Setup.OpenAsync("2025-Q3", made.Reporter.Department!, made.Form);
        await PublishAsync(
            "地区生产总值,忻州市,2025-9M,,,5.1,https://tjj.sxxz.gov.cn/x,growth_only,当期发布,,,2025-10-20",
            "社会消费品零售总额,忻州市,2025-9M,,,6.4,https://tjj.sxxz.gov.cn/x,growth_only,当期发布,,,2025-10-20",
            "规上工业企业数,忻州市,2025-09-30,640,户,,https://tjj.sxxz.gov.cn/x,stock,当期发布,,,2025-10-20");

        var page = "";
        await Wait.UntilAsync(async () => (page = await reporter.Http.GetStringAsync($"/returns/{id}")).Contains("已有免填2格", StringComparison.Ordinal));
        Assert.Contains("6.4<small", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-cell=\"13-growth\"", page, StringComparison.Ordinal);
        Assert.Contains("data-cell=\"13-value\"", page, StringComparison.Ordinal);
        Assert.Contains("0/19", await reporter.Http.GetStringAsync("/returns"), StringComparison.Ordinal);

        using var typed = await reporter.PostAsync($"/returns/{id}/cells", new { cells = new[] { Cell("13-growth", "7.7"), Cell("11-value", "641") }, stamp = -1 }, token);
        using var pasted = await reporter.PostAsync($"/returns/{id}/paste", new { text = "88\t7.7", cell = "13-value" }, token);
        Assert.Equal(HttpStatusCode.OK, typed.StatusCode);
        Assert.Empty(await CellsAsync(id));
        Assert.Contains("不需要填", await pasted.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Faults")]
    public async Task What_no_text_contains_is_no_failure_of_a_page_and_is_not_stored()
    {
        var (made, reporter, token) = await OpenAsync();
        foreach (var path in new[] { "/returns?department=%00", "/returns?page=%00", "/messages?before=%00" })
        {
            using var asked = await reporter.Http.GetAsync(path);
            Assert.Equal(HttpStatusCode.BadRequest, asked.StatusCode);
        }

        using var page = await reporter.Http.GetAsync("/messages?before=x");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);

        var cell = new { cell = "1-value", text = "150.1", source = "局\0内\u202E台账", seen = 0 };
        using var typed = await reporter.PostAsync($"/returns/{made.Return}/cells", new { cells = new[] { cell }, stamp = -1 }, token);
        Assert.Equal(HttpStatusCode.OK, typed.StatusCode);
        Assert.Contains("局内台账", await reporter.Http.GetStringAsync($"/returns/{made.Return}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_self_media_nor_a_flash_report_excuses_a_field()
    {
        var (made, reporter, _) = await OpenAsync();
        await ImportAsync(CaseFile.Text("33-self-media.csv"));
        await Wait.UntilAsync(async () =>
            (await reporter.Http.GetStringAsync("/api/v1/figures?indicator=specialty_town_output&limit=5000")).Contains("300.1", StringComparison.Ordinal));

        var page = await reporter.Http.GetStringAsync($"/returns/{made.Return}");

        Assert.All(["4-value", "4-growth", "5-value", "5-growth"], cell => Assert.Contains($"data-cell=\"{cell}\"", page, StringComparison.Ordinal));
        Assert.DoesNotContain("class=\"exempt\"", page, StringComparison.Ordinal);
        Assert.Contains("0/21", await reporter.Http.GetStringAsync("/returns"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_level_excuses_itself_and_hides_nothing_that_was_typed_before()
    {
        var (made, reporter, token) = await OpenAsync();
        var id = await made.Setup.OpenAsync("2025-Q2", made.Reporter.Department!, made.Form);
        using var typed = await reporter.PostAsync($"/returns/{id}/cells", new { cells = new[] { Cell("1-value", "150.1") }, stamp = -1 }, token);
        await PublishAsync(
            "第三产业投资,忻州市,2025-H1,151.2,亿元,,https://tjj.sxxz.gov.cn/x,ytd,当期发布,,,2025-07-20",
            "专业镇主导产业产值,忻州市,2025-H1,160.2,亿元,,https://tjj.sxxz.gov.cn/x,ytd,当期发布,,,2025-07-20");

        var page = "";
        await Wait.UntilAsync(async () => (page = await reporter.Http.GetStringAsync($"/returns/{id}")).Contains("已有免填1格", StringComparison.Ordinal));
        Assert.Equal("150.1", Saved(page, "1-value"));
        Assert.Contains("已发布151.2", page, StringComparison.Ordinal);
        Assert.Contains("160.2<small", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-cell=\"4-value\"", page, StringComparison.Ordinal);
        Assert.Contains("data-cell=\"4-growth\"", page, StringComparison.Ordinal);

        using var cleared = await reporter.PostAsync($"/returns/{id}/cells", new { cells = new[] { Cell("1-value", "", seen: 1), Cell("4-growth", "3.1") }, stamp = -1 }, token);
        var html = await cleared.Content.ReadAsStringAsync();
        Assert.DoesNotContain("data-cell=\"1-value\"", html, StringComparison.Ordinal);
        Assert.Contains("151.2<small", html, StringComparison.Ordinal);
        Assert.Equal("3.1", Saved(html, "4-growth"));
    }

    [Trait("Category", "Security")]
    [Theory]
    [InlineData("reviewer", HttpStatusCode.Forbidden, "forbidden")]
    [InlineData("leader", HttpStatusCode.Forbidden, "forbidden")]
    [InlineData("stranger", HttpStatusCode.Forbidden, "wrong_department")]
    public async Task Whoever_is_not_the_departments_reporter_enters_nothing(string who, HttpStatusCode status, string code)
    {
        var (made, reporter, _) = await OpenAsync();
        reporter.Dispose();
        var actor = who switch { "reviewer" => made.Reviewer, "leader" => made.Leader, _ => made.Stranger };
        using var other = await PersonaClient.SignInAsync(Site, actor.UserName);
        var token = await other.TokenAsync("/returns");

        foreach (var (path, body) in Writing(made.Return))
        {
            using var answer = await other.PostAsync(path, body, token);
            Assert.Equal(status, answer.StatusCode);
            Assert.Equal(code, await CodeAsync(answer));
        }

        Assert.Empty(await CellsAsync(made.Return));
    }

    [Trait("Category", "Security")]
    [Fact]
    public async Task A_stranger_learns_neither_whether_a_return_is_there_nor_its_version()
    {
        var (made, reporter, _) = await OpenAsync();
        reporter.Dispose();
        using var stranger = await PersonaClient.SignInAsync(Site, made.Stranger.UserName);
        var token = await stranger.TokenAsync("/returns");

        foreach (var id in new[] { made.Return, 999_999 })
        {
            foreach (var path in new[] { "", "/rows", "/rows/1", "/difference", "/events", "/workbook.xlsx" })
            {
                using var asked = await stranger.Http.GetAsync($"/returns/{id}{path}");
                Assert.Equal((id, path, HttpStatusCode.Forbidden), (id, path, asked.StatusCode));
            }

            foreach (var (path, body) in Writing(id).Append(($"/returns/{id}/submit", new { version = 99 })).Append(($"/returns/{id}/take-back", new { version = 99 })))
            {
                using var answer = await stranger.PostAsync(path, body, token);
                Assert.Equal((path, HttpStatusCode.Forbidden), (path, answer.StatusCode));
                Assert.Equal("wrong_department", await CodeAsync(answer));
            }
        }
    }

    [Trait("Category", "Security")]
    [Fact]
    public async Task A_form_without_the_token_of_the_page_is_refused()
    {
        var (made, reporter, token) = await OpenAsync();
        using var colleague = await PersonaClient.SignInAsync(Site, made.Colleague.UserName);

        foreach (var (path, body) in Writing(made.Return))
        {
            using var without = await reporter.PostAsync(path, body, null);
            using var stolen = await colleague.PostAsync(path, body, token);
            foreach (var answer in new[] { without, stolen })
            {
                Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
                Assert.Equal("forgery", await CodeAsync(answer));
            }
        }

        Assert.Empty(await CellsAsync(made.Return));
    }

    [Trait("Category", "Security")]
    [Fact]
    public async Task Nobody_unknown_gets_anything()
    {
        var (made, reporter, _) = await OpenAsync();
        reporter.Dispose();
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var nobody = new HttpClient(handler) { BaseAddress = new(Site) };

        foreach (var path in new[] { "", "/rows", "/rows/1", "/difference", "/token", "/events" })
        {
            using var answer = await nobody.GetAsync($"/returns/{made.Return}{path}");
            Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Redirect, $"{path}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Before_the_period_opens_every_way_of_entering_says_so()
    {
        var (made, reporter, token) = await OpenAsync();
        var now = DateTimeOffset.UtcNow;
        await made.Setup.DatesAsync("2026-Q3", new(now.AddDays(1), now.AddDays(9), now.AddDays(20), 3, 3), made.Form);

        foreach (var (path, body) in Writing(made.Return).Where(w => w.Path.EndsWith("cells", StringComparison.Ordinal) || w.Path.EndsWith("paste", StringComparison.Ordinal) || w.Path.EndsWith("submit", StringComparison.Ordinal)))
        {
            using var answer = await reporter.PostAsync(path, body, token);
            Assert.Equal("not_open", await CodeAsync(answer));
        }

        Assert.Empty(await CellsAsync(made.Return));
    }

    [Fact]
    public async Task After_the_period_is_closed_nothing_is_entered_pasted_or_submitted()
    {
        var (made, reporter, token) = await OpenAsync();
        var now = DateTimeOffset.UtcNow;
        await made.Setup.DatesAsync("2026-Q3", new(now.AddDays(-30), now.AddDays(-9), now.AddDays(-1), 3, 3), made.Form);

        foreach (var (path, body) in Writing(made.Return).Where(w => w.Path.EndsWith("cells", StringComparison.Ordinal) || w.Path.EndsWith("paste", StringComparison.Ordinal) || w.Path.EndsWith("submit", StringComparison.Ordinal)))
        {
            using var answer = await reporter.PostAsync(path, body, token);
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            Assert.Equal("closed", await CodeAsync(answer));
        }

        var page = await reporter.Http.GetStringAsync($"/returns/{made.Return}");
        Assert.DoesNotContain("<input class=\"value\"", page, StringComparison.Ordinal);
        Assert.Contains("已经关闭", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_due_date_a_reporter_still_enters_and_is_told_that_he_is_late()
    {
        var (made, reporter, token) = await OpenAsync();
        var now = DateTimeOffset.UtcNow;
        // The days are those of the city's calendar, whatever hour it is.
        var due = Shanghai.StartOf(Shanghai.DayOf(now).AddDays(-2)).AddHours(18);
        await made.Setup.DatesAsync("2026-Q3", new(now.AddDays(-30), due, now.AddDays(9), 3, 3), made.Form);

        using var answer = await SendAsync(reporter, made, token, Cell("1-value", "1"));

        Assert.Contains("逾期2天", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Single(await CellsAsync(made.Return));
    }

    [Fact]
    public async Task What_is_not_asked_for_is_refused_at_its_cell()
    {
        var (made, reporter, token) = await OpenAsync();

        using var answer = await SendAsync(reporter, made, token, Cell("10-value", "64.1"), Cell("7-growth", "1"), Cell("99-value", "1"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await CellsAsync(made.Return));
    }

    [Fact]
    public async Task A_comment_on_what_is_no_cell_is_refused_and_not_put_on_the_return()
    {
        var (made, reporter, token) = await OpenAsync();
        foreach (var cell in new[] { "99-value", "7-growth", "10-value", "x", "1-", "1-other", "-1-value", "1-value-2", " " })
        {
            using var refused = await reporter.PostAsync($"/returns/{made.Return}/comments", new { cell, text = "请核" }, token);
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
            Assert.Equal("not_found", await CodeAsync(refused));
        }

        Assert.Equal(0, await CountAsync($"SELECT count(*) FROM return_comments WHERE return_id = {made.Return}"));
        foreach (var cell in new[] { "1-value", "1-growth", null })
        {
            using var said = await reporter.PostAsync($"/returns/{made.Return}/comments", new { cell, text = "请核" }, token);
            Assert.Equal(HttpStatusCode.OK, said.StatusCode);
        }
    }

    [Theory]
    [InlineData("11-value", "-3")]
    [InlineData("11-value", "(3)")]
    [InlineData("14-value", "－3个")]
    public async Task A_count_below_zero_is_an_error_however_it_is_written(string cell, string text)
    {
        var (made, reporter, token) = await OpenAsync();

        using var typed = await SendAsync(reporter, made, token, Cell(cell, text));
        var html = await typed.Content.ReadAsStringAsync();
        Assert.Matches($"<td class=\"cell error\"[^>]*data-cell=\"{cell}\"", html);
        Assert.Contains("小于0：个数不会是负的", html, StringComparison.Ordinal);

        using var pasted = await reporter.PostAsync($"/returns/{made.Return}/paste", new { text, cell }, token);
        Assert.Contains("小于0：个数不会是负的", await pasted.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var submitted = await reporter.PostAsync($"/returns/{made.Return}/submit", new { version = 2 }, token);
        Assert.Equal("incomplete", await CodeAsync(submitted));
    }

    [Fact]
    public async Task A_part_of_a_count_is_asked_about_and_an_explanation_answers()
    {
        var (made, reporter, token) = await OpenAsync();

        using var typed = await SendAsync(reporter, made, token, Cell("11-value", "560.5"));
        var html = await typed.Content.ReadAsStringAsync();
        Assert.Matches("<td class=\"cell needs-explanation\"[^>]*data-cell=\"11-value\"", html);
        Assert.Contains("560.5户不是整数", html, StringComparison.Ordinal);
        Assert.Contains("多于0位小数", html, StringComparison.Ordinal);

        using var explained = await SendAsync(reporter, made, token, new { cell = "11-value", seen = 1, explanation = "按折算户数统计" });
        Assert.Matches("<td class=\"cell saved\"[^>]*data-cell=\"11-value\"", await explained.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_and_kept_at_its_cell()
    {
        var (made, reporter, token) = await OpenAsync();

        using var answer = await SendAsync(reporter, made, token,
            new { cell = "1-value", seen = 0, text = "未取得", reason = new string('长', 301) }, Cell("2-value", new string('9', 21)));

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal("too_long", Outcome(html, "1-value"));
        Assert.Equal("fault", Outcome(html, "2-value"));
        Assert.Empty(await CellsAsync(made.Return));
    }

    [Fact]
    public async Task A_blank_needs_its_reason()
    {
        var (made, reporter, token) = await OpenAsync();

        using var without = await SendAsync(reporter, made, token, Cell("1-value", "未发生"));
        Assert.Equal("reason_missing", Outcome(await without.Content.ReadAsStringAsync(), "1-value"));
        using var with = await SendAsync(reporter, made, token, new { cell = "1-value", seen = 0, text = "未发生", reason = "本期无新认定" });

        var html = await with.Content.ReadAsStringAsync();
        Assert.Equal("未发生", Saved(html, "1-value"));
        Assert.Contains("本期无新认定", html, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync($"SELECT count(*) FROM return_cells WHERE return_id = {made.Return} AND blank = 'not_occurred'"));
    }

    [Fact]
    public async Task An_explanation_stays_with_its_value_and_not_with_another()
    {
        var (made, reporter, token) = await OpenAsync();
        using var entered = await SendAsync(reporter, made, token, Cell("3-growth", "60.1"));
        Assert.Contains("需说明", await entered.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var explained = await SendAsync(reporter, made, token, new { cell = "3-growth", seen = 1, explanation = "新增2户链上企业" });
        Assert.DoesNotContain("需说明", await explained.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var changed = await SendAsync(reporter, made, token, Cell("3-growth", "71.5", seen: 2));

        Assert.Contains("需说明", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("新增2户链上企业", await reporter.Http.GetStringAsync($"/returns/{made.Return}/rows/3"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submitting_needs_a_whole_return_and_the_version_seen_and_happens_once()
    {
        var (made, reporter, token) = await OpenAsync();
        var submit = $"/returns/{made.Return}/submit";
        using var early = await reporter.PostAsync(submit, new { version = 1 }, token);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "incomplete"), (early.StatusCode, await CodeAsync(early)));
        await FillAsync(reporter, made, token);

        using var stale = await reporter.PostAsync(submit, new { version = 1 }, token);
        Assert.Equal((HttpStatusCode.Conflict, "stale"), (stale.StatusCode, await CodeAsync(stale)));
        Assert.Contains("确认提交审核", await reporter.Http.GetStringAsync($"/returns/{made.Return}/difference"), StringComparison.Ordinal);
        using var done = await reporter.PostAsync(submit, new { version = 2 }, token);
        using var again = await reporter.PostAsync(submit, new { version = 2 }, token);

        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal(1, await CountAsync($"SELECT count(*) FROM return_submissions WHERE return_id = {made.Return}"));
        using var late = await SendAsync(reporter, made, token, Cell("1-value", "1", seen: 1));
        Assert.Equal("wrong_state", await CodeAsync(late));
        Assert.DoesNotContain("<input class=\"value\"", await reporter.Http.GetStringAsync($"/returns/{made.Return}"), StringComparison.Ordinal);

        using var back = await reporter.PostAsync($"/returns/{made.Return}/take-back", new { version = 3 }, token);
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        Assert.Contains("<input class=\"value\"", await reporter.Http.GetStringAsync($"/returns/{made.Return}"), StringComparison.Ordinal);
    }

    [Trait("Category", "Security")]
    [Fact]
    public async Task Who_may_look_sees_the_return_without_inputs_and_the_rest_a_refusal()
    {
        var (made, reporter, _) = await OpenAsync();
        reporter.Dispose();
        using var leader = await PersonaClient.SignInAsync(Site, made.Leader.UserName);
        using var stranger = await PersonaClient.SignInAsync(Site, made.Stranger.UserName);
        using var viewer = await PersonaClient.SignInAsync(Site, "viewer");

        var page = await leader.Http.GetStringAsync($"/returns/{made.Return}");
        Assert.DoesNotContain("<input class=\"value\"", page, StringComparison.Ordinal);
        Assert.Contains("严禁处理国家秘密", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/returns/{made.Return}\"", await leader.Http.GetStringAsync("/returns?state=open"), StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"/returns/{made.Return}\"", await leader.Http.GetStringAsync("/returns?state=released"), StringComparison.Ordinal);
        foreach (var other in new[] { stranger, viewer })
        {
            using var answer = await other.Http.GetAsync($"/returns/{made.Return}");
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        using var none = await leader.Http.GetAsync("/returns/999999");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task When_the_database_goes_in_the_middle_of_a_save_nothing_is_half_done_and_sending_again_saves_it_once()
    {
        var (made, reporter, token) = await OpenAsync();
        await using var other = await app.Database.Owner.OpenConnectionAsync();
        await using var holding = await other.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand($"SELECT FROM returns WHERE id = {made.Return} FOR UPDATE", other);
        await hold.ExecuteNonQueryAsync();

        var sent = SendAsync(reporter, made, token, Cell("1-value", "246.0"), Cell("2-value", "71.90"));
        await Wait.UntilAsync(async () => await CountAsync(
            """
            SELECT count(*) FILTER (WHERE pg_terminate_backend(pid)) FROM pg_stat_activity
            WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%FOR UPDATE%'
            """) > 0);

        await holding.RollbackAsync();
        using var answer = await sent;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Empty(await CellsAsync(made.Return));

        using var again = await SendAsync(reporter, made, token, Cell("1-value", "246.0"), Cell("2-value", "71.90"));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal([("1-value", "246.0"), ("2-value", "71.90")], await CellsAsync(made.Return));
        Assert.Equal(2, await CountAsync($"SELECT count(*) FROM return_cell_changes WHERE return_id = {made.Return}"));
    }

    [Fact]
    public async Task What_a_rule_asks_about_is_not_submitted_without_an_explanation()
    {
        var (made, reporter, token) = await OpenAsync();
        await FillAsync(reporter, made, token);
        using var doubtful = await SendAsync(reporter, made, token, Cell("3-growth", "60.1", seen: 1));
        Assert.Equal(HttpStatusCode.OK, doubtful.StatusCode);

        using var refused = await reporter.PostAsync($"/returns/{made.Return}/submit", new { version = 2 }, token);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "incomplete"), (refused.StatusCode, await CodeAsync(refused)));

        using var explained = await SendAsync(reporter, made, token, new { cell = "3-growth", seen = 2, text = "60.1", explanation = "新增2户并入统计" });
        Assert.Equal(HttpStatusCode.OK, explained.StatusCode);
        using var done = await reporter.PostAsync($"/returns/{made.Return}/submit", new { version = 2 }, token);
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
    }

    private Task PublishAsync(params string[] rows) =>
        ImportAsync($"indicator,region,period,value,unit,yoy,source,basis,vintage,quote,note,published\n{string.Join('\n', rows)}\n");

    private async Task ImportAsync(string table)
    {
        var report = await new Importer(app.Database.Contexts, TimeProvider.System).ImportAsync(
            DocumentReader.Read(Encoding.UTF8.GetBytes(table)), new() { File = "test", Actor = "test" });
        Assert.Empty(report.Faults);
    }

    private async Task<(IndustryQuarter Made, PersonaClient Reporter, string Token)> OpenAsync()
    {
        var made = await IndustryQuarter.MakeAsync(app.Database.Owner, app.Database.App);
        var reporter = await PersonaClient.SignInAsync(Site, made.Reporter.UserName);
        return (made, reporter, await reporter.TokenAsync($"/returns/{made.Return}"));
    }

    private static object Cell(string cell, string text, int seen = 0) => new { cell, seen, text };

    private static Task<HttpResponseMessage> SendAsync(PersonaClient who, IndustryQuarter made, string token, params object[] cells) =>
        who.PostAsync($"/returns/{made.Return}/cells", new { cells, stamp = -1 }, token);

    /// <summary>Every cell asked for, in one request.</summary>
    private static async Task FillAsync(PersonaClient who, IndustryQuarter made, string token)
    {
        int[] grown = [1, 2, 3, 4, 5, 6, 13];
        object[] cells =
        [
            .. Enumerable.Range(1, 15).Where(n => n is not 10).Select(n => Cell($"{n}-value", n switch { 7 => "2120.50", 8 => "760.00", 9 => "1360.50", _ => "88" })),
            .. grown.Select(n => Cell($"{n}-growth", "5.0")),
        ];
        using var answer = await SendAsync(who, made, token, cells);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static IEnumerable<(string Path, object Body)> Writing(int id) =>
    [
        ($"/returns/{id}/cells", new { cells = new[] { new { cell = "1-value", seen = 0, text = "1" } }, stamp = -1 }),
        ($"/returns/{id}/paste", new { text = "1\t2", cell = "1-value" }),
        ($"/returns/{id}/submit", new { version = 1 }),
        ($"/returns/{id}/take-back", new { version = 1 }),
        ($"/returns/{id}/correct", new { version = 1, reason = "录入有误" }),
    ];

    private static async Task<string?> CodeAsync(HttpResponseMessage answer)
    {
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(problem.RootElement.GetProperty("detail").GetString()!);
        return problem.RootElement.GetProperty("code").GetString();
    }

    private static string Saved(string html, string cell) => Attribute(html, cell, "saved");

    private static string Outcome(string html, string cell) => Attribute(html, cell, "outcome");

    private static string Attribute(string html, string cell, string name) =>
        Regex.Match(html, $"<td[^>]*data-cell=\"{cell}\"[^>]*data-{name}=\"([^\"]*)\"").Groups[1].Value;

    private async Task<List<(string Cell, string? Value)>> CellsAsync(int id)
    {
        await using var command = app.Database.App.CreateCommand(
            "SELECT row_number || '-' || field, value::text FROM return_cells WHERE return_id = $1 ORDER BY row_number, field");
        command.Parameters.AddWithValue(id);
        await using var reader = await command.ExecuteReaderAsync();
        var cells = new List<(string, string?)>();
        while (await reader.ReadAsync()) cells.Add((reader.GetString(0), await reader.IsDBNullAsync(1) ? null : reader.GetString(1)));
        return cells;
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var command = app.Database.App.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
