using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Data.Rules;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Domain.Rules.Kinds;
using Xinzhou.Dashboard.Testing.Reporting;
using Xinzhou.Dashboard.Web.Tests.Access;

namespace Xinzhou.Dashboard.Web.Tests.Administration;

public sealed class RulePagesTests(AdministrationHost host) : IClassFixture<AdministrationHost>
{
    private const string Bound = "/admin/rules/growth_within_50";

    private ValidationRules Rules => host.Services.GetRequiredService<ValidationRules>();

    [Fact]
    public async Task Only_the_system_administrator_sees_and_changes_rules()
    {
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.Admin))
        {
            using var visitor = await host.VisitAsAsync(role);
            foreach (var path in new[] { "/admin", "/admin/rules", "/admin/rules/new", Bound })
            {
                using var page = await visitor.GetAsync(path);
                Assert.Equal((role, path, HttpStatusCode.Forbidden), (role, path, page.StatusCode));
            }

            // With a token of another page's form: the right is missing, not the token.
            using var posted = await visitor.SubmitAsync("/messages", "rule", Bound, ("seen", "10"), ("act", "save"), ("bound", "1"), ("reason", "越权"));
            Assert.Equal((role, HttpStatusCode.Forbidden), (role, posted.StatusCode));
        }

        using var unknown = host.Visit();
        using var sent = await unknown.GetAsync("/admin/rules");
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        using var administrator = await host.VisitAsAsync(host.Administrator);
        Assert.Contains("/admin/rules", await administrator.ReadAsync("/admin"), StringComparison.Ordinal);
        var list = WebUtility.HtmlDecode(await administrator.ReadAsync("/admin/rules"));
        Assert.Contains("地区生产总值 = 第一产业增加值 + 第二产业增加值 + 第三产业增加值", list, StringComparison.Ordinal);
        Assert.Contains("Growth is within ±50%", WebUtility.HtmlDecode(await administrator.ReadAsync("/admin/rules?lang=en")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_version_counts_at_once_and_stands_in_the_history_with_what_it_changed()
    {
        using var administrator = await host.VisitAsAsync(host.Administrator);
        var code = await CopyAsync("growth_bound", ("bound", "77"));

        using var saved = await PostAsync(administrator, code, "save", ("bound", "７６．５"), ("reason", "收紧"));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        await host.UntilAsync(s => s.Rules.Rules.OfType<GrowthBoundRule>().Any(r => r.Code == code && r.Magnitude == 76.5m));
        var page = await administrator.ReadAsync($"/admin/rules/{code}?done=saved");
        Assert.Contains("绝对值上限（%）：77 → 76.5", page, StringComparison.Ordinal);
        Assert.Contains("收紧", page, StringComparison.Ordinal);
        Assert.Contains("孙管理", page, StringComparison.Ordinal);
        Assert.Contains("已保存并生效", page, StringComparison.Ordinal);
        Assert.Null((await AuditChain.VerifyAsync(host.Database.App)).FirstBad);
    }

    [Fact]
    public async Task A_trial_says_how_often_the_rule_would_have_fired_with_links_and_writes_nothing()
    {
        await host.Setup.FormAsync([ReturnSetup.Series("retail_sales", growth: true)], ["d1"], "trial-form", "试算用表");
        var id = await host.Setup.OpenAsync("2026-Q3", "d1", "trial-form");
        await host.Services.GetRequiredService<ReturnEntry>().SaveAsync(
            id, [new(new(1, CellField.Value), new(12m), 0), new(new(1, CellField.Growth), new(33m), 0)], host.Reporter);
        using var administrator = await host.VisitAsAsync(host.Administrator);
        var before = await StateAsync();

        using var tried = await PostAsync(administrator, "growth_within_50", "try", ("bound", "12"));

        var page = WebUtility.HtmlDecode(await tried.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, tried.StatusCode);
        Assert.Contains("试算结果", page, StringComparison.Ordinal);
        Assert.Matches("[1-9][0-9]* 个违反，共检查 [1-9][0-9]+ 个", page);
        Assert.Contains("现行版本 0 个；修改后新增", page, StringComparison.Ordinal);
        Assert.Contains("/figures/f", page, StringComparison.Ordinal);
        Assert.Contains("1 个违反，共检查 1 张报表中的 1 个", page, StringComparison.Ordinal);
        Assert.Contains($"/returns/{id}", page, StringComparison.Ordinal);
        Assert.Contains("value=\"12\"", page, StringComparison.Ordinal);
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task Every_rule_of_the_product_can_be_tried_as_it_is()
    {
        using var administrator = await host.VisitAsAsync(host.Administrator);
        foreach (var rule in (await Rules.AllAsync()).Where(r => r.Latest.By is null))
        {
            var d = rule.Definition;
            using var tried = await PostAsync(administrator, rule.Code, "try", [.. Typed(d)]);
            var page = await tried.Content.ReadAsStringAsync();
            Assert.True(page.Contains("修改后新增 0 个，不再提示 0 个", StringComparison.Ordinal), rule.Code);
        }
    }

    [Theory]
    [InlineData("growth_within_50", "bound", "0", "应大于0、不超过1000")]
    [InlineData("growth_within_50", "bound", "五十", "未填写，或不是数字")]
    [InlineData("growth_above_minus_100", "floor", "-120", "应在−100至0之间")]
    [InlineData("change_outlier", "least", "5", "应为8至200的整数")]
    [InlineData("change_outlier", "least", "8.5", "未填写，或不是数字")]
    [InlineData("change_outlier", "margin", "-1", "应在0至100之间")]
    [InlineData("gdp_counties", "total", "no_such", "没有代码为“no_such”的指标")]
    [InlineData("gdp_counties", "unit", "000", "没有代码为“000”的地区")]
    [InlineData("gdp_counties", "unit", "140902", "没有所辖的县")]
    [InlineData("gdp_industries", "parts", "primary_value_added", "至少选两个")]
    public async Task A_definition_that_makes_no_sense_is_refused_in_one_clear_sentence_and_what_was_typed_is_kept(
        string code, string field, string value, string sentence)
    {
        using var administrator = await host.VisitAsAsync(host.Administrator);
        var d = (await Rules.FindAsync(code))!.Definition;
        var sound = Typed(d);
        foreach (var act in new[] { "try", "save" })
        {
            using var refused = await PostAsync(administrator, code, act, [.. sound.Where(f => f.Name != field), (field, value), ("reason", "改一改")]);
            var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
            Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
            Assert.Contains(sentence, page, StringComparison.Ordinal);
            Assert.Contains("改一改", page, StringComparison.Ordinal);
            Assert.DoesNotContain("试算结果", page, StringComparison.Ordinal);
        }

        Assert.Single((await Rules.FindAsync(code))!.Versions);
    }

    [Fact]
    public async Task Without_a_reason_nothing_is_saved()
    {
        using var administrator = await host.VisitAsAsync(host.Administrator);
        using var refused = await PostAsync(administrator, "growth_within_50", "save", ("bound", "49"));

        Assert.Contains("请写明修改原因", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Single((await Rules.FindAsync("growth_within_50"))!.Versions);
    }

    [Fact]
    public async Task Who_saves_over_a_version_he_has_not_seen_is_told_and_keeps_what_he_typed()
    {
        using var administrator = await host.VisitAsAsync(host.Administrator);
        var code = await CopyAsync("growth_bound", ("bound", "61"));
        var seen = (await Rules.FindAsync(code))!.Latest.Number;
        using var first = await PostAsync(administrator, code, "save", ("bound", "62"), ("reason", "先"));
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);

        using var refused = await administrator.SubmitAsync($"/admin/rules/{code}", "rule", $"/admin/rules/{code}",
            ("seen", $"{seen}"), ("act", "save"), ("severity", "warning"), ("bound", "63"), ("reason", "后"));

        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.Contains("已被他人修改", page, StringComparison.Ordinal);
        Assert.Contains("value=\"63\"", page, StringComparison.Ordinal);
        Assert.Contains("61 → 62", page, StringComparison.Ordinal);
        Assert.Equal(62, (await Rules.FindAsync(code))!.Definition.Get(GrowthBoundRule.BoundField));
    }

    [Fact]
    public async Task A_rule_is_ended_and_put_into_force_again_and_its_type_cannot_be_forged()
    {
        using var administrator = await host.VisitAsAsync(host.Administrator);
        var code = await CopyAsync("growth_bound", ("bound", "88"));
        var seen = (await Rules.FindAsync(code))!.Latest.Number;
        using var ended = await administrator.SubmitAsync($"/admin/rules/{code}", "end", $"/admin/rules/{code}", ("seen", $"{seen}"), ("reason", "不用了"));
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        await host.UntilAsync(s => s.Rules.Rules.All(r => r.Code != code));
        Assert.Contains("已停用", await administrator.ReadAsync($"/admin/rules/{code}"), StringComparison.Ordinal);

        using var again = await PostAsync(administrator, code, "save", ("bound", "88"), ("type", "gap"), ("reason", "恢复"));

        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        await host.UntilAsync(s => s.Rules.Rules.OfType<GrowthBoundRule>().Any(r => r.Code == code));
    }

    [Fact]
    public async Task A_code_is_given_once_and_an_unknown_rule_is_not_found()
    {
        using var administrator = await host.VisitAsAsync(host.Administrator);
        using var taken = await administrator.SubmitAsync("/admin/rules/new?type=gap", "rule", "/admin/rules/new?type=gap",
            ("code", "gap_to_benchmark"), ("act", "save"), ("reason", "重复"));
        Assert.Contains("已有相同代码的规则", await taken.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var bad = await administrator.SubmitAsync("/admin/rules/new?type=gap", "rule", "/admin/rules/new?type=gap",
            ("code", "New Rule"), ("act", "save"), ("reason", "大写"));
        Assert.Contains("代码须以小写字母开头", await bad.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var missing = await administrator.GetAsync("/admin/rules/no_such_rule");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task A_rule_of_any_kind_is_made_with_the_fields_of_the_kind()
    {
        using var administrator = await host.VisitAsAsync(host.Administrator);
        const string Path = "/admin/rules/new?type=shares_sum";
        Assert.Contains(">占比之和</option>", WebUtility.HtmlDecode(await administrator.ReadAsync("/admin/rules")), StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await administrator.ReadAsync(Path));
        Assert.Contains("各部分占比指标", page, StringComparison.Ordinal);
        Assert.Contains("value=\"secondary_share\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"gdp\"", page, StringComparison.Ordinal);
        using var refused = await administrator.SubmitAsync(Path, "rule", Path, ("code", "shares"), ("act", "save"), ("reason", "一个"), ("parts", "secondary_share"));
        Assert.Contains("至少选两个", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var code = await CopyAsync("shares_sum", ("parts", "secondary_share"), ("parts", "installed_capacity_new_and_clean_share"), ("units", "140900"));

        Assert.Equal(
            """{"type":"shares_sum","severity":"warning","parts":["secondary_share","installed_capacity_new_and_clean_share"],"units":["140900"]}""",
            (await Rules.FindAsync(code))!.Definition.ToJson());
        await host.UntilAsync(s => s.Rules.Rules.OfType<SharesSumRule>().Any(r => r.Code == code));
        Assert.Contains("= 100%（仅忻州市）", WebUtility.HtmlDecode(await administrator.ReadAsync($"/admin/rules/{code}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_of_a_kind_that_is_not_known_here_is_shown_as_it_is_and_not_changed()
    {
        const string Stored = """{"of": "a", "type": "of_tomorrow"}""";
        await host.ScalarAsync<string>(
            """
            WITH rule AS (INSERT INTO validation_rules (code, "order", definition) VALUES ('of_tomorrow', 99, $1::jsonb) RETURNING code, definition)
            INSERT INTO validation_rule_versions (code, definition, changed_by, changed_at, reason)
            SELECT code, definition, $2, now(), '较新版本' FROM rule RETURNING code
            """, Stored, host.Administrator.Id);
        using var administrator = await host.VisitAsAsync(host.Administrator);

        Assert.Contains("未知类型", await administrator.ReadAsync("/admin/rules"), StringComparison.Ordinal);
        Assert.Contains("Unknown kind", await administrator.ReadAsync("/admin/rules?lang=en"), StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await administrator.ReadAsync("/admin/rules/of_tomorrow?lang=zh"));
        Assert.Contains(Stored, page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"act\"", page, StringComparison.Ordinal);
        Assert.Equal(Stored, (await Rules.FindAsync("of_tomorrow"))!.Definition.ToJson());
    }

    [Fact]
    public async Task A_form_without_its_token_does_nothing()
    {
        using var administrator = await host.VisitAsAsync(host.Administrator);
        var seen = (await Rules.FindAsync("growth_within_50"))!.Latest.Number;
        using var request = new HttpRequestMessage(HttpMethod.Post, Bound)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "rule", ["seen"] = $"{seen}", ["act"] = "save", ["bound"] = "1", ["reason"] = "伪造" }),
        };
        using var answer = await administrator.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Single((await Rules.FindAsync("growth_within_50"))!.Versions);
    }

    private static IEnumerable<(string Name, string Value)> Typed(RuleDefinition d) =>
        d.Kind.Fields.SelectMany(f => f.Texts(d.Find(f)!).Select(t => (f.Code, t)));

    private async Task<string> CopyAsync(string type, params (string, string)[] fields)
    {
        var code = $"r{Guid.NewGuid():N}"[..12];
        using var administrator = await host.VisitAsAsync(host.Administrator);
        var page = $"/admin/rules/new?type={type}";
        using var made = await administrator.SubmitAsync(page, "rule", page, [("code", code), ("act", "save"), ("severity", "warning"), ("reason", "测试"), .. fields]);
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        return code;
    }

    private async Task<HttpResponseMessage> PostAsync(Visitor visitor, string code, string act, params (string Name, string Value)[] fields)
    {
        var rule = (await Rules.FindAsync(code))!;
        return await visitor.SubmitAsync($"/admin/rules/{code}", "rule", $"/admin/rules/{code}",
            [("seen", $"{rule.Latest.Number}"), ("act", act), ("severity", Domain.Code.Of(rule.Definition.Severity)), .. fields]);
    }

    /// <summary>Everything that a trial could have written.</summary>
    private Task<string> StateAsync() => host.ScalarAsync<string>(
        """
        SELECT concat_ws(' ', (SELECT count(*) FROM audit_events), (SELECT count(*) FROM validation_rule_versions), (SELECT count(*) FROM figures),
            (SELECT md5(string_agg(r::text, '' ORDER BY code)) FROM validation_rules r), (SELECT md5(string_agg(c::text, '')) FROM return_cells c),
            (SELECT md5(string_agg(r::text, '')) FROM returns r), (SELECT count(*) FROM messages), (SELECT changed_at FROM plan_state))
        """);
}
