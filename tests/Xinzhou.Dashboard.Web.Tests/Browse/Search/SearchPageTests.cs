using Bunit;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Testing.Indicators;
using Xinzhou.Dashboard.Web.Browse.Search;
using Xinzhou.Dashboard.Web.Wording;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Search;

public sealed class SearchPageTests : FigureContext
{
    [Theory]
    [InlineData("GDP", "/indicators/gdp")]
    [InlineData("gdp", "/indicators/gdp")]
    [InlineData("制造业", "/tasks/1")]
    [InlineData("26", "/tasks/26")]
    [InlineData("任务26", "/tasks/26")]
    [InlineData("第26项任务", "/tasks/26")]
    [InlineData("第一项任务", "/tasks/1")]
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
    [InlineData("忻府区 忻州市 GDP", true)]
    [InlineData("忻府区 GDP", false)]
    public void Of_several_units_each_is_found_and_both_can_be_compared(string asked, bool several)
    {
        Figures.Add(Period.FullYear(2025), 1330.4m);
        Figures.Add(Period.FullYear(2025), 266.2m, unit: HandMade.County);

        var page = Page<SearchPage>($"/search?q={Uri.EscapeDataString(asked)}");

        var hits = page.FindAll(".hits li").Select(h => h.TextContent).ToArray();
        Assert.Contains("266.2亿元", hits[0], StringComparison.Ordinal);
        Assert.Equal(several, hits.Length > 1 && hits[1].Contains("1330.4亿元", StringComparison.Ordinal));
        var compare = page.FindAll("a.button.small").Select(a => (a.TextContent, a.GetAttribute("href")));
        Assert.Equal(several ? [("对比忻府区、忻州市：地区生产总值", "/indicators/gdp/compare?unit=140902&unit=140900")] : [], compare);
    }

    [Fact]
    public void A_figure_of_self_media_waits_for_a_proper_source_here_too()
    {
        Figures.Add(Period.FullYear(2025), 1330.4m, source: "https://self.example/x", reliability: Reliability.SelfMedia);

        Assert.Contains("待核", Page<SearchPage>("/search?q=GDP").Find(".hits li").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2035-12-31", "截至2035年12月底 预计1000亿元")]
    [InlineData("2025-12-31", "截至2025年12月底 曾预计1000亿元")]
    public void What_is_expected_is_said_once_and_what_was_expected_as_that(string day, string said)
    {
        Figures.Add(Period.Point(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), 1000m, kind: ValueKind.Forecast, known: "2025-06-30");

        var hit = Page<SearchPage>("/search?q=GDP").Find(".hits li span").TextContent;

        Assert.StartsWith(said, hit.Trim(), StringComparison.Ordinal);
        Assert.Equal(hit.IndexOf("预计", StringComparison.Ordinal), hit.LastIndexOf("预计", StringComparison.Ordinal));
    }

    [Fact]
    public void In_English_a_year_never_runs_into_a_count()
    {
        MoreIndicators.Add(new() { Code = "parks", Name = "产业园区", NameEn = "Industrial parks", Type = IndicatorType.Stock, Uom = "个", Direction = Direction.Up, Order = 9 });
        Figures.Add(Period.BareYear(2024), 305m, MoreIndicators[0]);
        Speak(Languages.English);

        var hit = Page<SearchPage>("/search?q=parks").Find(".hits li span").TextContent;

        Assert.Contains("2024: 305", hit, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?:19|20)\d\d[ \u00a0]+\d", hit);
    }

    [Theory]
    [InlineData("GDP 增速", "2025年全年 下降0.3%")]
    [InlineData("GDP 增速 上半年", "2025年上半年 增长1.2%")]
    [InlineData("GDP 上半年", "2025年上半年 680.2亿元")]
    [InlineData("GDP 2025", "2025年全年 1330.4亿元")]
    [InlineData("GDP 2024 增速", "2024年全年 1323.4亿元")]
    public void Growth_and_a_part_of_the_year_are_answered_where_they_are_known_and_the_answer_says_what_it_is(string asked, string said)
    {
        Figures.Add(Period.FullYear(2024), 1323.4m);
        Figures.Add(Period.Ytd(2025, 6), 680.2m);
        Figures.Add(Period.Ytd(2025, 6), 1.2m, measure: Measure.Yoy);
        Figures.Add(Period.FullYear(2025), 1330.4m);
        Figures.Add(Period.FullYear(2025), -0.3m, measure: Measure.Yoy);

        var hit = Page<SearchPage>($"/search?q={Uri.EscapeDataString(asked)}").Find(".hits li span").TextContent;

        Assert.StartsWith(said, hit.Trim(), StringComparison.Ordinal);
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
