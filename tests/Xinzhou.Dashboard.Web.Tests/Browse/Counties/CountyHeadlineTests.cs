using Bunit;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Testing.Indicators;
using Xinzhou.Dashboard.Web.Browse.Counties;
using Xinzhou.Dashboard.Web.Wording;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Counties;

/// <summary>The sentence above the map has its unit, and tells a tie as one.</summary>
public sealed class CountyHeadlineTests : PageContext
{
    private static readonly StatisticalUnit[] Units =
        [.. "甲乙丙丁".Select((name, i) => new StatisticalUnit { Code = $"14090{i + 1}", Name = $"{name}山县", NameEn = $"County {i + 1}", Level = UnitLevel.County, Parent = "140900", Order = i + 10 })];

    private readonly HandMade _made = new();

    [Fact]
    public void The_highest_and_the_lowest_have_their_unit() => Assert.Equal("乙山县最高，40亿元；甲山县最低，10亿元", Headline(10m, 40m, 20m, 30m));

    [Fact]
    public void The_unit_is_said_in_English_too()
    {
        Speak(Languages.English);

        Assert.Equal("Highest in County 2, 4.0 billion yuan; lowest in County 1, 1.0 billion yuan", Headline(10m, 40m, 20m, 30m));
    }

    [Theory]
    [InlineData("40 10 40.0 20", "甲山县、丙山县并列最高，40亿元；乙山县最低，10亿元")]
    [InlineData("10 40 10 10", "乙山县最高，40亿元；甲山县、丙山县、丁山县并列最低，10亿元")]
    [InlineData("10 10 10 10", "4个单元相同，均为10亿元")]
    public void Equals_are_told_as_equals(string values, string headline) =>
        Assert.Equal(headline, Headline([.. values.Split(' ').Select(v => decimal.Parse(v, System.Globalization.CultureInfo.InvariantCulture))]));

    [Fact]
    public void Three_are_named_with_their_share_only_where_the_third_is_above_the_fourth()
    {
        _made.Add(Period.FullYear(2025), 100m, unit: HandMade.City);

        Assert.Equal("甲山县最高，40亿元；乙山县、丙山县、丁山县并列最低，20亿元", Headline(40m, 20m, 20m, 20m));
    }

    [Fact]
    public void A_rank_that_is_shared_says_so()
    {
        _ = Headline(40m, 20m, 20m, 10m);
        GoTo("/counties/140903");

        var page = Render<CountyPage>(p => p.Add(c => c.Code, "140903"));

        Assert.Contains("2025年全年地区生产总值居第2位（并列）", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rank_says_among_how_many_units()
    {
        _ = Headline(40m, 30m, 20m);
        GoTo("/counties/140903");

        var page = Render<CountyPage>(p => p.Add(c => c.Code, "140903"));

        Assert.Equal("3 / 3个单元", page.Find("td[data-label='位次']").TextContent.Trim());
    }

    [Theory]
    [InlineData(IndicatorType.Ratio, Measure.Share, "占比 %", "不适用")]
    [InlineData(IndicatorType.Index, Measure.Level, "指数 %", "未取得")]
    [InlineData(IndicatorType.Stock, Measure.Level, "时点数 %", "未取得")]
    public void A_ratio_an_index_and_a_stock_are_no_amounts(IndicatorType type, Measure measure, string head, string growth)
    {
        var indicator = HandMade.Gdp with { Code = "measured", Type = type, Uom = "%" };
        foreach (var unit in Units) _made.Add(Period.FullYear(2025), 40.5m, indicator: indicator, unit: unit, measure: measure, uom: "%");
        Show(new() { Catalogue = new([indicator], [HandMade.City, .. Units]), Figures = _made.Book, Sources = _made.Sources });
        GoTo("/counties/140901");

        var cells = Render<CountyPage>(p => p.Add(c => c.Code, "140901")).FindAll("#measured tbody td");

        Assert.Equal(head, cells[0].GetAttribute("data-label"));
        Assert.Contains(growth, cells[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_in_the_headline_says_that_it_is_derived()
    {
        _made.Add(Period.FullYear(2025), 100m, unit: HandMade.City);

        Assert.Equal("甲山、乙山、丙山三地占全市90.0%（推算）", Headline(40m, 30m, 20m, 10m));
    }

    [Theory]
    [InlineData("40.011 30 20 10", "100.0", "差不到0.1亿元，")]
    [InlineData("40.00 30 20 10", "100.00", "差0.00亿元，")]
    [InlineData("40.21 30 20 10", "100.0", "差0.2亿元，")]
    public void A_difference_has_the_decimals_of_its_coarser_operand(string values, string city, string said)
    {
        _made.Add(Period.FullYear(2025), decimal.Parse(city, System.Globalization.CultureInfo.InvariantCulture), unit: HandMade.City);
        _ = Headline([.. values.Split(' ').Select(v => decimal.Parse(v, System.Globalization.CultureInfo.InvariantCulture))]);

        Assert.Contains(said, Render<CountiesPage>().Find("p.check").TextContent, StringComparison.Ordinal);
    }

    private string Headline(params decimal[] values)
    {
        foreach (var (value, i) in values.Select((v, i) => (v, i))) _made.Add(Period.FullYear(2025), value, unit: Units[i]);
        Show(new()
        {
            Catalogue = new([HandMade.Gdp, HandMade.Income], [HandMade.City, .. Units]),
            Figures = _made.Book,
            Sources = _made.Sources,
        });
        GoTo("/counties");
        return Render<CountiesPage>().Find("section.panel h2").TextContent.Trim();
    }
}
