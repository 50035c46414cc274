using System.Globalization;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Rules;
using static Xinzhou.Dashboard.Domain.Tests.Indicators.Sample;

namespace Xinzhou.Dashboard.Domain.Tests.Rules;

/// <summary>A part of a whole is between 0 and 100 %.</summary>
public sealed class ShareBoundRuleTests
{
    private static readonly RuleBook Rules = RuleBook.Parse([("share", """{"type":"share_bound"}""")], new([Gdp], [Nation, Province, City]));

    [Theory]
    [InlineData("第二产业增加值占地区生产总值比重", "140", true)]
    [InlineData("常住人口城镇化率", "100.1", true)]
    [InlineData("农村自来水覆盖率", "-0.1", true)]
    [InlineData("地表水国考断面优良水体比例", "101", true)]
    [InlineData("集中式饮用水水源水质达标率", "100.0", false)]
    [InlineData("煤炭先进产能占比", "0", false)]
    [InlineData("煤炭先进产能占比", "99.99", false)]
    [InlineData("高中阶段毛入学率", "104.2", false)]
    [InlineData("省市重点工程投资完成率", "140", false)]
    [InlineData("产销率", "102", false)]
    public void A_part_of_a_whole_beyond_0_and_100_is_asked_about(string name, string value, bool isAsked)
    {
        var findings = Findings(Indicator("x", IndicatorType.Ratio, "%") with { Name = name }, Measure.Share, value);

        Assert.Equal(isAsked ? [("share", Severity.Warning)] : [], findings.Select(f => (f.Rule, f.Severity)));
        Assert.All(findings, f => Assert.Contains($"{value.Replace('-', '−')}%", f.Message.Text(english: false), StringComparison.Ordinal));
        Assert.All(findings, f => Assert.Contains("part of a whole", f.Message.Text(english: true), StringComparison.Ordinal));
    }

    [Fact]
    public void Growth_of_a_share_and_what_is_no_ratio_are_not_asked_about()
    {
        Assert.Empty(Findings(Indicator("x", IndicatorType.Ratio, "%") with { Name = "煤炭先进产能占比" }, Measure.Yoy, "140"));
        Assert.Empty(Findings(Indicator("x", IndicatorType.Flow, "亿元") with { Name = "占比奖励" }, Measure.Share, "140"));
    }

    private static Finding[] Findings(Indicator indicator, Measure measure, string value)
    {
        var figure = Figure(1, decimal.Parse(value, CultureInfo.InvariantCulture), Period.FullYear(2023), Series(indicator, measure: measure));
        return [.. Rules.Findings(Book(figure).At(At("2026-01-01")), figure)];
    }
}
