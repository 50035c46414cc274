using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Domain.Tests.Notation;

public sealed class IndicatorTextTests
{
    [Theory]
    [InlineData("地区生产总值累计同比", "地区生产总值", NameSuffix.None, null)]
    [InlineData("地区生产总值当季同比", "地区生产总值", NameSuffix.None, null)]
    [InlineData("地区生产总值环比(季调)", "地区生产总值", NameSuffix.None, null)]
    [InlineData("地区生产总值年均增速", "地区生产总值", NameSuffix.AvgGrowth, null)]
    [InlineData("第三产业增加值增速_一季度", "第三产业增加值", NameSuffix.None, null)]
    [InlineData("地区生产总值(现价当季)", "地区生产总值", NameSuffix.None, null)]
    [InlineData("绿色能源装机占比_高于全省", "绿色能源装机占比", NameSuffix.Above, Benchmark.Province)]
    [InlineData("绿色能源装机占比_高于全国", "绿色能源装机占比", NameSuffix.Above, Benchmark.Nation)]
    [InlineData("绿色能源装机占比_低于全省", "绿色能源装机占比", NameSuffix.Below, Benchmark.Province)]
    [InlineData("绿色能源装机占比_低于全国", "绿色能源装机占比", NameSuffix.Below, Benchmark.Nation)]
    [InlineData("地区生产总值累计同比_高于全省", "地区生产总值累计同比", NameSuffix.Above, Benchmark.Province)]
    public void One_suffix_is_cut(string text, string name, NameSuffix suffix, Benchmark? benchmark) =>
        Assert.Equal(new(name, suffix, benchmark, true), IndicatorText.Cut(text));

    [Theory]
    [InlineData("常住人口(七普)")]
    [InlineData("地区生产总值")]
    [InlineData("年均增速")]
    [InlineData("高于全省")]
    public void What_remains_is_the_name_brackets_included(string text) =>
        Assert.Equal(IndicatorText.Plain(text), IndicatorText.Cut(text));
}
