using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Chains;
using Xinzhou.Dashboard.Data.Conduct;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Tests.Access;

namespace Xinzhou.Dashboard.Web.Tests.Conduct;

/// <summary>Ownership, conduct, the sheet of a unit and the chains, as they are served.</summary>
public sealed class ConductPagesTests(ConductHost host) : IClassFixture<ConductHost>
{
    [Fact]
    public async Task Units_are_listed_late_first_each_count_leads_to_its_rows_and_without_a_rule_there_is_no_score()
    {
        using var leader = await host.VisitAsAsync(Role.Leader);

        var page = await TextAsync(leader, "/conduct?quarter=2026-Q3");
        Assert.True(page.IndexOf(">测试工信局<", StringComparison.Ordinal) < page.IndexOf(">测试发改委<", StringComparison.Ordinal));
        Has(page, "0/1", "0.0%", "/conduct/unit?unit=gxj&quarter=2026-Q3#late", "逾期天数", "节假日和调休按国务院办公厅通知");
        // Another test may have entered a rule and taken it away again.
        Assert.Matches("管理员未录入考核规则，不计分|考核规则已撤销，不计分", page);
        Assert.DoesNotContain("得分", page, StringComparison.Ordinal);
        Has(await TextAsync(leader, "/conduct?quarter=2026-Q3&lang=en"), "Conduct and assessment");
        // Another quarter, and what is none.
        Assert.DoesNotContain("0/1", await TextAsync(leader, "/conduct?quarter=2026-Q2"), StringComparison.Ordinal);
        foreach (var none in new[] { "2026-Q5", "2199-Q1", "0001-Q1", "三季度" })
        {
            Has(await TextAsync(leader, $"/conduct?quarter={Uri.EscapeDataString(none)}"), $"“{none}”不是可查看的季度");
        }
    }

