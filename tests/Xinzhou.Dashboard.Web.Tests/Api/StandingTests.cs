using System.Text.Json;
using static Xinzhou.Dashboard.Web.Tests.Api.FiguresTests;

namespace Xinzhou.Dashboard.Web.Tests.Api;

/// <summary>What tasks, dimensions and milestones answer once the plan says who owes what.</summary>
public sealed class StandingTests : IDisposable
{
    private readonly ApiHost _api = LivePlan.Host();

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task A_task_says_who_owes_it_and_what_is_owed_by_when()
    {
        var task = await _api.Get("tasks/1");

        Assert.Equal(
            [
                "number", "numberStatus", "title", "titleStatus", "contentStatus", "dimension", "dimensionStatus", "aspect", "quote", "lead", "responsible",
                "supporting", "person", "items", "history", "light",
            ],
            task.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("做强做优特色产业", "official", "市工信局", "甲"), (Text(task, "title"), Text(task, "titleStatus"), Text(task, "lead"), Text(task, "person")));
        Assert.Equal("""["市发展改革委","市工信局"]""", task.GetProperty("responsible").GetRawText());
        Assert.Equal("""["市财政局"]""", task.GetProperty("supporting").GetRawText());
        Assert.Equal((await _api.Items("lights?subject=tasks/1"))[0].GetRawText(), task.GetProperty("light").GetRawText());

        var items = task.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal([1, 2, 4, 5], items.Select(i => i.GetProperty("item").GetInt32()));
        Assert.Equal(
            ["item", "text", "lead", "person", "start", "due", "startText", "dueText", "plan", "percent", "quarter", "light"],
            items[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(("编制规划", "市工信局", "乙", "2026-01-01", "2026-12-31", 41.5m, "2026-Q3"), (
            Text(items[0], "text"), Text(items[0], "lead"), Text(items[0], "person"), Text(items[0], "start"), Text(items[0], "due"),
            items[0].GetProperty("percent").GetDecimal(), Text(items[0], "quarter")));
        Assert.Equal("""[{"quarter":"2026-Q2","percent":25},{"quarter":"2026-Q3","percent":60}]""", items[0].GetProperty("plan").GetRawText());
        Assert.Equal("items/1/1", Text(items[0].GetProperty("light"), "subject"));
        Assert.Equal((null, "长期坚持", null), (Text(items[3], "due"), Text(items[3], "dueText"), Text(items[3], "quarter")));
    }

    [Fact]
    public async Task What_was_said_of_a_task_before_stays_readable()
    {
        var history = (await _api.Get("tasks/1")).GetProperty("history").EnumerateArray().ToList();

        Assert.Equal(["第1项 provisional", "做强做优特色产业 official", "做强做优特色产业 official"], history.Select(v => $"{Text(v, "title")} {Text(v, "titleStatus")}"));
        Assert.Equal([null, "市发展改革委", "市工信局"], history.Select(v => Text(v, "lead")));
        Assert.Equal([null, LivePlan.Document, LivePlan.Document], history.Select(v => Text(v, "source")));
        Assert.Equal([null, "2026-01-10T00:00:00+08:00", "2026-06-01T00:00:00+08:00"], history.Select(v => Text(v, "knownFrom")));
        Assert.Equal([null, "2026-01-10T09:00:00+08:00", "2026-06-05T09:00:00+08:00"], history.Select(v => Text(v, "recordedAt")));
        Assert.Equal(2, (await _api.Get("tasks/1?asOf=2026-05-31")).GetProperty("history").GetArrayLength());
    }

    [Fact]
    public async Task The_list_of_tasks_is_of_the_moment_too()
    {
        var now = (await _api.Items("tasks"))[0];
        var before = (await _api.Items("tasks?asOf=2025-12-31"))[0];

        Assert.Equal("""[{"order":1,"text":"编制规划"},{"order":2,"text":"建设园区"},{"order":4,"text":"完成审批"},{"order":5,"text":"服务企业"}]""", now.GetProperty("workItems").GetRawText());
        Assert.Equal(("做强做优特色产业", "amber"), (Text(now, "title"), Text(now.GetProperty("light"), "colour")));
        Assert.Equal(("第1项", "grey", 0), (Text(before, "title"), Text(before.GetProperty("light"), "colour"), before.GetProperty("workItems").GetArrayLength()));
    }

    [Fact]
    public async Task A_dimension_counts_its_lights_by_what_is_shown()
    {
        var industry = (await _api.Items("dimensions"))[0];

        Assert.Equal("""{"green":0,"amber":1,"red":0,"blue":0,"grey":0}""", industry.GetProperty("targets").GetRawText());
        Assert.Equal("""{"green":0,"amber":1,"red":0,"blue":0,"grey":1}""", industry.GetProperty("tasks").GetRawText());
        Assert.Equal("""{"achieved":1,"all":2}""", industry.GetProperty("outcomes").GetRawText());
        Assert.Equal((0m, JsonValueKind.Null), (industry.GetProperty("ready").GetDecimal(), industry.GetProperty("review").ValueKind));
        // gdp has no dimension of its own: its target is counted where its task is.
        var opening = (await _api.Items("dimensions"))[1];
        Assert.Equal("""{"green":1,"amber":0,"red":0,"blue":0,"grey":0}""", opening.GetProperty("targets").GetRawText());
        Assert.Equal(1m, opening.GetProperty("ready").GetDecimal());
    }

    [Fact]
    public async Task A_milestone_counts_the_targets_of_its_year_all_tasks_and_its_outcomes()
    {
        var milestone = await _api.Get("milestones/2027");

        Assert.Equal(
            ["year", "goal", "quantified", "quote", "due", "targets", "tasks", "outcomes", "ready", "dimensions"], milestone.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("形成一批重大标志性成果", "2027-12-31"), (Text(milestone, "goal"), Text(milestone, "due")));
        Assert.Equal("""{"green":0,"amber":1,"red":0,"blue":0,"grey":0}""", milestone.GetProperty("targets").GetRawText());
        Assert.Equal("""{"green":0,"amber":1,"red":0,"blue":0,"grey":2}""", milestone.GetProperty("tasks").GetRawText());
        Assert.Equal("""{"achieved":1,"all":2}""", milestone.GetProperty("outcomes").GetRawText());
        var dimensions = milestone.GetProperty("dimensions").EnumerateArray().ToList();
        Assert.Equal(["industry", "opening"], dimensions.Select(d => Text(d, "code")));
        Assert.Equal(["code", "targets", "tasks", "outcomes", "ready", "review"], dimensions[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(JsonValueKind.Null, dimensions[1].GetProperty("ready").ValueKind);
        Assert.Equal(dimensions[0].GetRawText(), (await _api.Get("milestones/2027/dimensions/industry")).GetRawText());
        Assert.Equal("""{"achieved":0,"all":0}""", (await _api.Get("milestones/2027?asOf=2025-12-31")).GetProperty("outcomes").GetRawText());
        Assert.Equal("""{"achieved":0,"all":2}""", (await _api.Get("milestones/2027?asOf=2026-06-30")).GetProperty("outcomes").GetRawText());
    }

    [Theory]
    [InlineData("milestones/2026")]
    [InlineData("milestones/02027")]
    [InlineData("milestones/nosuch")]
    [InlineData("milestones/2026/dimensions/industry")]
    [InlineData("milestones/2027/dimensions/nosuch")]
    [InlineData("tasks/40")]
    [InlineData("tasks/01")]
    public async Task What_a_path_names_and_is_not_is_not_found(string path) => Assert.Equal(404, (await _api.Refused(path)).Status);
}
