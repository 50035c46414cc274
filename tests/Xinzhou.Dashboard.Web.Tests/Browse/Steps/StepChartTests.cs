using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Browse.Steps;
using Xinzhou.Dashboard.Web.Tests.Shell;
using Xinzhou.Dashboard.Web.Wording;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Steps;

public sealed class StepChartTests : ShellContext
{
    public StepChartTests() => Services.AddSingleton<LightWords>();

    [Fact]
    public void A_brick_wears_the_light_of_its_task_and_says_why()
    {
        var day = new DateOnly(2026, 11, 23);

        var bricks = Chart(SamplePlan.Book.At(new(Shanghai.EndOf(day))), day).FindAll(".wall .brick");

        Assert.Equal("1 振兴制造业：红灯，逾期", bricks[0].TextContent);
        Assert.Equal("2 推动能源产业绿色转型：灰灯，缺目标", bricks[1].TextContent);
    }

    [Fact]
    public void In_English_titles_and_goals_have_their_gloss()
    {
        Speak(Languages.English);

        var chart = Chart(SamplePlan.Plan, new(2026, 11, 23));

        Assert.StartsWith("2 推动能源产业绿色转型 · Green transition of the energy industry", chart.FindAll(".wall .brick")[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("Breakthroughs in the key links of the key fields", chart.FindAll("a.label title").Select(t => t.TextContent));
    }

    [Fact]
    public void Every_task_is_a_brick_and_placeholders_are_dashed()
    {
        var chart = Chart(SamplePlan.Plan, new(2026, 11, 23));

        Assert.Equal(4, chart.FindAll(".wall .brick").Count);
        var dashed = Assert.Single(chart.FindAll(".wall .brick.placeholder"));
        Assert.Equal("4 落实产业链“链长制”（占位）：灰灯，缺目标", dashed.TextContent);
    }

    [Fact]
    public void Every_step_of_every_course_has_an_empty_seal()
    {
        var chart = Chart(SamplePlan.Plan, new(2026, 11, 23));

        Assert.Equal(10, chart.FindAll(".wall .seal").Count);
        Assert.Equal(4, chart.FindAll(".wall .seal.past").Count);
        Assert.Equal("产业能级2023年：已到期，未交账", chart.Find(".wall .seal.past").TextContent);
    }

    [Fact]
    public void What_is_signed_wears_its_seal_with_the_letter_of_its_verdict()
    {
        var (plan, today) = (SamplePlan.Plan, new DateOnly(2026, 11, 23));
        var chart = Render<StepChart>(p => p.Add(c => c.Stairs, Stairs.Of(plan, today)).Add(c => c.Courses, Course.Of(plan)).Add(c => c.Lights, SamplePlan.LightsOf(plan, today))
            .Add(c => c.Reviews, SampleReviews.Signed(2025, (plan.Dimensions[0].Code, ReviewVerdict.MostlyAchieved))));

        Assert.Equal("产业能级2025年：基本达成", Assert.Single(chart.FindAll(".wall .seal.signed")).TextContent);
        Assert.Equal("基", Assert.Single(chart.FindAll(".wall .seal-letter")).TextContent);
        Assert.EndsWith("已到期的里程碑2个，已交账1个", chart.FindAll("a.course")[0].GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Equal("已到期，已交账1/2", chart.FindAll(".ladder li")[3].QuerySelector("small")!.TextContent);
    }

    [Theory]
    [InlineData("2026-11-23", true)]  // the third step: a course stands where the one above it began
    [InlineData("2023-09-30", false)] // the first step has the names beside it, and so has the last
    [InlineData("2032-01-01", false)]
    public void The_bricks_of_a_step_in_the_middle_stand_behind_the_name_of_their_course(string day, bool named)
    {
        var chart = Chart(SamplePlan.Plan, DateOnly.ParseExact(day, "yyyy-MM-dd"));

        Assert.Equal(named ? ["产业", "创新"] : [], chart.FindAll("text.inside").Select(t => t.TextContent));
    }

    [Fact]
    public void Names_too_long_for_the_step_stand_at_the_ends_only()
    {
        Speak(Languages.English);

        Assert.Empty(Chart(SamplePlan.Plan, new(2026, 11, 23)).FindAll("text.inside"));
    }

    [Fact]
    public void A_course_is_one_link_that_says_what_is_on_it()
    {
        GoTo("/?asOf=2026-01-31");

        var course = Chart(SamplePlan.Plan, new(2026, 1, 31)).Find("a.course");

        Assert.Equal("/dimensions/industry?asOf=2026-01-31", course.GetAttribute("href"));
        Assert.Equal("产业能级：3项任务，灰灯 3；已到期的里程碑2个，均未交账", course.GetAttribute("aria-label"));
    }

    [Fact]
    public void The_list_for_a_phone_says_the_same()
    {
        var steps = Chart(SamplePlan.Plan, new(2026, 11, 23)).FindAll(".ladder li");

        Assert.Equal(["2035", "2030", "2027", "2025", "2023"], steps.Select(s => s.QuerySelector("b")!.TextContent));
        Assert.Equal("现在：还有403天，目标已录入0/4", steps[2].QuerySelector("small")!.TextContent);
        Assert.Equal("已到期，未交账", steps[4].QuerySelector("small")!.TextContent);
    }

    [Fact]
    public void A_past_day_is_not_called_today()
    {
        var chart = Render<StepChart>(p => p.Add(c => c.Stairs, Stairs.Of(SamplePlan.Plan, new(2023, 9, 30)))
            .Add(c => c.Courses, Course.Of(SamplePlan.Plan)).Add(c => c.Lights, SamplePlan.Lights).Add(c => c.IsPast, true));

        Assert.Equal("所知日 9月30日", chart.Find("text.axis.now").TextContent);
    }

    [Theory]
    [InlineData("2022-12-31")]
    [InlineData("2036-01-01")]
    public void Off_the_stairs_no_day_is_marked(string day)
    {
        var chart = Chart(SamplePlan.Plan, DateOnly.ParseExact(day, "yyyy-MM-dd"));

        Assert.Empty(chart.FindAll("line.today"));
        Assert.Equal(5, chart.FindAll("a.label").Count);
    }

    [Fact]
    public void One_course_alone_has_bricks_with_numbers_that_lead_to_their_tasks()
    {
        var plan = SamplePlan.Plan;
        var chart = Render<StepChart>(p => p.Add(c => c.Stairs, Stairs.Of(plan, new(2026, 11, 23))).Add(c => c.Courses, [Course.Of(plan, plan.Dimensions[0])])
            .Add(c => c.Lights, SamplePlan.Lights));

        Assert.Equal(["/tasks/1", "/tasks/2", "/tasks/4"], chart.FindAll("a.one").Select(a => a.GetAttribute("href")));
        Assert.Equal(["1", "2", "4"], chart.FindAll("text.number").Select(t => t.TextContent));
    }

    [Fact]
    public void Without_a_plan_it_says_what_is_missing() =>
        Assert.Contains("规划尚未录入", Chart(CityPlan.Empty, new(2026, 11, 23)).Markup, StringComparison.Ordinal);

    [Fact]
    public void English_names_the_dimensions_by_their_gloss_and_leaves_the_goals_as_they_were_written()
    {
        Speak(Languages.English);

        var chart = Chart(SamplePlan.Plan, new(2026, 11, 23));

        Assert.Equal(["Industry", "Industry", "Innovation", "Innovation"], chart.FindAll("text.name").Select(t => t.TextContent));
        Assert.All(chart.FindAll("text.goal"), g => Assert.Equal("zh-CN", g.GetAttribute("lang")));
    }

    private IRenderedComponent<StepChart> Chart(CityPlan plan, DateOnly today) =>
        Render<StepChart>(p => p.Add(c => c.Stairs, Stairs.Of(plan, today)).Add(c => c.Courses, Course.Of(plan)).Add(c => c.Lights, SamplePlan.LightsOf(plan, today)));
}
