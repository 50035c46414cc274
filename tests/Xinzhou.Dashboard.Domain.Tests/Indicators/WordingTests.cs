using System.Globalization;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Tests.Indicators;

public sealed class WordingTests
{
    [Theory]
    [InlineData("1", "增长1%")]
    [InlineData("-4.2", "下降4.2%")]
    [InlineData("0.0", "持平")]
    [InlineData("10.10", "增长10.10%")]
    public void Growth_is_worded(string rate, string words) => Assert.Equal(words, GrowthWording.Growth(Number(rate)));

    [Theory]
    [InlineData("-4.2", "1", "由负转正")]
    [InlineData("3", "-1", "由正转负")]
    [InlineData("3.1", "4.3", "加快1.2个百分点")]
    [InlineData("4.3", "3.1", "回落1.2个百分点")]
    [InlineData("-5", "-2.5", "降幅收窄2.5个百分点")]
    [InlineData("-2.5", "-5", "降幅扩大2.5个百分点")]
    [InlineData("-2.5", "0.0", "降幅收窄2.5个百分点")]
    [InlineData("0", "2", "加快2个百分点")]
    [InlineData("0", "-2", "降幅扩大2个百分点")]
    [InlineData("2", "2.0", "与上期持平")]
    public void Turning_points_are_worded(string before, string now, string words) =>
        Assert.Equal(words, GrowthWording.Change(Number(before), Number(now)));

    [Theory]
    [InlineData("13.1", "高于全省13.1个百分点")]
    [InlineData("-3.7", "低于全省3.7个百分点")]
    [InlineData("0", "与全省持平")]
    public void Gaps_are_worded_in_percentage_points(string points, string words) =>
        Assert.Equal(words, GrowthWording.Gap(Number(points), Benchmark.Province));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
