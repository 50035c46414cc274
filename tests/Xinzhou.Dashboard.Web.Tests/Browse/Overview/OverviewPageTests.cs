using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Testing.Indicators;
using Xinzhou.Dashboard.Web.Browse;
using Xinzhou.Dashboard.Web.Browse.Overview;
using Xinzhou.Dashboard.Web.Wording;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Overview;

public sealed class OverviewPageTests : PageContext
{
    [Theory]
    [InlineData(Languages.Chinese)]
    [InlineData(Languages.English)]
    public void With_nothing_imported_every_part_says_what_is_missing(string language)
    {
        Speak(language);

        var page = Render<OverviewPage>();

        Assert.NotEmpty(page.FindAll(".empty"));
        Assert.Empty(page.FindAll("article"));
    }

    [Fact]
    public void What_needs_attention_is_counted_and_leads_there()
    {
        ShowPlan();

        var items = Render<Attention>(p => p.Add(a => a.Items, [.. new OverviewModel(View()).Attention()])).FindAll("li");

        Assert.Equal(["2", "4", "4", "1"], items.Select(i => i.QuerySelector("b")!.TextContent));
        Assert.Contains("2023、2025年", items[0].TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["/milestones#matrix", "/tasks", "/tasks?title=provisional", "/tasks?content=placeholder"],
            items.Select(i => i.QuerySelector("a")!.GetAttribute("href")));
    }

    [Fact]
    public void Red_tasks_and_overdue_work_come_first()
    {
        ShowWork();
        GoTo("/?asOf=2026-11-23");

        var items = Render<Attention>(p => p.Add(a => a.Items, [.. new OverviewModel(View()).Attention()])).FindAll("li");

        Assert.Equal(["/tasks?light=red&view=list&asOf=2026-11-23", "/tasks?due=overdue&view=list&asOf=2026-11-23"], items.Take(2).Select(i => i.QuerySelector("a")!.GetAttribute("href")));
        Assert.Equal(["1", "1"], items.Take(2).Select(i => i.QuerySelector("b")!.TextContent));
        Assert.Contains("振兴制造业", items[0].TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(6, 0)]
    [InlineData(7, 3)]
    public void In_a_long_list_what_has_not_been_entered_yet_is_folded(int kinds, int folded)
    {
        AttentionItem[] items =
        [
            .. new[]
            {
                AttentionKind.Red, AttentionKind.NoTarget, AttentionKind.Provisional, AttentionKind.Placeholder,
                AttentionKind.Conflict, AttentionKind.Open, AttentionKind.Overdue,
            }.Take(kinds).Select(kind => new AttentionItem(kind, 1, [])),
        ];

        var panel = Render<Attention>(p => p.Add(a => a.Items, items));

        Assert.Equal(kinds, panel.FindAll("li").Count);
        Assert.Equal(folded, panel.FindAll("details li").Count);
        if (folded > 0) Assert.Equal("资料待补（3类）", panel.Find("summary").TextContent);
    }

    [Fact]
    public void A_dimension_without_figures_says_so_and_shows_its_tasks()
    {
        Show(new() { Plan = SamplePlan.Plan, Catalogue = HandMade.Catalogue });

        var card = Render<OverviewPage>().FindAll(".dimensions article")[1];

        Assert.Contains("暂无公开指标", card.TextContent, StringComparison.Ordinal);
        Assert.Equal(["/tasks/3"], card.QuerySelectorAll(".bricks a").Select(a => a.GetAttribute("href")));
        Assert.Contains("灰 1", card.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_stands_with_its_unit_period_source_and_leads_to_its_provenance()
    {
        var made = new HandMade();
        var figure = made.Add(Period.FullYear(2025), 1330.4m, known: "2026-01-31");
        Show(new() { Plan = SamplePlan.Plan, Catalogue = HandMade.Catalogue, Figures = made.Book, Sources = made.Sources });
        GoTo("/?asOf=2026-11-01");

        var card = Render<OverviewPage>().Find(".headlines article");

        Assert.Equal("1330.4亿元", card.QuerySelector(".value a")!.TextContent);
        Assert.Equal($"/figures/{figure.Key}?asOf=2026-11-01", card.QuerySelector(".value a")!.GetAttribute("href"));
        Assert.Contains("2025年全年", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("2025年全年增速未取得", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("官方发布", card.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_has_no_growth_that_could_be_obtained()
    {
        var made = new HandMade();
        var level = made.Add(Period.FullYear(2024), 545.9m);
        var share = made.Add(Period.FullYear(2024), 40.6m, indicator: HandMade.Capacity, measure: Measure.Share);
        Show(new() { Plan = SamplePlan.Plan, Catalogue = HandMade.Catalogue, Figures = made.Book, Sources = made.Sources });

        var rows = Render<LatestFigures>(p => p.Add(l => l.Figures, [level, share])).FindAll("tbody tr");

        Assert.Equal(["未取得", "不适用"], rows.Select(r => r.QuerySelectorAll("td")[3].TextContent.Trim()));
    }

    [Fact]
    public void Before_the_plan_was_adopted_the_page_says_that_it_is_shown_from_later_knowledge()
    {
        ShowPlan();
        GoTo("/?asOf=2023-08-17");
        Assert.Contains("尚未通过（2023年8月18日，年份推定）", Render<PlanNotYet>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void From_the_day_of_adoption_on_nothing_of_the_kind_is_said()
    {
        ShowPlan();
        GoTo("/?asOf=2023-08-18");
        Assert.Empty(Render<PlanNotYet>().Markup.Trim());
    }

    private PageView View() => Services.GetRequiredService<PageView>();
}
