using Bunit;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Testing.Indicators;
using Xinzhou.Dashboard.Web.Browse.Indicators;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Indicators;

public sealed class IndicatorListTests : FigureContext
{
    [Fact]
    public void All_indicators_are_listed_those_without_figures_too_and_counted()
    {
        Figures.Add(Period.FullYear(2025), 1330.4m);
        Figures.Add(Period.FullYear(2025), 44900m, HandMade.Income, HandMade.County);

        var page = Page<IndicatorListPage>("/indicators");

        Assert.Equal(["地区生产总值", "城镇居民人均可支配收入", "电力总装机"], page.FindAll("tbody th a").Select(a => a.TextContent));
        Assert.Contains("共3个指标；忻州市有公开数据1个，只有其他统计单元有1个，均未取得1个。", page.Markup, StringComparison.Ordinal);
        Assert.Equal(["综合", "产业能级分组为拟定", "城市能级分组为拟定"], page.FindAll("h2").Select(h => string.Concat(h.TextContent.Where(c => !char.IsWhiteSpace(c)))));
        Assert.Contains("暂无公开指标", page.FindAll("section.panel")[2].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Forecasts_targets_and_words_are_no_published_data()
    {
        Figures.Add(Period.FullYear(2025), 1330.4m);
        Figures.Add(Period.FullYear(2035), 60000m, HandMade.Income, kind: ValueKind.Target, known: "2025-06-30");
        Figures.Add(Period.FullYear(2035), 3000m, HandMade.Capacity, kind: ValueKind.Forecast, known: "2025-06-30");

        var page = Page<IndicatorListPage>("/indicators");

        Assert.Contains("忻州市有公开数据1个，只有预计、目标或文字表述的2个，只有其他统计单元有0个，均未取得0个", page.Markup, StringComparison.Ordinal);
        Assert.Contains("1个，其中0个有公开数据", page.Find("#industry").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/indicators?q=gdp", "地区生产总值")]
    [InlineData("/indicators?dimension=industry", "电力总装机")]
    [InlineData("/indicators?figures=yes", "地区生产总值")]
    [InlineData("/indicators?q=%E6%94%B6%E5%85%A5", "城镇居民人均可支配收入")]
    public void The_list_is_narrowed_by_the_address(string address, string only)
    {
        Figures.Add(Period.FullYear(2025), 1330.4m);

        var page = Page<IndicatorListPage>(address);

        Assert.Equal([only], page.FindAll("tbody th a").Select(a => a.TextContent));
    }

    [Fact]
    public void A_search_without_result_says_so()
    {
        var page = Page<IndicatorListPage>("/indicators?q=%E7%81%AB%E6%98%9F");

        Assert.Contains("没有符合“火星”的指标", page.Find(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_understood_gets_a_sentence()
    {
        var page = Page<IndicatorListPage>("/indicators?unit=xyz&dimension=abc&figures=maybe");

        Assert.Equal(3, page.FindAll("[role=alert]").Count);
        Assert.Equal(3, page.FindAll("tbody th a").Count);
    }

    [Fact]
    public void A_sparkline_joins_values_of_the_same_month_and_scope_only()
    {
        Figures.Add(Period.FullYear(2020), 1061.1m);
        Figures.Add(Period.Ytd(2020, 6), 459m);
        Figures.Add(Period.FullYear(2021), 1344.4m, scope: "不包括开发区");
        Figures.Add(Period.FullYear(2025), 1330.4m);
        Load();

        var summary = IndicatorSummary.Of(
            Figures.Book.At(new(Now)), new([HandMade.Gdp], [HandMade.City]), HandMade.Gdp, HandMade.City);

        Assert.Equal([1061.1m, 1330.4m], summary.Spark.Select(p => p.Value));
    }
}
