using System.Net;
using System.Text.Json;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Progress;
using static Xinzhou.Dashboard.Web.Tests.Api.FiguresTests;

namespace Xinzhou.Dashboard.Web.Tests.Api;

/// <summary>What the lights answer.</summary>
public sealed class LightsTests : IDisposable
{
    private readonly ApiHost _api = LivePlan.Host();

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task All_subjects_have_their_light_but_for_withdrawn_items()
    {
        var lights = await _api.Items("lights");

        Assert.Equal(
            [
                "items/1/1 amber deviation", "items/1/2 green deviation", "items/1/4 red overdue", "items/1/5 grey no_deadline", "items/2/1 grey no_deadline",
                "items/2/2 grey no_deadline", "tasks/1 amber worst", "tasks/2 grey worst", "tasks/3 grey no_target", "targets/f0000000001 green deviation",
                "targets/f0000000002 amber acceleration_needed",
            ],
            lights.Select(l => $"{Text(l, "subject")} {Text(l, "colour")} {Text(l, "reasonCode")}"));
        Assert.All(lights, l => Assert.Equal(
            ["subject", "colour", "word", "value", "thresholds", "reason", "reasonCode", "inputs", "overridden", "shown"],
            l.EnumerateObject().Select(p => p.Name)));
    }

    [Fact]
    public async Task An_item_is_judged_by_its_deviation_and_says_all_that_it_was_judged_by()
    {
        var light = await One("items/1/1");

        Assert.Equal(("黄", -18.5m, "amber", JsonValueKind.Null), (
            Text(light, "word"), light.GetProperty("value").GetDecimal(), Text(light, "shown"), light.GetProperty("overridden").ValueKind));
        Assert.Equal("""{"scale":"deviation","green":-10,"red":-30,"days":null}""", light.GetProperty("thresholds").GetRawText());
        Assert.Equal("2026年三季度末形象进度41.5%，计划60.0%，偏差−18.5个百分点，在−30至−10之间为黄。", Text(light, "reason"));
        var inputs = light.GetProperty("inputs");
        Assert.Equal(("2026-11-01", "2026-01-01", "2026-12-31", 60), (
            Text(inputs, "day"), Text(inputs, "start"), Text(inputs, "due"), inputs.GetProperty("daysLeft").GetInt32()));
        Assert.Equal(("2026-Q3", 41.5m, 60m, -18.5m, "2026-Q3", "2026-10-16"), (
            Text(inputs, "quarter"), inputs.GetProperty("percent").GetDecimal(), inputs.GetProperty("planned").GetDecimal(),
            inputs.GetProperty("deviation").GetDecimal(), Text(inputs, "reportQuarter"), Text(inputs, "reportDue")));
        Assert.Equal("""[{"quarter":"2026-Q2","percent":25},{"quarter":"2026-Q3","percent":60}]""", inputs.GetProperty("plan").GetRawText());
    }

    [Fact]
    public async Task A_target_in_the_course_of_its_year_says_which_share_it_is_held_against()
    {
        var light = await One("targets/f0000000001");

        Assert.Equal(-2.4m, light.GetProperty("value").GetDecimal());
        Assert.Equal("2026年前三季度为1150亿元，是目标1700亿元以上的67.6%，应达70.0%（按2025年同期占全年之比），偏差−2.4个百分点，高于−10为绿。", Text(light, "reason"));
        var inputs = light.GetProperty("inputs");
        Assert.Equal("""{"percent":70,"months":9,"year":2025,"yearToDate":"f0000000004","fullYear":"f0000000005"}""", inputs.GetProperty("share").GetRawText());
        Assert.Equal("""{"period":"2026-9M","value":1150,"figure":"f0000000006"}""", inputs.GetProperty("yearToDate").GetRawText());
        Assert.Equal("""{"2024":1580,"2025":1640}""", inputs.GetProperty("values").GetRawText());
        Assert.Equal("""{"2024":"f0000000003","2025":"f0000000005"}""", inputs.GetProperty("figures").GetRawText());
        Assert.Equal((1700m, 1700m, ">=", "亿元", 2026, "up", "level"), (
            inputs.GetProperty("target").GetDecimal(), inputs.GetProperty("bound").GetDecimal(), Text(inputs, "comparator"), Text(inputs, "uom"),
            inputs.GetProperty("year").GetInt32(), Text(inputs, "direction"), Text(inputs, "kind")));
    }

