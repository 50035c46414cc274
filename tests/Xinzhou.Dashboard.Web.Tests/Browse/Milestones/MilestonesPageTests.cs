using Bunit;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Testing.Indicators;
using Xinzhou.Dashboard.Web.Browse.Milestones;
using Xinzhou.Dashboard.Web.Wording;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Milestones;

public sealed class MilestonesPageTests : PageContext
{
    [Fact]
    public void Every_goal_stands_with_its_words_and_says_that_it_is_not_quantified()
    {
        ShowPlan();

        var steps = Render<MilestonesPage>().FindAll(".timeline li");

        Assert.Equal(["y2023", "y2025", "y2027", "y2030", "y2035"], steps.Select(s => s.Id));
        Assert.All(steps, s => Assert.Contains("目标未量化", s.TextContent, StringComparison.Ordinal));
        Assert.Equal("“2023年在重点领域关键环节取得突破”", steps[0].QuerySelector(".quote")!.TextContent);
        Assert.Contains("已过327天", steps[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("还有403天", steps[2].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_matrix_has_an_empty_seal_for_every_dimension_and_milestone()
    {
        ShowPlan();

        var rows = Render<MilestonesPage>().FindAll(".matrix tbody tr");

        Assert.Equal(2, rows.Count);
        Assert.All(rows, r => Assert.Equal(["未交账", "未交账", "正走", "未到期", "未到期"], r.QuerySelectorAll(".word").Select(w => w.TextContent)));
        Assert.Empty(rows.SelectMany(r => r.QuerySelectorAll(".seal-mark.signed")));
    }

    [Fact]
    public void Without_targets_every_cell_says_so_and_nothing_is_assessed()
    {
        ShowPlan();

        var rows = Render<MilestonesPage>().FindAll(".matrix tbody tr");

        Assert.All(rows, r => Assert.Equal(["缺目标", "缺目标", "缺目标", "缺目标", "缺目标"], r.QuerySelectorAll(".counts").Select(c => c.TextContent)));
        Assert.Equal(["不评估，灰3", "不评估，灰1"], rows.Select(r => r.QuerySelectorAll("td")[^1].TextContent.Trim()));
    }

    [Fact]
    public void The_matrix_counts_lights_readiness_with_the_grey_ones_beside_and_outcomes()
    {
        ShowWork();
        GoTo("/milestones?asOf=2026-11-23");

        var industry = Render<MilestonesPage>().FindAll(".matrix tbody tr")[0];

        Assert.Contains("成果0/1", industry.QuerySelectorAll("td")[2].TextContent, StringComparison.Ordinal);
        Assert.Equal(["红 1", "灰 2"], industry.QuerySelectorAll(".wide .light").Select(l => l.TextContent.Trim()));
        Assert.Equal("0% 0/1，灰2", industry.QuerySelectorAll("td")[^1].TextContent.Trim());
    }

    [Fact]
    public void A_target_of_no_dimension_stands_in_no_row_and_is_said_to_count_in_the_total()
    {
        var made = new HandMade();
        made.Add(Period.FullYear(2027), 1800m, kind: ValueKind.Target, known: "2024-01-01");
        Show(new() { PlanBook = PlanBook.Of(SamplePlan.Plan, []), Catalogue = HandMade.Catalogue, Figures = made.Book, Sources = made.Sources });

        var page = Render<MilestonesPage>();

        Assert.Contains("2027年目标1个", page.Find("#outside").TextContent, StringComparison.Ordinal);
        Assert.Contains("2027年就绪度，各行合计", page.Find("#outside").TextContent, StringComparison.Ordinal);
        Assert.Contains("1个", page.Find("#y2027 dl").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_milestone_has_its_readiness_and_every_outcome_its_owner_its_day_and_its_evidence()
    {
        Show(new()
        {
            PlanBook = PlanBook.Of(
                SamplePlan.Plan with { Departments = [new("d1", "甲单位", 1)] },
                [
                    Said(1, 2025, "首个百亿园区") with { Owner = "d1", Achieved = new(new(2025, 11, 1)), Evidence = "验收意见" },
                    Said(2, 2027, "省级实验室"),
                ]),
        });

        var page = Render<MilestonesPage>();

        Assert.Equal(5, page.FindAll(".timeline dt").Count(d => d.TextContent == "就绪度"));
        Assert.Contains("达成1/2", page.Find("#outcomes").TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["2025 产业能级 首个百亿园区 甲单位 2025-11-01 验收意见", "2027 产业能级 省级实验室 待录入 未达成 —"],
            page.FindAll("#outcomes tbody tr").Select(r => string.Join(' ', r.QuerySelectorAll("td, th").Select(c => c.TextContent.Trim()))));

        static OutcomeStatement Said(long id, int year, string text) => new()
        {
            Origin = new() { Id = id, Source = "验收", KnownFrom = Now.AddDays(-30), KnownFromBasis = KnownFromBasis.Stated, RecordedAt = Now.AddDays(-30), Actor = "command" },
            Year = year,
            Dimension = "industry",
            Text = text,
        };
    }

    [Fact]
    public void A_goal_does_not_repeat_the_year_that_stands_above_it()
    {
        var plan = SamplePlan.Plan;
        Show(new() { Plan = plan with { Milestones = [new() { Year = 2035, Goal = "到2035年基本实现现代化" }, new() { Year = 2030, Goal = "2030年，基本实现转型" }] } });

        Assert.Equal(["基本实现转型", "基本实现现代化"], Render<MilestonesPage>().FindAll(".timeline .goal").Select(g => g.TextContent));
    }

    [Theory]
    [InlineData(Languages.Chinese)]
    [InlineData(Languages.English)]
    public void Without_a_plan_it_says_so(string language)
    {
        Speak(language);

        var page = Render<MilestonesPage>();

        Assert.Single(page.FindAll(".empty"));
        Assert.Empty(page.FindAll(".timeline"));
    }
}