    [Fact]
    public async Task The_sheet_of_a_unit_shows_what_each_count_counts()
    {
        using var supervisor = await host.VisitAsAsync(Role.Supervisor);

        var sheet = await TextAsync(supervisor, "/conduct/unit?unit=gxj&quarter=2026-Q3");
        Has(sheet, "测试工信局2026年三季度考核评价", "id=\"late\"", "产业能级季度表", "2026年二季度", "2026-07-20 18:00", "未完成", "不计分");
        Has(await TextAsync(supervisor, $"/conduct/unit?unit={Uri.EscapeDataString("测试发改委")}&quarter=2026-Q3"), "测试发改委2026年三季度考核评价");
        foreach (var none in new[] { "/conduct/unit", "/conduct/unit?unit=none" })
        {
            using var answer = await supervisor.GetAsync(none);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_counts_are_had_as_workbook_and_CSV_and_the_log_knows_who_took_them()
    {
        using var supervisor = await host.VisitAsAsync(Role.Supervisor);
        using var workbook = await supervisor.GetAsync("/conduct/sheet.xlsx?quarter=2026-Q3");
        using var csv = await supervisor.GetAsync("/conduct/sheet.csv?quarter=2026-Q3&unit=gxj");

        Assert.Equal("PK"u8.ToArray(), (await workbook.Content.ReadAsByteArrayAsync())[..2]);
        var lines = Encoding.UTF8.GetString(await csv.Content.ReadAsByteArrayAsync()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("单位,到期,按期,按期率（%）,逾期,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("测试工信局,1,0,0,1,", Assert.Single(lines[1..]), StringComparison.Ordinal);
        foreach (var (path, status) in new[] { ("?quarter=2026-Q9", HttpStatusCode.BadRequest), ("?asOf=yesterday", HttpStatusCode.BadRequest), ("?unit=none", HttpStatusCode.NotFound) })
        {
            using var refused = await supervisor.GetAsync($"/conduct/sheet.csv{path}");
            Assert.Equal((path, status), (path, refused.StatusCode));
        }

        await using var command = host.Database.Owner.CreateCommand("SELECT count(DISTINCT subject) FROM audit_events WHERE action = 'export' AND subject IN ('考核评价-2026-Q3.xlsx', '考核评价-测试工信局-2026-Q3.csv')");
        Assert.Equal(2L, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task What_has_no_live_owner_is_listed_with_its_reason_and_the_way_to_where_it_is_mended()
    {
        using var supervisor = await host.VisitAsAsync(Role.Supervisor);

        var page = await TextAsync(supervisor, "/owners");
        Has(page, "未明确牵头单位", "/plan/tasks/5", "第5项任务的工作2", "测试工作二", "未明确责任人", "各单位最近一次报送");
        Assert.DoesNotContain("第5项任务的工作1", page, StringComparison.Ordinal);
        Has(await TextAsync(supervisor, "/desk"), "责任未落实", "/owners");

        // He leaves: what names him has no live owner, and whoever looks sees it without anything else being changed.
        await host.ExecuteAsync("UPDATE users SET disabled_at = now() WHERE user_name = 'wang'");
        await Wait.UntilAsync(() => host.Store.Current.Accounts.Any(a => a is { Name: "王填报", IsDisabled: true }));
        Has(await TextAsync(supervisor, "/owners"), "第5项任务的工作1", "责任人账号已停用");
        await host.ExecuteAsync("UPDATE users SET disabled_at = NULL WHERE user_name = 'wang'");
        await Wait.UntilAsync(() => host.Store.Current.Accounts.Any(a => a is { Name: "王填报", IsDisabled: false }));
    }

    [Fact]
    [Trait("Category", "Security")]
    public async Task The_API_tells_what_has_no_owner_to_those_who_see_notices_and_a_unit_of_its_own()
    {
        Assert.Equal((HttpStatusCode.Forbidden, -1), await MissingAsync(await TokenAsync(Role.Viewer, TokenScope.Supervision)));
        Assert.Equal((HttpStatusCode.Forbidden, -1), await MissingAsync(await TokenAsync(Role.Supervisor, TokenScope.Read)));
        var (status, all) = await MissingAsync(await TokenAsync(Role.Supervisor, TokenScope.Supervision));
        Assert.Equal(HttpStatusCode.OK, status);
        // 39 tasks and the item that names nobody.
        Assert.True(all >= 40, $"{all}");
        Assert.Equal((HttpStatusCode.OK, 1), await MissingAsync(await TokenAsync(Role.Supervisor, TokenScope.Supervision), "?kind=item&reason=no_person"));
        Assert.Equal((HttpStatusCode.BadRequest, -1), await MissingAsync(await TokenAsync(Role.Supervisor, TokenScope.Supervision), "?kind=person"));
        Assert.Equal((HttpStatusCode.OK, 0), await MissingAsync(await TokenAsync(Role.Reporter, TokenScope.Supervision, host.Reporter.Id), "?reason=no_unit"));
    }

    [Fact]
    [Trait("Category", "Security")]
    public async Task A_reporter_has_the_sheet_and_the_file_of_his_unit_and_of_no_other()
    {
        using var reporter = await host.VisitAsAsync(host.Reporter);

        foreach (var own in new[] { "/conduct/unit?quarter=2026-Q3", "/conduct/unit?unit=gxj&quarter=2026-Q3" })
        {
            Has(await TextAsync(reporter, own), "测试工信局2026年三季度考核评价", "id=\"late\"", "产业能级季度表", "href=\"/supervision\"");
        }

        using var csv = await reporter.GetAsync("/conduct/sheet.csv?quarter=2026-Q3");
        var lines = (await csv.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("测试工信局,", Assert.Single(lines[1..]), StringComparison.Ordinal);
        foreach (var (path, status) in new[]
        {
            ("/conduct/unit?unit=fgw", HttpStatusCode.NotFound), ("/conduct/sheet.csv?unit=fgw", HttpStatusCode.NotFound), ("/conduct", HttpStatusCode.Forbidden),
        })
        {
            using var refused = await reporter.GetAsync(path);
            Assert.Equal((path, status), (path, refused.StatusCode));
        }

        // Who may is told with all roles of which any will do.
        using var page = await reporter.GetAsync("/conduct");
        Has(WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()), "此页面需要角色：市领导、督查室");
    }

    [Fact]
    [Trait("Category", "Security")]
    public async Task The_API_tells_conduct_with_what_each_count_counts_and_a_unit_of_its_own()
    {
        var supervisor = await TokenAsync(Role.Supervisor, TokenScope.Supervision);

        var (_, body) = await AnswerAsync("conduct?quarter=2026-Q3", supervisor);
        var all = JsonDocument.Parse(body).RootElement.GetProperty("items");
        Assert.Equal(["测试工信局", "测试发改委"], all.EnumerateArray().Select(u => u.GetProperty("department").GetString()));
        var late = all[0].GetProperty("late");
        Assert.Equal((1, 0, 1), (all[0].GetProperty("due").GetInt32(), all[0].GetProperty("onTime").GetInt32(), late.GetProperty("count").GetInt32()));
        Assert.StartsWith("returns/", Assert.Single(late.GetProperty("subjects").EnumerateArray()).GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, all[1].GetProperty("onTimeRate").ValueKind);
        Assert.StartsWith(
            "\uFEFFquarter,department,due,onTime,onTimeRate,late.count,late.subjects,daysLate,", (await AnswerAsync("conduct?format=csv", supervisor)).Body, StringComparison.Ordinal);
        Assert.Contains("\"total\":1,", (await AnswerAsync("conduct?department=fgw", supervisor)).Body, StringComparison.Ordinal);

        var own = (await AnswerAsync("conduct?quarter=2026-Q3", await TokenAsync(Role.Reporter, TokenScope.Supervision, host.Stranger.Id))).Body;
        Assert.Equal("测试发改委", Assert.Single(JsonDocument.Parse(own).RootElement.GetProperty("items").EnumerateArray()).GetProperty("department").GetString());

        foreach (var query in new[] { "?quarter=2026-Q5", "?quarter=2199-Q1", "?department=none", "?unit=gxj" })
        {
            Assert.Equal((query, HttpStatusCode.BadRequest), (query, (await AnswerAsync($"conduct{query}", supervisor)).Status));
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await AnswerAsync("conduct", await TokenAsync(Role.Viewer, TokenScope.Supervision))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await AnswerAsync("conduct", await TokenAsync(Role.Supervisor, TokenScope.Read))).Status);
    }

    [Fact]
    public async Task A_rule_that_an_administrator_enters_makes_scores_with_their_arithmetic_from_then_on()
    {
        using var leader = await host.VisitAsAsync(Role.Leader);
        using var administrator = await host.VisitAsAsync(Role.Admin);
        Has(await TextAsync(administrator, "/admin/assessment"), "考核规则", "从未录入规则");
        var rules = host.Services.GetRequiredService<AssessmentRules>();
        Assert.Null((await rules.SaveAsync(new() { Start = 100, Late = -2 }, null, "试行", host.Administrator)).Refusal);
        try
        {
            await Wait.UntilAsync(() => host.Store.Current.AssessmentRules.Count == 1);

            Has(await TextAsync(leader, "/conduct?quarter=2026-Q3"), "得分", ">98<", "100 + 逾期×(−2)", "孙管理：试行");
            Has(await TextAsync(leader, "/conduct/unit?unit=gxj&quarter=2026-Q3"), "得分98", "100 + 逾期 1×(−2) = 98");
            Has(await TextAsync(leader, "/conduct/sheet.csv?quarter=2026-Q3"), "得分,计算", "98,100 + 逾期 1×(−2) = 98");
            // As of a day before the rule there was no score.
            Assert.DoesNotContain("得分", await TextAsync(leader, "/conduct?quarter=2026-Q3&asOf=2026-10-01"), StringComparison.Ordinal);
        }
        finally
        {
            Assert.Null((await rules.SaveAsync(null, host.Store.Current.AssessmentRules[^1].Id, "暂停", host.Administrator)).Refusal);
            await Wait.UntilAsync(() => host.Store.Current.AssessmentRules is [.., { Rule: null }]);
        }
    }

    [Fact]
    public async Task A_chain_is_shown_where_it_belongs_and_who_is_not_known_as_unknown()
    {
        using var visitor = host.Visit();
        Has(await TextAsync(visitor, "/programmes"), "产业链名称和链长没有公布");
        Assert.DoesNotContain("id=\"chains\"", await TextAsync(visitor, "/tasks/5"), StringComparison.Ordinal);

        var chains = host.Services.GetRequiredService<IndustryChains>();
        Assert.Null((await chains.SaveAsync(null, new() { Name = "测试链甲", Task = 5, Indicator = "gdp", Head = "测试链长", HeadSince = new(2026, 1, 5) }, null, "测试文件", host.Supervisor)).Refusal);
        Assert.Null((await chains.SaveAsync(null, new() { Name = "测试链乙", Task = 5 }, null, "测试文件", host.Supervisor)).Refusal);
        await Wait.UntilAsync(() => host.Store.Current.Chains.Count == 2);

        Has(await TextAsync(visitor, "/tasks/5"), "测试链甲", "测试链长（自2026-01-05）", "测试链乙", "待录入");
        Has(await TextAsync(visitor, "/indicators/gdp"), "测试链甲");
        Has(await TextAsync(visitor, "/programmes"), "测试链甲", "测试链乙");
        Assert.DoesNotContain("测试链甲", await TextAsync(visitor, "/tasks/6"), StringComparison.Ordinal);
        Assert.DoesNotContain("测试链甲", await TextAsync(visitor, "/tasks/5?asOf=2026-10-01"), StringComparison.Ordinal);
        var answer = JsonDocument.Parse(await visitor.ReadAsync("/api/v1/chains")).RootElement;
        Assert.Equal([null, "测试链长"], answer.GetProperty("items").EnumerateArray().Select(c => c.GetProperty("head").GetString()));
    }

    private Task<string> TokenAsync(Role role, TokenScope scope, Guid? user = null) =>
        host.Services.GetRequiredService<ApiTokens>().CreateAsync("test", role, [scope], TimeSpan.FromDays(1), "test", user);

    /// <summary>How many are told of; −1 where the answer is no list.</summary>
    private async Task<(HttpStatusCode Status, int Total)> MissingAsync(string token, string query = "")
    {
        var (status, body) = await AnswerAsync($"owners/missing{query}", token);
        return (status, status == HttpStatusCode.OK ? JsonDocument.Parse(body).RootElement.GetProperty("total").GetInt32() : -1);
    }

    private async Task<(HttpStatusCode Status, string Body)> AnswerAsync(string path, string token)
    {
        using var visitor = host.Visit();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await visitor.SendAsync(request);
        return (answer.StatusCode, Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()));
    }

    private static async Task<string> TextAsync(Visitor visitor, string address) => WebUtility.HtmlDecode(await visitor.ReadAsync(address));

    private static void Has(string page, params string[] texts) => Assert.All(texts, t => Assert.Contains(t, page, StringComparison.Ordinal));
}