    [Fact]
    public async Task A_target_of_a_later_year_has_the_verdict_of_the_assessment_and_its_numbers()
    {
        var light = await One("targets/f0000000002");
        var assessed = await _api.Post("progress/assess", """{"values":{"2024":1500,"2025":1600},"target":2000,"targetYear":2027,"direction":"up","kind":"level"}""");

        Assert.Equal(Text(assessed, "verdict"), Text(light, "reasonCode"));
        var inputs = light.GetProperty("inputs");
        foreach (var name in new[] { "ratio", "observedRate", "requiredRate", "projection", "miss" })
        {
            Assert.Equal(assessed.GetProperty(name).GetRawText(), inputs.GetProperty(name).GetRawText());
        }

        Assert.Equal(assessed.GetProperty("ratio").GetDouble(), light.GetProperty("value").GetDouble(), 1e-12);
        Assert.Equal(2024, inputs.GetProperty("baseYear").GetInt32());
        Assert.Equal("ratio", Text(light.GetProperty("thresholds"), "scale"));
    }

    [Fact]
    public async Task A_task_says_what_it_has_its_colour_from()
    {
        var light = await One("tasks/1");

        Assert.Equal(
            ["items/1/1 amber deviation False", "items/1/2 green deviation False", "items/1/4 grey overdue True", "items/1/5 grey no_deadline False"],
            light.GetProperty("inputs").GetProperty("parts").EnumerateArray().Select(p =>
                $"{Text(p, "subject")} {Text(p, "colour")} {Text(p, "reasonCode")} {p.GetProperty("overridden").GetBoolean()}"));
        Assert.Equal("4项工作，其中黄1、灰2、绿1；取最差的一色黄，见于工作1（偏差−18.5个百分点）。", Text(light, "reason"));
    }

    [Fact]
    public async Task What_was_decided_stands_beside_the_light_of_the_rules_and_is_what_is_shown_until_its_end()
    {
        var light = await One("items/1/4");

        Assert.Equal(("red", "红", "overdue", "grey"), (Text(light, "colour"), Text(light, "word"), Text(light, "reasonCode"), Text(light, "shown")));
        Assert.Equal(
            """{"colour":"grey","reason":"等待上级批复","by":"督查室","at":"2026-10-20T00:00:00+08:00","until":"2026-11-30"}""",
            light.GetProperty("overridden").GetRawText());

        _api.Time.Now = _api.Time.Now.AddDays(30);
        var later = await One("items/1/4");
        Assert.Equal((JsonValueKind.Null, "red"), (later.GetProperty("overridden").ValueKind, Text(later, "shown")));
        Assert.Equal("red", Text(await One("tasks/1"), "colour"));
    }

    [Fact]
    public async Task Past_lights_are_those_of_what_was_known_and_decided_then_by_either_clock()
    {
        Assert.Equal("nothing_reported", Text(await One("items/1/4", "&asOf=2026-04-20"), "reasonCode"));
        Assert.Equal("overdue", Text(await One("items/1/4", "&asOf=2026-09-01"), "reasonCode"));
        Assert.Equal(JsonValueKind.Null, (await One("items/1/4", "&asOf=2026-09-01")).GetProperty("overridden").ValueKind);
        Assert.Empty(await _api.Items("lights?subject=items/1/4&asOf=2025-12-31"));

        Assert.Equal("市工信局", Text(await _api.Get("tasks/1?asOf=2026-06-02"), "lead"));
        Assert.Equal("市发展改革委", Text(await _api.Get("tasks/1?asOf=2026-06-02&clock=recorded"), "lead"));
        Assert.Equal("市工信局", Text(await _api.Get("tasks/1?asOf=2026-06-06&clock=recorded"), "lead"));
    }

