using Bunit;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Testing.Indicators;
using Xinzhou.Dashboard.Web.Browse.Counties;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Counties;

public sealed class CountyUnitsTests : FigureContext
{
    [Fact]
    public void A_figure_in_another_unit_than_the_head_of_its_column_says_its_own()
    {
        Figures.Add(Period.FullYear(2025), 2_662_115m, unit: HandMade.County, uom: "万元");
        Figures.Add(Period.FullYear(2025), 266.2115m);

        var ranking = Page<CountiesPage>("/counties").Find(".ranking");

        Assert.EndsWith("亿元", ranking.QuerySelectorAll("thead th")[2].TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal("2662115万元", ranking.QuerySelector("tbody td.num a")!.TextContent);
    }

    [Fact]
    public void A_figure_in_the_unit_of_its_column_does_not_repeat_it()
    {
        Figures.Add(Period.FullYear(2025), 266.2115m, unit: HandMade.County);

        Assert.Equal("266.2115", Page<CountiesPage>("/counties").Find(".ranking tbody td.num a").TextContent);
    }

    [Theory]
    [InlineData("/counties?lang=en")]
    [InlineData("/counties/140902?lang=en")]
    public void An_English_page_names_the_units_in_English(string address)
    {
        Figures.Add(Period.FullYear(2025), 266.2m, unit: HandMade.County);
        Figures.Add(Period.FullYear(2019), 182.0m, unit: HandMade.County);
        Figures.Add(Period.FullYear(2025), 266.2m);
        Speak("en");

        var markup = address.StartsWith("/counties/", StringComparison.Ordinal)
            ? Page<CountyPage>(address, ("Code", "140902")).Markup
            : Page<CountiesPage>(address).Markup;

        Assert.DoesNotContain("亿元", markup, StringComparison.Ordinal);
        Assert.Contains("billion yuan", markup, StringComparison.Ordinal);
    }
}
