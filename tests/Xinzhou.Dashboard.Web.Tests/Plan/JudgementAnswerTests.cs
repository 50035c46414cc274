using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Judgements;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Progress.Judgements;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Api.Reading;
using Xinzhou.Dashboard.Web.Tests.Access;
using Xinzhou.Dashboard.Web.Tests.Api;

namespace Xinzhou.Dashboard.Web.Tests.Plan;

/// <summary>判断 and 风险与依赖 in the API: of any moment, beside the light, in the fields that are described.</summary>
public sealed class JudgementAnswerTests(JudgementAnswerTests.Host host) : IClassFixture<JudgementAnswerTests.Host>
{
    [Fact]
    public async Task What_is_judged_last_stands_beside_the_light_with_its_anchor_text_and_by_how_much_both_differ()
    {
        using var office = await host.VisitAsAsync(Role.Supervisor);

        var judged = Assert.Single(await ItemsAsync(office, "judgements"));

        Assert.Equal(
            ["task", "confidence", "word", "anchor", "reason", "by", "at", "light", "differs"], judged.EnumerateObject().Select(p => p.Name));
        Assert.Equal((5, "very_likely", "很可能按期完成", "已整改", "杜督查", "red", -2), (
            judged.GetProperty("task").GetInt32(), Text(judged, "confidence"), Text(judged, "word"), Text(judged, "reason"), Text(judged, "by"),
            Text(judged, "light"), judged.GetProperty("differs").GetInt32()));
        Assert.Equal("已知情况中没有会影响按期完成的障碍。", Text(judged, "anchor"));
        Assert.Single(await ItemsAsync(office, "judgements?differs=true&task=5"));
        Assert.Empty(await ItemsAsync(office, "judgements?task=6"));
    }

    [Fact]
    public async Task What_was_judged_before_is_answered_of_its_moment()
    {
        using var office = await host.VisitAsAsync(Role.Supervisor);
        var before = $"asOf={Uri.EscapeDataString(Instants.Written(host.Before))}";

        var judged = Assert.Single(await ItemsAsync(office, $"judgements?{before}"));

        Assert.Equal(("doubtful", 0), (Text(judged, "confidence"), judged.GetProperty("differs").GetInt32()));
        Assert.Empty(await ItemsAsync(office, $"judgements?differs=true&{before}"));
        Assert.Empty(await ItemsAsync(office, $"risks?{before}"));
    }

