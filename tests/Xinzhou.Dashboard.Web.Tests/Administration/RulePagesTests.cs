using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Data.Rules;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Domain.Rules.Kinds;
using Xinzhou.Dashboard.Testing.Reporting;
using Xinzhou.Dashboard.Web.Administration.Rules;

namespace Xinzhou.Dashboard.Web.Tests.Administration;

public sealed class RulePagesTests(AdministrationHost host) : IClassFixture<AdministrationHost>
{
    private const string Bound = "/admin/rules/growth_within_50";

    private ValidationRules Rules => host.Services.GetRequiredService<ValidationRules>();

    private RuleWords Words => host.Services.GetRequiredService<RuleWords>();

    [Trait("Category", "Security")]
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

        Assert.Null((await SaveAsync(code, "收紧", ("bound", "７６．５"))).Refusal);

        await host.UntilAsync(s => s.Rules.Rules.OfType<GrowthBoundRule>().Any(r => r.Code == code && r.Magnitude == 76.5m));
        var page = WebUtility.HtmlDecode(await administrator.ReadAsync($"/admin/rules/{code}?done=saved"));
        Assert.Contains("绝对值上限（%）：77 → 76.5", page, StringComparison.Ordinal);
        Assert.Contains("收紧", page, StringComparison.Ordinal);
        Assert.Contains("孙管理", page, StringComparison.Ordinal);
        Assert.Contains("已保存并生效", page, StringComparison.Ordinal);
        Assert.Null((await AuditChain.VerifyAsync(host.Database.App)).FirstBad);
    }

    // What it shows of this is tested in the browser, where the trial stands beside the rule.
    [Fact]
    public async Task A_trial_says_how_often_the_rule_would_have_fired_and_writes_nothing()
    {
        await host.Setup.FormAsync([ReturnSetup.Series("retail_sales", growth: true)], ["d1"], "trial-form", "试算用表");
        var id = await host.Setup.OpenAsync("2026-Q3", "d1", "trial-form");
        await host.Services.GetRequiredService<ReturnEntry>().SaveAsync(
            id, [new(new(1, CellField.Value), new(12m), 0), new(new(1, CellField.Growth), new(33m), 0)], host.Reporter);
        var before = await StateAsync();

        var trial = await TryAsync("growth_within_50", ("bound", "12"));

        Assert.True(trial.Published is { Fired: > 0, Judged: > 9, FiredBefore: 0, Hits.Count: > 0 });
        Assert.Equal(id, Assert.Single(trial.Entered!.Fired).Return.Id);
        Assert.Equal((1, 1), (trial.Entered.Judged, trial.Entered.Returns));
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task Every_rule_of_the_product_can_be_tried_as_it_is()
    {
        foreach (var rule in (await Rules.AllAsync()).Where(r => r.Latest.By is null))
        {
            // As the page has it: through what stands in its fields.
            var trial = await TryAsync(rule.Code);
            Assert.True(trial.Published is { New: 0, NoLonger: 0 }, rule.Code);
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
    public async Task A_definition_that_makes_no_sense_is_refused_in_one_clear_sentence(string code, string field, string value, string sentence)
    {
        var form = await FormAsync(code, (field, value));
        var kind = (await Rules.FindAsync(code))!.Definition.Kind;

        var faults = RuleCheck.Faults(code, form.Definition(kind), host.Services.GetRequiredService<SnapshotStore>().Current.Catalogue);
        var outcome = await SaveAsync(code, "改一改", (field, value));

        Assert.Contains(sentence, Words.Fault(kind, Assert.Single(faults)), StringComparison.Ordinal);
        Assert.Equal((ChangeRefusal.Faulty, sentence), (outcome.Refusal, Words.Fault(kind, Assert.Single(outcome.Faults)) is var said && said.Contains(sentence, StringComparison.Ordinal) ? sentence : said));
        Assert.Single((await Rules.FindAsync(code))!.Versions);
    }

    [Fact]
    public async Task Without_a_reason_nothing_is_saved()
    {
        Assert.Equal(ChangeRefusal.ReasonMissing, (await SaveAsync("growth_within_50", "", ("bound", "49"))).Refusal);

        Assert.Contains("请写明修改原因", Words.Refusal(ChangeRefusal.ReasonMissing), StringComparison.Ordinal);
        Assert.Single((await Rules.FindAsync("growth_within_50"))!.Versions);
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task Who_saves_over_a_version_he_has_not_seen_is_told_and_the_history_has_what_changed()
    {
        using var administrator = await host.VisitAsAsync(host.Administrator);
        var code = await CopyAsync("growth_bound", ("bound", "61"));
        var seen = await FormAsync(code, ("bound", "63"));
        Assert.Null((await SaveAsync(code, "先", ("bound", "62"))).Refusal);

        var outcome = await Rules.SaveAsync(code, seen.Definition(RuleKinds.Find("growth_bound")!), seen.Seen, "后", host.Administrator);

        Assert.Equal(ChangeRefusal.Stale, outcome.Refusal);
        Assert.Contains("已被他人修改", Words.Refusal(ChangeRefusal.Stale), StringComparison.Ordinal);
        Assert.Contains("61 → 62", WebUtility.HtmlDecode(await administrator.ReadAsync($"/admin/rules/{code}")), StringComparison.Ordinal);
        Assert.Equal(62, (await Rules.FindAsync(code))!.Definition.Get(GrowthBoundRule.BoundField));
    }

    [Fact]
    public async Task A_rule_is_ended_and_put_into_force_again()
    {
        using var administrator = await host.VisitAsAsync(host.Administrator);
        var code = await CopyAsync("growth_bound", ("bound", "88"));
        Assert.Null((await Rules.TakeOutAsync(code, (await Rules.FindAsync(code))!.Latest.Number, "不用了", host.Administrator)).Refusal);
        await host.UntilAsync(s => s.Rules.Rules.All(r => r.Code != code));
        Assert.Contains("已停用", await administrator.ReadAsync($"/admin/rules/{code}"), StringComparison.Ordinal);

        Assert.Null((await SaveAsync(code, "恢复")).Refusal);

        await host.UntilAsync(s => s.Rules.Rules.OfType<GrowthBoundRule>().Any(r => r.Code == code));
    }

    [Fact]
    public async Task A_code_is_given_once_and_an_unknown_rule_is_not_found()
    {
        using var administrator = await host.VisitAsAsync(host.Administrator);
        var gap = RuleKinds.Find("gap")!;
        var taken = await Rules.SaveAsync("gap_to_benchmark", RuleForm.New(gap).Definition(gap), null, "重复", host.Administrator);
        Assert.Contains("已有相同代码的规则", Words.Refusal(taken.Refusal!.Value), StringComparison.Ordinal);
        var bad = await Rules.SaveAsync("New Rule", RuleForm.New(gap).Definition(gap), null, "大写", host.Administrator);
        Assert.Contains("代码须以小写字母开头", Words.Fault(gap, Assert.Single(bad.Faults)), StringComparison.Ordinal);
        using var missing = await administrator.GetAsync("/admin/rules/no_such_rule");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task A_rule_of_any_kind_is_made_with_the_fields_of_the_kind()
    {
        using var administrator = await host.VisitAsAsync(host.Administrator);
        var page = WebUtility.HtmlDecode(await administrator.ReadAsync("/admin/rules/new?type=shares_sum"));
        Assert.Contains("各部分占比指标", page, StringComparison.Ordinal);
        Assert.Contains("id=\"parts-1\"", page, StringComparison.Ordinal);
        var kind = RuleKinds.Find("shares_sum")!;
        var refused = await Rules.SaveAsync(
            "shares", RuleForm.New(kind).With(kind.Fields[0], ["secondary_share"]).Definition(kind), null, "一个", host.Administrator);
        Assert.Contains("至少选两个", Words.Fault(kind, Assert.Single(refused.Faults)), StringComparison.Ordinal);

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
        Assert.DoesNotContain("id=\"save\"", page, StringComparison.Ordinal);
        Assert.Equal(Stored, (await Rules.FindAsync("of_tomorrow"))!.Definition.ToJson());
    }

    [Trait("Category", "Security")]
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

    /// <summary>A rule as its page has it, with something else typed in some fields.</summary>
    private async Task<RuleForm> FormAsync(string code, params (string Field, string Typed)[] typed)
    {
        var rule = (await Rules.FindAsync(code))!;
        return Type(RuleForm.Of(code, rule.Definition, rule.Latest.Number), rule.Definition.Kind, typed);
    }

    private static RuleForm Type(RuleForm form, RuleKind kind, (string Field, string Typed)[] typed) => typed.GroupBy(t => t.Field)
        .Aggregate(form, (f, field) => f.With(kind.Fields.Single(k => k.Code == field.Key), [.. field.Select(t => t.Typed)]));

    private async Task<string> CopyAsync(string type, params (string, string)[] fields)
    {
        var (code, kind) = ($"r{Guid.NewGuid():N}"[..12], RuleKinds.Find(type)!);
        var form = Type(RuleForm.New(kind) with { Severity = Severity.Warning }, kind, fields);
        Assert.Null((await Rules.SaveAsync(code, form.Definition(kind), null, "测试", host.Administrator)).Refusal);
        return code;
    }

    private async Task<ChangeOutcome<RuleFault>> SaveAsync(string code, string reason, params (string, string)[] typed)
    {
        var form = await FormAsync(code, typed);
        return await Rules.SaveAsync(code, form.Definition((await Rules.FindAsync(code))!.Definition.Kind), form.Seen, reason, host.Administrator);
    }

    private async Task<RuleTrialResult> TryAsync(string code, params (string, string)[] typed)
    {
        var form = await FormAsync(code, typed);
        return await host.Services.GetRequiredService<RuleTrials>().RunAsync(code, form.Definition((await Rules.FindAsync(code))!.Definition.Kind));
    }

    /// <summary>Everything that a trial could have written.</summary>
    private Task<string> StateAsync() => host.ScalarAsync<string>(
        """
        SELECT concat_ws(' ', (SELECT count(*) FROM audit_events), (SELECT count(*) FROM validation_rule_versions), (SELECT count(*) FROM figures),
            (SELECT md5(string_agg(r::text, '' ORDER BY code)) FROM validation_rules r), (SELECT md5(string_agg(c::text, '')) FROM return_cells c),
            (SELECT md5(string_agg(r::text, '')) FROM returns r), (SELECT count(*) FROM messages), (SELECT changed_at FROM plan_state))
        """);
}
