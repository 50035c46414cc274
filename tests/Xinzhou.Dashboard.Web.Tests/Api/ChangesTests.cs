using System.Text.Json;
using static Xinzhou.Dashboard.Web.Tests.Api.FiguresTests;

namespace Xinzhou.Dashboard.Web.Tests.Api;

/// <summary>What changed between two moments, as the API answers it.</summary>
public sealed class ChangesTests : IDisposable
{
    private readonly ApiHost _api = LivePlan.Host();

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task Lights_that_turned_since_the_last_quarter_are_told_with_their_causes()
    {
        var changes = await _api.Items("changes");

        Assert.Equal(
            [
                "light worse items/1/1 grey amber time", "light better tasks/1 red amber override", "light better items/1/4 red grey override",
                "light better items/1/2 grey green time",
            ],
            changes.Select(Brief));
        Assert.All(changes, c => Assert.Equal(
            ["kind", "change", "subject", "name", "at", "from", "to", "causes", "steps", "text"], c.EnumerateObject().Select(p => p.Name)));
        var cause = changes[0].GetProperty("causes")[0];
        // Its report of the second quarter is missing: until that of the third was due nothing was judged.
        Assert.Equal(("2026-10-16", "2026-10-16T00:00:00+08:00"), (Text(cause, "day"), Text(changes[0], "at")));
        Assert.Equal("第1项任务的工作1由灰转黄：2026-10-16起偏差−18.5个百分点", Text(changes[0], "text"));
        var part = changes[1].GetProperty("causes")[0];
        Assert.Equal(("items/1/4", "督查室", "等待上级批复"), (Text(part, "part"), Text(part, "by"), Text(part, "reason")));
    }

    [Fact]
    public async Task Between_two_days_the_plan_and_its_owners_are_compared_by_either_clock()
    {
        var known = await _api.Items("changes?from=2026-05-31&to=2026-06-30");
        var late = await _api.Items("changes?from=2026-06-02&to=2026-06-30");
        var recorded = await _api.Items("changes?from=2026-06-02&to=2026-06-30&clock=recorded&kind=owner");

        Assert.Equal(["item withdrawn items/1/3   plan", "owner unit tasks/1 市发展改革委 市工信局 plan"], known.Select(Brief));
        Assert.Empty(late);
        Assert.Equal(["owner unit tasks/1 市发展改革委 市工信局 plan"], recorded.Select(Brief));
        Assert.Equal("第1项任务的牵头单位由市发展改革委改为市工信局", Text(recorded[0], "text"));
    }

    [Fact]
    public async Task English_changes_labels_only()
    {
        var change = (await _api.Items("changes?lang=en&kind=light"))[0];

        Assert.Equal(("grey", "amber"), (Text(change, "from"), Text(change, "to")));
        Assert.StartsWith("Work item 1 of task 1 turned from Grey to Amber: from 2026-10-16 on: ", Text(change, "text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_light_that_turned_has_a_cause_and_its_last_step_has_its_colour()
    {
        var lights = await _api.Items("changes?from=2025-12-31&kind=light");

        Assert.NotEmpty(lights);
        Assert.All(lights, light =>
        {
            Assert.NotEqual(0, light.GetProperty("causes").GetArrayLength());
            var steps = light.GetProperty("steps").EnumerateArray().ToList();
            Assert.Equal(Text(light, "to"), Text(steps[^1], "to"));
            Assert.All(steps, s => Assert.NotEqual(0, s.GetProperty("causes").GetArrayLength()));
        });
    }

    [Fact]
    public async Task Pages_follow_one_another_and_CSV_says_the_same()
    {
        var first = await _api.Get("changes?limit=2");
        var second = await _api.Get($"changes?limit=2&cursor={Text(first, "next")}");
        using var csv = await _api.Client.GetAsync("changes?format=csv");

        Assert.Equal((4, 2, 2), (first.GetProperty("total").GetInt32(), first.GetProperty("items").GetArrayLength(), second.GetProperty("items").GetArrayLength()));
        Assert.Equal(Text(first, "asOf"), Text(second, "asOf"));
        var lines = (await csv.Content.ReadAsStringAsync()).Trim().Split('\n');
        Assert.Equal("kind,change,subject,name,at,from,to,causes,steps,text", lines[0].Trim().TrimStart('\uFEFF'));
        Assert.Equal(5, lines.Length);
    }

    [Theory]
    [InlineData("changes?from=2026-10-01&to=2026-09-01", "invalid_value")]
    [InlineData("changes?to=2026-11-02", "future_as_of")]
    [InlineData("changes?from=", "invalid_as_of")]
    [InlineData("changes?from=gestern", "invalid_as_of")]
    [InlineData("changes?asOf=2026-09-01&to=2026-09-02", "invalid_value")]
    [InlineData("changes?since=2026-09-01", "unknown_parameter")]
    [InlineData("changes?kind=colour", "invalid_value")]
    public async Task A_moment_that_cannot_be_answered_is_refused(string address, string code)
    {
        var (status, problem) = await _api.Refused(address);

        Assert.Equal((400, code), (status, problem.GetProperty("errors")[0].GetProperty("code").GetString()));
    }

    [Fact]
    public async Task At_one_moment_nothing_has_changed() => Assert.Empty(await _api.Items("changes?from=2026-09-01&to=2026-09-01"));

    private static string Brief(JsonElement change) =>
        $"{Text(change, "kind")} {Text(change, "change")} {Text(change, "subject")} {Text(change, "from")} {Text(change, "to")} "
        + string.Join('+', change.GetProperty("causes").EnumerateArray().Select(c => Text(c, "kind")));
}
