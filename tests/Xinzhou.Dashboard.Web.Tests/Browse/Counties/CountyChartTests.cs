using Bunit;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Testing.Indicators;
using Xinzhou.Dashboard.Web.Browse.Counties;
using Xinzhou.Dashboard.Web.Wording;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Counties;

public sealed class CountyChartTests : FigureContext
{
    [Fact]
    public void A_bar_of_self_media_is_hollow_and_the_word_stands_under_it_and_in_the_sentence()
    {
        var chart = Chart(Measure.Level,
            Of(2023, 100m, Reliability.Official, Measure.Level), Of(2024, 110m, Reliability.SelfMedia, Measure.Level));

        var bars = chart.FindAll("rect.bar").ToDictionary(b => b.ClassList.Contains("dashed"), b => b.GetAttribute("style")!);
        Assert.Contains("fill:var(--d1)", bars[false], StringComparison.Ordinal);
        Assert.Contains("fill:var(--surface)", bars[true], StringComparison.Ordinal);
        Assert.Equal("空心虚线：待核", chart.Find(".key").TextContent.Trim());
        var sentence = chart.Find("[role=img]").GetAttribute("aria-label");
        Assert.Contains("2024年全年110亿元（待核）", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("2023年全年100亿元（待核）", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dot_of_self_media_is_hollow()
    {
        var chart = Chart(Measure.Yoy, Of(2024, 5.5m, Reliability.SelfMedia, Measure.Yoy));

        Assert.Contains("fill:var(--surface)", chart.Find("circle.dot").GetAttribute("style"), StringComparison.Ordinal);
        Assert.Contains("dashed", chart.Find("line.stem").ClassList);
    }

    [Fact]
    public void Without_self_media_there_is_no_such_word()
    {
        var chart = Chart(Measure.Level, Of(2023, 100m, Reliability.Repost, Measure.Level));

        Assert.DoesNotContain("待核", chart.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_in_another_unit_is_drawn_in_the_unit_of_its_series()
    {
        var chart = Chart(Measure.Level,
            Of(2023, 100m, Reliability.Official, Measure.Level),
            Figures.Add(Period.FullYear(2024), 1_102_500m, unit: HandMade.County, uom: "万元"));

        Assert.Contains(chart.FindAll("text"), t => t.TextContent.Trim() == "110.2500");
        Assert.All(chart.FindAll("text"), t => Assert.DoesNotContain("1102500", t.TextContent, StringComparison.Ordinal));
        Assert.Contains("2024年全年1102500万元", chart.Find("[role=img]").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_whose_unit_does_not_convert_is_not_drawn_and_its_year_is_not_called_missing()
    {
        var chart = Chart(Measure.Level,
            Of(2023, 100m, Reliability.Official, Measure.Level),
            Figures.Add(Period.FullYear(2024), 15m, unit: HandMade.County, uom: "亿美元"));

        Assert.Single(chart.FindAll("rect.bar"));
        Assert.DoesNotContain("2024", chart.Find("[role=img]").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_of_another_scope_says_it_in_the_sentence_too()
    {
        var chart = Chart(Measure.Level,
            Figures.Add(Period.FullYear(2023), 90m, unit: HandMade.County, scope: "不包括开发区"), Of(2024, 110m, Reliability.Official, Measure.Level));

        Assert.Contains("2023年全年（不包括开发区）90亿元，2024年全年110亿元", chart.Find("[role=img]").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    private Figure Of(int year, decimal value, Reliability reliability, Measure measure) =>
        Figures.Add(Period.FullYear(year), value, unit: HandMade.County, measure: measure, source: $"https://example.cn/{year}{reliability}", reliability: reliability);

    private IRenderedComponent<CountyChart> Chart(Measure measure, params Figure[] figures) => Render<CountyChart>(p => p
        .Add(c => c.Id, $"gdp-{measure}").Add(c => c.Title, "绝对额 亿元").Add(c => c.Unit, UnitScale.Of(figures, figures.Select(f => f.Series.Uom).FirstOrDefault("亿元"))).Add(c => c.Figures, figures).Add(c => c.Years, (2023, 2024)));
}
