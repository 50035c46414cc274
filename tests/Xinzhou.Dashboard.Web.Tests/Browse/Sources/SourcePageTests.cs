using Bunit;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Web.Browse.Sources;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Sources;

public sealed class SourcePageTests : FigureContext
{
    [Fact]
    public void Documents_stand_by_reliability_with_the_number_of_figures_they_support()
    {
        Figures.Add(Period.FullYear(2024), 1323.38m, source: "https://self.example/x", reliability: Reliability.SelfMedia);
        Figures.Add(Period.FullYear(2025), 1330.4m);
        Figures.Add(Period.FullYear(2020), 1061.1m);

        var page = Page<SourceListPage>("/sources");

        Assert.Equal(["官方发布", "自媒体"], page.FindAll("h2").Select(h => h.TextContent.Trim()));
        Assert.Equal(["2", "1"], page.FindAll("td[data-label=数]").Select(c => c.TextContent));
    }

    [Fact]
    public void A_document_is_not_there_before_its_first_figure_was_known()
    {
        Figures.Add(Period.FullYear(2025), 1330.4m, known: "2026-01-31");

        Assert.Empty(Page<SourceListPage>("/sources?asOf=2025-12-31").FindAll("tbody tr"));
    }

    [Fact]
    public void The_page_of_a_document_lists_its_figures_and_says_which_are_not_shown()
    {
        Figures.Add(Period.FullYear(2025), 1330.4m);
        Figures.Add(Period.FullYear(2025), 1331m, source: "https://self.example/x", reliability: Reliability.SelfMedia);

        var page = Page<SourcePage>("/sources/d2", ("Key", "d2"));

        Assert.Contains("未采用", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Equal("https://self.example/x", page.Find("a.outer").GetAttribute("href"));
    }

    [Fact]
    public void An_unknown_grade_gets_a_sentence()
    {
        Figures.Add(Period.FullYear(2025), 1330.4m);

        var page = Page<SourceListPage>("/sources?grade=best");

        Assert.Contains("best", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll("tbody tr"));
    }
}
