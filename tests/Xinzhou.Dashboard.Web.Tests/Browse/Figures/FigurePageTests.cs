using Bunit;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Testing.Indicators;
using Xinzhou.Dashboard.Web.Browse.Figures;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Figures;

public sealed class FigurePageTests : FigureContext
{
    [Fact]
    public void The_page_gives_quote_source_and_every_version_with_what_became_of_it()
    {
        var first = Figures.Add(Period.FullYear(2023), 1323.3m, known: "2024-01-20");
        Figures.Add(Period.FullYear(2023), 1300.1m, known: "2025-01-20", stage: Stage.Final);

        var page = Page<FigurePage>($"/figures/{first.Key}", ("Key", first.Key));

        Assert.Equal("实现1323.3亿元", page.Find("blockquote.doc").TextContent);
        Assert.Contains("各页显示的是1300.1亿元；这个数阶段较低", page.Find(".state").TextContent, StringComparison.Ordinal);
        Assert.Equal(["曾显示，至2025-01-20止阶段较低", "显示中"], page.FindAll("td[data-label=状态]").Select(c => c.TextContent));
        Assert.Equal("https://tjj.sxxz.gov.cn/a", page.Find("a.outer").GetAttribute("href"));
    }

    [Fact]
    public void Before_it_was_known_its_value_is_nowhere_on_the_page()
    {
        var figure = Figures.Add(Period.FullYear(2023), 1323.3m, known: "2024-01-20");

        var page = Page<FigurePage>($"/figures/{figure.Key}?asOf=2023-12-31", ("Key", figure.Key));

        Assert.DoesNotContain("1323.3", page.Markup, StringComparison.Ordinal);
        Assert.Contains("2024-01-20起知悉", page.Find(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fact_in_words_is_quoted_and_wears_no_number()
    {
        var figure = Figures.Add(Period.Ytd(2023, 6), null, HandMade.Capacity, measure: Measure.Qualitative, text: "实现了“零”的突破");

        var page = Page<FigurePage>($"/figures/{figure.Key}", ("Key", figure.Key));

        Assert.Equal("“实现了“零”的突破”", page.Find(".words.doc").TextContent);
        Assert.Empty(page.FindAll(".value"));
    }

    [Fact]
    public void A_gap_is_told_in_words_and_in_percentage_points()
    {
        var figure = Figures.Add(Period.Ytd(2023, 6), 13.1m, measure: Measure.Gap, benchmark: Benchmark.Province);

        var page = Page<FigurePage>($"/figures/{figure.Key}", ("Key", figure.Key));

        Assert.Equal("增速高于全省13.1个百分点", page.Find(".worded").TextContent);
        Assert.DoesNotContain("13.1%", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Growth_at_other_prices_is_no_other_version_and_stands_beside()
    {
        var real = Figures.Add(Period.FullYear(2022), 5.0m, measure: Measure.Yoy);
        Figures.Add(Period.FullYear(2022), 9.3m, measure: Measure.Yoy, priceBasis: PriceBasis.Current, stage: Stage.Final);

        var page = Page<FigurePage>($"/figures/{real.Key}", ("Key", real.Key));

        Assert.Equal("显示中", Assert.Single(page.FindAll("td[data-label=状态]")).TextContent);
        Assert.Contains(page.FindAll("dd .note"), n => n.TextContent.Contains("现价", StringComparison.Ordinal) && n.TextContent.Contains("9.3%", StringComparison.Ordinal));
    }

    [Fact]
    public void A_figure_is_cited_in_words_and_as_the_standard_has_it()
    {
        var figure = Figures.Add(Period.FullYear(2023), 1323.3m, known: "2024-01-20");

        var page = Page<FigurePage>($"/figures/{figure.Key}", ("Key", figure.Key));

        foreach (var part in new[] { "忻州市", "地区生产总值", "2023年", "1323.3亿元", "2024-01-20", "https://tjj.sxxz.gov.cn/a" })
        {
            Assert.Contains(part, page.Find("#cite-plain").TextContent, StringComparison.Ordinal);
            Assert.Contains(part, page.Find("#cite-standard").TextContent, StringComparison.Ordinal);
        }

        Assert.Matches(@"\[DS/OL\]//.+\. \(2024-01-20\)\[\d{4}-\d\d-\d\d\]\. https://", page.Find("#cite-standard").TextContent);
    }
}
