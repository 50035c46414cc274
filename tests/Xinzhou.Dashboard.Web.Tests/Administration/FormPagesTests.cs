using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Testing.Reporting;
using Xinzhou.Dashboard.Web.Tests.Access;

namespace Xinzhou.Dashboard.Web.Tests.Administration;

public sealed class FormPagesTests(AdministrationHost host) : IClassFixture<AdministrationHost>
{
    private FormCatalogue Forms => host.Services.GetRequiredService<FormCatalogue>();

    private CalendarEntries Calendar => host.Services.GetRequiredService<CalendarEntries>();

    [Trait("Category", "Security")]
    [Fact]
    public async Task Only_the_system_administrator_sees_and_changes_forms_and_the_calendar()
    {
        var code = await FormAsync();
        await host.Setup.OpenAsync("2025-Q1", "d1", code);
        string[] paths = ["/admin/forms", "/admin/forms/new", $"/admin/forms/{code}", "/admin/calendar", $"/admin/calendar/new?form={code}&quarter=2026-Q4", $"/admin/calendar/{code}/2025-Q1"];
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.Admin))
        {
            using var visitor = await host.VisitAsAsync(role);
            foreach (var path in paths)
            {
                using var page = await visitor.GetAsync(path);
                Assert.Equal((role, path, HttpStatusCode.Forbidden), (role, path, page.StatusCode));
            }

            // With a token of another page's form: the right is missing, not the token.
            using var saved = await visitor.SubmitAsync("/messages", "form", $"/admin/forms/{code}", ("seen", "1"), ("act", "save"), ("reason", "越权"));
            using var set = await visitor.SubmitAsync("/messages", "next", "/admin/calendar", ("quarter", "2025-Q2"));
            Assert.Equal((role, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (role, saved.StatusCode, set.StatusCode));
        }

        using var administrator = await host.VisitAsAsync(host.Administrator);
        foreach (var path in paths) await administrator.ReadAsync(path);
    }

    [Fact]
    public async Task Rows_are_moved_and_added_and_nothing_is_kept_until_it_is_saved()
    {
        var code = await FormAsync();
        using var administrator = await host.VisitAsAsync(host.Administrator);
        var rows = Rows(code, await Forms.FindAsync(code));

        using var added = await PostAsync(administrator, code, [.. rows, ("act", "add"), ("add-indicator", "general_budget_revenue"), ("add-units", "140900"), ("add-units", "140902"), ("add-tasks", "12")]);
        var page = WebUtility.HtmlDecode(await added.Content.ReadAsStringAsync());
        Assert.Contains("有改动尚未保存", page, StringComparison.Ordinal);
        Assert.Contains("3|general_budget_revenue|140900|", page, StringComparison.Ordinal);
        Assert.Contains("4|general_budget_revenue|140902|", page, StringComparison.Ordinal);
        Assert.Contains("5|||12", page, StringComparison.Ordinal);
        Assert.Equal(2, (await Forms.FindAsync(code))!.Rows.Count);

        using var moved = await PostAsync(administrator, code, [.. rows, ("act", "up-2")]);
        page = WebUtility.HtmlDecode(await moved.Content.ReadAsStringAsync());
        Assert.True(page.IndexOf("2|retail_sales", StringComparison.Ordinal) < page.IndexOf("1|fixed_asset_investment", StringComparison.Ordinal));

        using var saved = await PostAsync(administrator, code, [.. rows.Where(r => r.Item1 != "1.order"), ("1.order", "2.5"), ("act", "save"), ("reason", "调整顺序")]);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var form = (await Forms.FindAsync(code))!;
        Assert.Equal((2, "retail_sales", "fixed_asset_investment"), (form.Version, form.Rows[0].Indicator!.Code, form.Rows[1].Indicator!.Code));
        Assert.Contains("调整顺序", await administrator.ReadAsync($"/admin/forms/{code}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_300_rows_is_saved_and_one_more_is_refused()
    {
        var code = $"f{Guid.NewGuid():N}"[..12];
        using var administrator = await host.VisitAsAsync(host.Administrator);
        var series = (await ScalarPairsAsync()).Take(301).ToArray();
        (string, string)[] head = [("code", code), ("name", $"大表{code}"), ("stage", "preliminary"), ("active", "true"), ("departments", "d1"), ("act", "save"), ("reason", "新建")];

        using var refused = await administrator.SubmitAsync("/admin/forms/new", "form", "/admin/forms/new", [.. head, .. series.SelectMany(Row)]);
        Assert.Contains("报表应有1至300行", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        using var saved = await administrator.SubmitAsync("/admin/forms/new", "form", "/admin/forms/new", [.. head, .. series.Take(300).SelectMany(Row)]);

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(300, (await Forms.FindAsync(code))!.Rows.Count);

        static IEnumerable<(string, string)> Row((string Indicator, string Unit, string Uom, bool Flow) s, int i) =>
        [
            ("row", $"{i + 1}|{s.Indicator}|{s.Unit}|"), ($"{i + 1}.order", $"{i + 1}"), ($"{i + 1}.timing", s.Flow ? "year_to_date" : "point_in_time"),
            ($"{i + 1}.uom", s.Uom), ($"{i + 1}.decimals", "1"), ($"{i + 1}.indent", "0"), ($"{i + 1}.growth", "true"),
        ];
    }

    [Fact]
    public async Task What_cannot_be_filled_is_refused_with_its_row_and_what_was_typed_is_kept()
    {
        var code = await FormAsync();
        using var administrator = await host.VisitAsAsync(host.Administrator);
        var rows = Rows(code, await Forms.FindAsync(code));
        foreach (var (field, value, sentence) in new[]
        {
            ("1.decimals", "9", "第1行：小数位数应为0至6"), ("1.uom", "万吨", "第1行：计量单位“万吨”不能换算"), ("2.timing", "point_in_time", "第2行：流量指标按累计填报"),
            ("row", "3|no_such|140900|", "第3行：没有这个指标"), ("row", "3|gdp|000|", "第3行：没有这个地区"), ("row", "3|||99", "第3行：没有这项任务"),
            ("row", "3|retail_sales|140900|", "第3行：与前面的行重复"), ("departments", "d9", "没有代码为“d9”的单位"), ("stage", "retrieved", "请选择数据阶段"),
            ("name", "", "请填写名称"),
        })
        {
            (string, string)[] sent = field is "row" or "departments"
                ? [.. rows, (field, value), ("3.decimals", "1"), ("3.indent", "0"), ("3.timing", field == "row" && value.EndsWith("99", StringComparison.Ordinal) ? "point_in_time" : "year_to_date"), ("3.uom", value.EndsWith("99", StringComparison.Ordinal) ? "%" : "亿元")]
                : [.. rows.Where(r => r.Item1 != field), (field, value)];
            using var refused = await PostAsync(administrator, code, [.. sent, ("act", "save"), ("reason", "改一改")]);
            var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
            Assert.True(page.Contains(sentence, StringComparison.Ordinal), $"{field} {value}");
            Assert.Contains("改一改", page, StringComparison.Ordinal);
        }

        using var silent = await PostAsync(administrator, code, [.. rows.Where(r => r.Item1 != "name"), ("name", "无因"), ("act", "save")]);
        Assert.Contains("请写明修改原因", await silent.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(1, (await Forms.FindAsync(code))!.Version);
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task Who_saves_over_a_version_he_has_not_seen_is_told()
    {
        var code = await FormAsync();
        using var administrator = await host.VisitAsAsync(host.Administrator);
        var rows = Rows(code, await Forms.FindAsync(code));
        using var first = await PostAsync(administrator, code, [.. rows.Where(r => r.Item1 != "1.decimals"), ("1.decimals", "2"), ("act", "save"), ("reason", "先")]);
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);

        using var refused = await PostAsync(administrator, code, [.. rows.Where(r => r.Item1 != "1.decimals"), ("1.decimals", "3"), ("act", "save"), ("reason", "后")]);

        Assert.Contains("已被他人修改", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(2, (await Forms.FindAsync(code))!.Rows[0].Decimals);
    }

    [Trait("Category", "Security")]
    [Fact]
    public async Task Forms_without_their_token_do_nothing_and_unknown_ones_are_not_found()
    {
        var code = await FormAsync();
        using var administrator = await host.VisitAsAsync(host.Administrator);
        foreach (var (path, handler) in new[] { ($"/admin/forms/{code}", "form"), ("/admin/calendar", "next") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = handler, ["act"] = "save", ["seen"] = "1", ["name"] = "伪造", ["reason"] = "伪造", ["quarter"] = "2030-Q1" }),
            };
            using var answer = await administrator.SendAsync(request);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        Assert.Equal(1, (await Forms.FindAsync(code))!.Version);
        foreach (var path in new[] { "/admin/forms/no-such", "/admin/calendar/no-such/2026-Q3", $"/admin/calendar/{code}/2026-Q9", $"/admin/calendar/{code}/2019-Q1", "/admin/calendar/new" })
        {
            using var missing = await administrator.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, missing.StatusCode));
        }
    }

    [Fact]
    public async Task The_next_quarter_is_added_once_and_its_dates_are_changed_with_a_reason()
    {
        var code = await FormAsync();
        using var administrator = await host.VisitAsAsync(host.Administrator);
        var page = $"/admin/calendar/new?form={code}&quarter=2032-Q4";
        (string, string)[] dates = [("opens", "2033-01-01T00:00"), ("due", "2033-01-15T18:00"), ("closes", "2033-01-31T18:00"), ("reminder", "3"), ("escalation", "5")];
        using var made = await administrator.SubmitAsync(page, "entry", page, dates);
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);

        for (var i = 0; i < 2; i++)
        {
            using var next = await administrator.SubmitAsync("/admin/calendar", "next", "/admin/calendar", ("quarter", "2033-Q1"));
            Assert.Equal(HttpStatusCode.Redirect, next.StatusCode);
        }

        var entries = (await Calendar.AllAsync()).Where(e => e.Form == code).ToArray();
        Assert.Equal(["2033-Q1", "2032-Q4"], entries.Select(e => e.Quarter.Code));
        Assert.Equal(new DateTimeOffset(2033, 4, 30, 18, 0, 0, TimeSpan.FromHours(8)), entries[0].Dates.ClosesAt);

        var path = $"/admin/calendar/{code}/2033-Q1";
        (string, string)[] later = [("opens", "2033-04-01T00:00"), ("due", "2033-04-20T18:00"), ("closes", "2033-04-30T18:00"), ("reminder", "3"), ("escalation", "5"), ("seen", "1")];
        using var silent = await administrator.SubmitAsync(path, "entry", path, later);
        Assert.Contains("请写明修改原因", await silent.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var bad = await administrator.SubmitAsync(path, "entry", path, [.. later.Where(f => f.Item1 != "due"), ("due", "四月二十日"), ("reason", "顺延")]);
        Assert.Contains("请填写开启、截止、关闭时间", await bad.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var early = await administrator.SubmitAsync(path, "entry", path, [.. later.Where(f => f.Item1 is not ("due" or "opens")), ("opens", "2033-03-01T00:00"), ("due", "2033-03-31T18:00"), ("reason", "提前")]);
        Assert.Contains("截止时间须在季度结束之后", await early.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var saved = await administrator.SubmitAsync(path, "entry", path, [.. later, ("reason", "顺延")]);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        using var stale = await administrator.SubmitAsync(path, "entry", path, [.. later.Where(f => f.Item1 != "reminder"), ("reminder", "9"), ("reason", "又改")]);
        Assert.Contains("已被他人修改", await stale.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(2, (await Calendar.AllAsync()).Single(e => e.Form == code && e.Quarter.Code == "2033-Q1").Version);
    }

    [Fact]
    public async Task Open_returns_are_given_more_time_and_the_moment_they_opened_stays_to_the_second()
    {
        var code = await FormAsync();
        await host.Setup.OpenAsync("2025-Q4", "d1", code);
        var entry = (await Calendar.AllAsync()).Single(e => e.Form == code);
        using var administrator = await host.VisitAsAsync(host.Administrator);
        var path = $"/admin/calendar/{code}/2025-Q4";
        Assert.Contains("readonly", await administrator.ReadAsync(path), StringComparison.Ordinal);

        using var saved = await administrator.SubmitAsync(path, "entry", path,
            ("seen", $"{entry.Version}"), ("opens", Local(entry.Dates.OpensAt)), ("due", Local(entry.Dates.DueAt.AddDays(2))), ("closes", Local(entry.Dates.ClosesAt.AddDays(2))),
            ("reminder", "3"), ("escalation", "3"), ("reason", "系统停机一日"));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var changed = (await Calendar.AllAsync()).Single(e => e.Form == code).Dates;
        Assert.Equal(entry.Dates.OpensAt, changed.OpensAt);
        Assert.True(changed.DueAt > entry.Dates.DueAt);

        static string Local(DateTimeOffset moment) => moment.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task<string> FormAsync()
    {
        var code = $"f{Guid.NewGuid():N}"[..12];
        await host.Setup.FormAsync([ReturnSetup.Series("fixed_asset_investment"), ReturnSetup.Series("retail_sales", growth: true)], ["d1"], code, $"季度表{code}");
        return code;
    }

    private static Task<HttpResponseMessage> PostAsync(Visitor visitor, string code, params (string Name, string Value)[] fields) =>
        visitor.SubmitAsync($"/admin/forms/{code}", "form", $"/admin/forms/{code}", [("seen", "1"), .. fields]);

    private static (string, string)[] Rows(string code, ReturnForm? form) =>
    [
        ("name", form!.Name), ("stage", "preliminary"), ("active", "true"), ("departments", "d1"),
        .. form.Rows.SelectMany(r => new (string, string)[]
        {
            ("row", $"{r.Number}|{r.Indicator!.Code}|{r.Unit!.Code}|"), ($"{r.Number}.order", $"{r.Number}"), ($"{r.Number}.timing", Domain.Code.Of(r.Timing)),
            ($"{r.Number}.uom", r.Uom), ($"{r.Number}.decimals", $"{r.Decimals}"), ($"{r.Number}.indent", $"{r.Indent}"),
        }.Concat(r.AsksGrowth ? [($"{r.Number}.growth", "true")] : [])),
    ];

    private async Task<IEnumerable<(string Indicator, string Unit, string Uom, bool Flow)>> ScalarPairsAsync()
    {
        var pairs = await host.ScalarAsync<string[]>(
            """
            SELECT array_agg(concat_ws('|', i.code, u.code, i.uom, i.type) ORDER BY i.code, u.code)
            FROM indicators i CROSS JOIN statistical_units u WHERE i.type IN ('flow', 'stock') AND i.uom <> ''
            """);
        return pairs.Select(p => p.Split('|')).Select(p => (p[0], p[1], p[2], p[3] == "flow"));
    }
}
