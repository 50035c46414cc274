using Bunit;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Testing.Indicators;
using Xinzhou.Dashboard.Web.Browse.Comparison;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Comparison;

public sealed class ComparisonPageTests : FigureContext
{
    [Fact]
    public void Units_stand_side_by_side_in_one_chart_and_one_table_with_a_download()
    {
        Figures.Add(Period.FullYear(2024), 1400.5m);
        Figures.Add(Period.FullYear(2025), 1500.5m);
        Figures.Add(Period.FullYear(2025), 120.25m, unit: HandMade.County);
        Figures.Add(Period.FullYear(2026), 1600m, kind: ValueKind.Forecast);

        var page = Page<ComparisonPage>("/indicators/gdp/compare?unit=140900&unit=140902", ("Code", "gdp"));

        Assert.Equal(["2025年全年", "2024年全年"], page.FindAll("table")[^1].QuerySelectorAll("tbody th[scope=row]").Select(c => c.TextContent.Trim()));
        Assert.Contains("120.25", page.FindAll("table")[^1].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("1600", page.Markup, StringComparison.Ordinal);
        Assert.Contains("unit=140900&unit=140902", System.Net.WebUtility.HtmlDecode(page.Find(".downloads a").GetAttribute("href")), StringComparison.Ordinal);
    }

    [Fact]
    public void Growth_at_other_prices_is_not_set_beside_that_of_the_others()
    {
        Figures.Add(Period.FullYear(2025), 5.0m, measure: Measure.Yoy);
        Figures.Add(Period.FullYear(2025), 9.3m, measure: Measure.Yoy, priceBasis: PriceBasis.Current);
        Figures.Add(Period.FullYear(2025), 8.8m, unit: HandMade.County, measure: Measure.Yoy, priceBasis: PriceBasis.Current);

        var page = Page<ComparisonPage>("/indicators/gdp/compare?unit=140900&unit=140902&measure=yoy", ("Code", "gdp"));

        Assert.Equal(["增长5.0%"], page.FindAll("table")[^1].QuerySelectorAll(".figure").Select(f => f.TextContent));
    }

    [Fact]
    public void A_unit_that_does_not_exist_is_named_and_one_alone_is_given_company()
    {
        Figures.Add(Period.FullYear(2025), 1500.5m);
        Figures.Add(Period.FullYear(2025), 120.25m, unit: HandMade.County);

        var page = Page<ComparisonPage>("/indicators/gdp/compare?unit=140902&unit=%E7%81%AB%E6%98%9F", ("Code", "gdp"));

        Assert.Contains("火星", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("1500.5", page.FindAll("table")[^1].TextContent, StringComparison.Ordinal);
    }
}
