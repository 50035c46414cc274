using System.Text.Json;
using Xinzhou.Dashboard.Testing.Indicators;
using static Xinzhou.Dashboard.Web.Tests.Api.FiguresTests;

namespace Xinzhou.Dashboard.Web.Tests.Api;

/// <summary>What the resources of the plan and the catalogue answer.</summary>
public sealed class PlanTests : IDisposable
{
    private readonly ApiHost _api = new(HandMadePlan.With(ApiHost.Of(new HandMade())));

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task Dimensions_count_the_tasks_of_the_article_and_those_grouped_by_us()
    {
        var dimensions = await _api.Items("dimensions");

        Assert.Equal(["industry", "opening"], dimensions.Select(d => Text(d, "code")));
        Assert.Equal(["""{"fromArticle":1,"provisional":1}""", """{"fromArticle":1,"provisional":0}"""],
            dimensions.Select(d => d.GetProperty("taskCounts").GetRawText()));
        Assert.Equal(2, dimensions[0].GetProperty("initiatives").GetArrayLength());
        Assert.False(dimensions[0].GetProperty("initiatives")[1].GetProperty("membersStated").GetBoolean());
    }

    [Fact]
    public async Task A_task_carries_its_statuses_and_a_grey_light_with_its_word_and_reason()
    {
        var task = await _api.Get("tasks/3");

        Assert.Equal(
            ["number", "numberStatus", "title", "titleStatus", "contentStatus", "dimension", "dimensionStatus", "aspect", "quote", "workItems", "light"],
            (await _api.Items("tasks"))[2].EnumerateObject().Select(p => p.Name));
        Assert.Equal(("placeholder", "provisional", (string?)null), (Text(task, "contentStatus"), Text(task, "dimensionStatus"), Text(task, "aspect")));
        var light = task.GetProperty("light");
        Assert.Equal(("tasks/3", "grey", "灰", "no_target", "grey"), (
            Text(light, "subject"), Text(light, "colour"), Text(light, "word"), Text(light, "reasonCode"), Text(light, "shown")));
        Assert.Equal("没有具体工作，也没有归属的目标，缺目标。", Text(light, "reason"));
        Assert.All(["value", "thresholds", "overridden"], name => Assert.Equal(JsonValueKind.Null, light.GetProperty(name).ValueKind));
        Assert.Equal("[]", light.GetProperty("inputs").GetProperty("parts").GetRawText());
        Assert.Equal("Grey", Text((await _api.Get("tasks/3?lang=en")).GetProperty("light"), "word"));
        Assert.Equal(2, (await _api.Items("tasks"))[1].GetProperty("workItems").GetArrayLength());
    }

    [Theory]
    [InlineData("tasks", 3)]
    [InlineData("tasks?dimension=industry", 2)]
    [InlineData("tasks?dimension=产业", 2)]
    [InlineData("tasks?dimension=产业能级&dimension=opening", 3)]
    [InlineData("tasks?aspect=seven-upgrades", 2)]
    [InlineData("tasks?aspect=aspect-2", 0)]
    [InlineData("lights", 5)]
    [InlineData("targets", 0)]
    [InlineData("milestones", 2)]
    [InlineData("aspects", 2)]
    [InlineData("programmes", 1)]
    [InlineData("mechanisms", 1)]
    [InlineData("departments", 1)]
    [InlineData("units", 3)]
    [InlineData("units?level=county&level=city", 2)]
    [InlineData("indicators", 3)]
    [InlineData("indicators?dimension=industry", 1)]
    [InlineData("indicators?type=flow", 2)]
    [InlineData("series", 0)]
    [InlineData("figures", 0)]
    [InlineData("sources", 0)]
    [InlineData("conflicts", 0)]
    [InlineData("notes", 1)]
    public async Task Every_list_has_the_envelope(string address, int total)
    {
        var answer = await _api.Get(address);

        Assert.Equal(["items", "total", "next", "asOf"], answer.EnumerateObject().Select(p => p.Name).Take(4));
        Assert.Equal((total, total), (answer.GetProperty("total").GetInt32(), answer.GetProperty("items").GetArrayLength()));
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("next").ValueKind);
        Assert.Equal("2020-01-01T00:00:00+08:00", Text(answer, "asOf"));
    }

    [Fact]
    public async Task Notes_say_what_is_not_stated_and_what_is_ambiguous()
    {
        var notes = await _api.Get("notes");

        Assert.Equal(2, notes.GetProperty("notStated").GetArrayLength());
        Assert.Equal("七维度顺序", notes.GetProperty("ambiguities")[0].GetString());
        Assert.Equal(notes.GetProperty("notStated").GetRawText(), notes.GetProperty("items")[0].GetProperty("notStated").GetRawText());
    }

    [Fact]
    public async Task Milestones_have_year_goal_and_whether_they_are_quantified()
    {
        var milestone = (await _api.Items("milestones"))[0];

        Assert.Equal((2023, "在重点领域关键环节取得突破", false),
            (milestone.GetProperty("year").GetInt32(), Text(milestone, "goal"), milestone.GetProperty("quantified").GetBoolean()));
    }

    [Fact]
    public async Task An_indicator_and_a_unit_are_found_by_their_code()
    {
        Assert.Equal("地区生产总值", Text(await _api.Get("indicators/gdp"), "name"));
        Assert.Equal("city", Text(await _api.Get("units/140900"), "level"));
        Assert.Equal(["忻州全市"], (await _api.Get("units/140900")).GetProperty("aliases").EnumerateArray().Select(a => a.GetString()));
    }

    [Fact]
    public async Task Answers_of_the_demonstration_say_so()
    {
        _api.Store.Replace(_api.Store.Current with { Demonstration = true });

        using var response = await _api.Client.GetAsync("tasks");

        Assert.Equal("demonstration", Assert.Single(response.Headers.GetValues("X-Data-Set")));
        Assert.True((await _api.Get("tasks")).GetProperty("demonstration").GetBoolean());
    }
}
