using Bunit;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Web.Browse.Search;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Search;

public sealed class SearchPageTests : FigureContext
{
    [Theory]
    [InlineData("GDP", "/indicators/gdp")]
    [InlineData("gdp", "/indicators/gdp")]
    [InlineData("制造业", "/tasks/1")]
    [InlineData("26", "/tasks/26")]
    [InlineData("忻府", "/counties/140902")]
    [InlineData("山西", "/indicators?unit=140000")]
    [InlineData("产城融合", "/dimensions/city")]
    [InlineData("tjj.sxxz", "/sources/d1")]
    public void A_search_finds_what_has_a_page(string asked, string href)
    {
        Figures.Add(Period.FullYear(2025), 1330.4m);

        var page = Page<SearchPage>($"/search?q={Uri.EscapeDataString(asked)}");

        Assert.Contains(href, page.FindAll(".hits a").Select(a => a.GetAttribute("href")));
    }

    [Theory]
    [InlineData("/search")]
    [InlineData("/search?q=%20")]
    public void An_empty_search_finds_nothing_and_gives_a_hint(string address)
    {
        var page = Page<SearchPage>(address);

        Assert.Empty(page.FindAll(".hits"));
        Assert.Empty(page.FindAll(".empty"));
    }

    [Fact]
    public void What_is_not_found_is_said() =>
        Assert.Contains("没有找到“火星”", Page<SearchPage>("/search?q=%E7%81%AB%E6%98%9F").Find(".empty").TextContent, StringComparison.Ordinal);
}