    [Fact]
    public async Task Risks_and_dependencies_are_answered_in_their_last_version_the_heaviest_first_and_closed_ones_when_asked_for()
    {
        using var office = await host.VisitAsAsync(Role.Supervisor);

        var risks = await ItemsAsync(office, "risks");

        Assert.Equal(
            ["id", "task", "kind", "what", "likelihood", "effect", "weight", "onTask", "owner", "person", "measure", "closed", "by", "at"],
            risks[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(["dependency 前置审批 severe 9", "risk 征地滞后 serious 2"], risks.Select(Brief));
        Assert.Equal((6, JsonValueKind.Null), (risks[0].GetProperty("onTask").GetInt32(), risks[0].GetProperty("likelihood").ValueKind));
        Assert.Equal(("low", "测试工信局", "专班推进"), (Text(risks[1], "likelihood"), Text(risks[1], "owner"), Text(risks[1], "measure")));
        Assert.Equal(["risk 征地滞后 serious 2"], (await ItemsAsync(office, "risks?kind=risk")).Select(Brief));
        Assert.Equal(
            ["dependency 前置审批 severe 9", "risk 征地滞后 serious 2", "risk 设备到货晚 minor 2"], (await ItemsAsync(office, "risks?closed=true")).Select(Brief));
        var lines = (await office.ReadAsync("/api/v1/risks?format=csv")).Trim().Split('\n');
        Assert.Equal("id,task,kind,what,likelihood,effect,weight,onTask,owner,person,measure,closed,by,at", lines[0].Trim().TrimStart('\uFEFF'));
        Assert.Equal(3, lines.Length);
    }

    [Theory]
    [InlineData("judgements")]
    [InlineData("risks")]
    public async Task An_answer_has_the_fields_of_its_schema_and_no_others(string path)
    {
        using var office = await host.VisitAsAsync(Role.Supervisor);
        var document = JsonDocument.Parse(await office.ReadAsync("/openapi/v1.json")).RootElement;
        var answer = JsonDocument.Parse(await office.ReadAsync($"/api/v1/{path}")).RootElement;
        var responses = document.GetProperty("paths").GetProperty($"/api/v1/{path}").GetProperty("get").GetProperty("responses");

        Described.Follow(document, Described.Reference(responses.GetProperty("200"), "application/json"), answer, path);
    }

    [Theory]
    [InlineData("judgements?task=99", "unknown_code")]
    [InlineData("judgements?differs=maybe", "invalid_value")]
    [InlineData("risks?kind=chance", "invalid_value")]
    [InlineData("risks?state=open", "unknown_parameter")]
    public async Task What_cannot_be_answered_is_refused(string path, string code)
    {
        using var office = await host.VisitAsAsync(Role.Supervisor);
        using var answer = await office.GetAsync($"/api/v1/{path}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(code, Text(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement, "code"));
    }

    private static async Task<JsonElement[]> ItemsAsync(Visitor visitor, string path) =>
        [.. JsonDocument.Parse(await visitor.ReadAsync($"/api/v1/{path}")).RootElement.GetProperty("items").EnumerateArray()];

    private static string? Text(JsonElement item, string name) => item.GetProperty(name).GetString();

    private static string Brief(JsonElement risk) => $"{Text(risk, "kind")} {Text(risk, "what")} {Text(risk, "effect")} {risk.GetProperty("weight").GetInt32()}";

    /// <summary>A task that is overdue, judged twice, with a dependency, a risk of two versions and one that is none any more.</summary>
    public sealed class Host : RedTaskHost
    {
        /// <summary>When it had been judged once, and no risk was taken down.</summary>
        public DateTimeOffset Before { get; private set; }

        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            var judgements = Services.GetRequiredService<TaskJudgements>();
            Assert.Null(await judgements.JudgeAsync(5, Confidence.Doubtful, "工期偏紧", null, Supervisor));
            await Wait.UntilAsync(() => Store.Current.Judgements.Count == 1);
            Before = Store.Current.Judgements[0].At;
            Assert.Null(await judgements.JudgeAsync(5, Confidence.VeryLikely, "已整改", Store.Current.Judgements[0].Id, Supervisor));

            var land = new RiskEntry { Kind = RiskKind.Risk, What = "征地滞后", Likelihood = RiskLikelihood.High, Effect = RiskEffect.Serious, Owner = "gxj", Measure = "专班推进" };
            await SaveAsync(land);
            await Wait.UntilAsync(() => Store.Current.Risks.Count == 1);
            await SaveAsync(land with { Likelihood = RiskLikelihood.Low }, Store.Current.Risks[0]);
            await SaveAsync(new() { Kind = RiskKind.Dependency, What = "前置审批", Effect = RiskEffect.Severe, OnTask = 6 });
            await SaveAsync(new() { Kind = RiskKind.Risk, What = "设备到货晚", Likelihood = RiskLikelihood.Medium, Effect = RiskEffect.Minor, IsClosed = true });
            await Wait.UntilAsync(() => Store.Current.Risks.Count == 4 && Store.Current.Judgements.Count == 2);
        }

        private async Task SaveAsync(RiskEntry entry, TaskRisk? before = null) =>
            Assert.Null((await Services.GetRequiredService<TaskRisks>().SaveAsync(5, before?.Risk, entry, before?.Id, Supervisor)).Refusal);
    }
}
