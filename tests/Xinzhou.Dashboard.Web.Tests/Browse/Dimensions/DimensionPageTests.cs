using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Testing.Indicators;
using Xinzhou.Dashboard.Web.Browse.Dimensions;
using Xinzhou.Dashboard.Web.Wording;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Dimensions;

public sealed class DimensionPageTests : PageContext
{
    [Fact]
    public void An_indicator_stands_with_its_latest_figure_and_the_value_before()
    {
        var made = new HandMade();
        made.Add(Period.Point(new(2023, 7, 31)), 1713.75m, HandMade.Capacity);
        made.Add(Period.Point(new(2024, 9, 30)), 1957.73m, HandMade.Capacity);
        Show(new() { Plan = SamplePlan.Plan, Catalogue = HandMade.Catalogue, Figures = made.Book, Sources = made.Sources });

        var row = Page("industry").FindAll(".table")[0].QuerySelectorAll("tbody tr").Single();

        Assert.Equal("电力总装机", row.QuerySelector("th a")!.TextContent);
        Assert.Equal(["截至2024年9月底", "1957.73万千瓦"], [row.QuerySelectorAll("td")[0].TextContent, row.QuerySelectorAll("td")[1].TextContent]);
        Assert.Contains("截至2023年7月底", row.QuerySelectorAll("td")[3].TextContent, StringComparison.Ordinal);
        Assert.Contains("1713.75万千瓦", row.QuerySelectorAll("td")[3].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_figures_it_says_that_there_is_no_public_indicator()
    {
        Show(new() { Plan = SamplePlan.Plan, Catalogue = HandMade.Catalogue });

        var page = Page("innovation");

        Assert.Contains("暂无公开指标", page.Markup, StringComparison.Ordinal);
        Assert.Equal(["/tasks/3"], page.FindAll(".table tbody th a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void A_fact_in_words_is_a_candidate_and_is_not_counted()
    {
        var made = new HandMade();
        made.Add(Period.Ytd(2023, 6), null, HandMade.Capacity, measure: Measure.Qualitative, text: "实现了“零”的突破");
        Show(new() { Plan = SamplePlan.Plan, Catalogue = HandMade.Catalogue, Figures = made.Book, Sources = made.Sources });

        var page = Page("industry");

        Assert.Contains("“实现了‘零’的突破”", page.Markup, StringComparison.Ordinal);
        Assert.Contains("已登记0项", page.Markup, StringComparison.Ordinal);
        Assert.Contains("暂无公开指标", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Actual_figures_stand_before_forecasts_and_single_periods_before_spans()
    {
        var forecast = new Indicator { Code = "coal", Name = "原煤产量", Type = IndicatorType.Flow, Uom = "万吨", Direction = Direction.None, Dimension = "industry", Order = 1 };
        var added = new Indicator { Code = "added", Name = "新增装机", Type = IndicatorType.Flow, Uom = "万千瓦", Direction = Direction.Up, Dimension = "industry", Order = 2 };
        var made = new HandMade();
        made.Add(Period.FullYear(2026), 1.05m, forecast, uom: "亿吨", kind: ValueKind.Forecast, known: "2026-01-01");
        made.Add(Period.Span(2021, 2025), 572.3m, added);
        made.Add(Period.Point(new(2025, 12, 31)), 2000m, HandMade.Capacity);
        Show(new() { Plan = SamplePlan.Plan, Catalogue = new([forecast, added, HandMade.Capacity], [HandMade.City]), Figures = made.Book, Sources = made.Sources });

        Assert.Equal(["电力总装机", "新增装机", "原煤产量"], Page("industry").FindAll(".table")[0].QuerySelectorAll("tbody th a").Select(a => a.TextContent));
    }

    [Fact]
    public void Members_that_are_counted_and_not_named_are_said_to_be_unpublished()
    {
        var plan = SamplePlan.Plan;
        var dimension = plan.Dimensions[0] with
        {
            Initiatives = [new() { Code = "i", Order = 1, Name = "“12大基地”", Quote = "建强“12大基地”", MembersStated = false }],
        };
        Show(new() { Plan = plan with { Dimensions = [dimension, plan.Dimensions[1]] } });

        var initiative = Page("industry").Find(".initiatives li");

        Assert.Contains("成员未公布", initiative.TextContent, StringComparison.Ordinal);
        Assert.Contains("“建强‘12大基地’”", initiative.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dimension_that_does_not_exist_is_not_found()
    {
        ShowPlan();
        var notFound = false;
        Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => notFound = true;

        Page("sea");

        Assert.True(notFound);
    }

    [Theory]
    [InlineData(Languages.Chinese)]
    [InlineData(Languages.English)]
    public void The_list_says_when_there_is_no_plan(string language)
    {
        Speak(language);

        Assert.Single(Render<DimensionsPage>().FindAll(".empty"));
    }

    [Fact]
    public void The_list_shows_every_dimension_with_its_heading_and_tasks()
    {
        ShowPlan();

        var rows = Render<DimensionsPage>().FindAll(".rows > li");

        Assert.Equal(["“加快构建现代化产业体系，推动产业能级跃升”", "“强化科教人才赋能，推动创新能级跃升”"], rows.Select(r => r.QuerySelector(".quote")!.TextContent));
        Assert.Equal(["/tasks/1", "/tasks/2", "/tasks/4"], rows[0].QuerySelectorAll(".bricks a").Select(a => a.GetAttribute("href")));
    }

    private IRenderedComponent<DimensionPage> Page(string code) => Render<DimensionPage>(p => p.Add(d => d.Code, code));
}