    [Fact]
    public async Task Without_a_moment_lights_are_those_of_today_and_stay_the_same_bytes_all_day()
    {
        using var first = await _api.Client.GetAsync("lights");
        _api.Time.Now = _api.Time.Now.AddHours(5);
        using var same = await _api.Client.GetAsync("lights");
        _api.Time.Now = _api.Time.Now.AddHours(12);
        using var next = await _api.Client.GetAsync("lights");

        Assert.Equal(first.Headers.ETag, same.Headers.ETag);
        Assert.NotEqual(first.Headers.ETag, next.Headers.ETag);
        Assert.Equal("2026-11-02T00:00:00+08:00", Text(await _api.Get("lights"), "asOf"));
        Assert.Equal("2026-10-21T00:00:00+08:00", Text(await _api.Get("figures"), "asOf"));
        Assert.Equal("2026-11-02", Text((await One("items/1/1")).GetProperty("inputs"), "day"));
    }

    [Theory]
    [InlineData("subject=tasks/1", 1)]
    [InlineData("subject=tasks/1&subject=items/1/4", 2)]
    [InlineData("subject=items/1/3", 0)]
    public async Task Lights_are_found_by_their_subject(string filter, int count) =>
        Assert.Equal(count, (await _api.Items($"lights?{filter}")).Length);

    [Theory]
    [InlineData("tasks/40")]
    [InlineData("tasks/01")]
    [InlineData("tasks")]
    [InlineData("items/1/9")]
    [InlineData("items/1")]
    [InlineData("targets/f0000000003")]
    [InlineData("targets/f9999999999")]
    [InlineData("figures/f0000000001")]
    [InlineData("")]
    public async Task A_subject_that_never_was_is_refused(string subject)
    {
        var (status, problem) = await _api.Refused($"lights?subject={subject}");

        Assert.Equal((400, "unknown_code"), (status, Text(problem, "code")));
    }

    [Fact]
    public async Task Pages_of_lights_follow_one_another_as_of_the_first()
    {
        var all = (await _api.Items("lights")).Select(l => Text(l, "subject")).ToList();
        var (found, address) = (new List<string?>(), (string?)"lights?limit=4");
        while (address is not null)
        {
            var page = await _api.Get(address);
            found.AddRange(page.GetProperty("items").EnumerateArray().Select(l => Text(l, "subject")));
            address = Text(page, "next") is { } next ? $"lights?limit=4&cursor={next}" : null;
        }

        Assert.Equal(all, found);
    }

    [Fact]
    public async Task The_lights_of_a_state_and_day_are_worked_out_once()
    {
        var snapshot = _api.Store.Current;
        var board = snapshot.LightsAt(new(_api.Time.Now));

        Assert.Same(board, snapshot.LightsAt(new(_api.Time.Now.AddHours(3))));
        Assert.Same(board, (snapshot with { PlanChangedAt = _api.Time.Now }).LightsAt(new(_api.Time.Now)));
        Assert.NotSame(board, snapshot.LightsAt(new(_api.Time.Now.AddDays(1))));
        Assert.NotSame(board, (snapshot with { LightOverrides = [] }).LightsAt(new(_api.Time.Now)));
        using var answer = await _api.Client.GetAsync("lights?asOf=0001-01-01");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Words_are_in_the_language_that_is_asked_for()
    {
        var light = (await _api.Items("lights?subject=items/1/1&lang=en"))[0];

        Assert.Equal("Amber", Text(light, "word"));
        Assert.Equal("At the end of 2026 Q3 41.5% was reached against 60.0% planned: a deviation of −18.5 pp, from −30 to −10: amber.", Text(light, "reason"));
    }

    [Fact]
    public async Task Every_code_of_a_reason_is_described()
    {
        var codes = (await _api.Get("/openapi/v1.json")).GetProperty("components").GetProperty("schemas").GetProperty("Light").GetProperty("properties")
            .GetProperty("reasonCode").GetProperty("enum").EnumerateArray().Select(c => c.GetString()!);

        Assert.Equal(Code.All<LightReason>(), codes);
    }

    private async Task<JsonElement> One(string subject, string more = "") => Assert.Single(await _api.Items($"lights?subject={subject}{more}"));
}
