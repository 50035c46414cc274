using System.Globalization;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Testing.Indicators;

namespace Xinzhou.Dashboard.Domain.Tests.Indicators;

public sealed class WordingTests
{
    private readonly HandMade _made = new();

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
    [InlineData("-5.0", "-2.5", "降幅收窄2.5个百分点")]
    [InlineData("-2.5", "-5.0", "降幅扩大2.5个百分点")]
    [InlineData("-2.0", "0.0", "由降转平")]
    [InlineData("0", "-0.3", "由平转降")]
    [InlineData("1.0", "0", "由升转平")]
    [InlineData("0.0", "1.5", "由平转升")]
    [InlineData("2", "2.0", "与上期持平")]
    [InlineData("0", "0.0", "与上期持平")]
    [InlineData("1", "2.50", "加快2个百分点")]
    [InlineData("3.25", "1.5", "回落1.8个百分点")]
    [InlineData("-4.25", "-4.2", "降幅收窄0.1个百分点")]
    [InlineData("3.1", "3.14", "与上期基本持平")]
    public void Turning_points_are_worded(string before, string now, string words) =>
        Assert.Equal(words, GrowthWording.Change(Number(before), Number(now)));

    [Fact]
    public void Every_turn_has_its_words_in_English_too() => Assert.Equal(
        ["from decline to flat", "from flat to decline", "from growth to flat", "from flat to growth", "decline narrowed by 2.5 pp"],
        new[] { (-2m, 0m), (0, -0.3m), (1, 0), (0, 1.5m), (-5.0m, -2.5m) }.Select(t => GrowthWording.Change(t.Item1, t.Item2, english: true)));

    [Theory]
    [InlineData("6", Comparator.AtLeast, "增长6%以上")]
    [InlineData("6.5", Comparator.Approximately, "增长6.5%左右")]
    [InlineData("6", Comparator.AtMost, "增长6%以内")]
    [InlineData("-2", Comparator.AtMost, "下降2%以上")]
    [InlineData("-2", Comparator.AtLeast, "下降2%以内")]
    [InlineData("-2", Comparator.Approximately, "下降2%左右")]
    [InlineData("6.0", Comparator.Equal, "增长6.0%")]
    public void Growth_keeps_its_bound(string rate, Comparator comparator, string words) =>
        Assert.Equal(words, GrowthWording.Growth(Number(rate), comparator));

    [Fact]
    public void In_English_a_bound_is_of_the_decline_too() => Assert.Equal(
        ["growth of 6% or more", "decline of 2.5% or more", "decline of 2.5% at most", "decline of about 2.5%"],
        [
            GrowthWording.Growth(6, Comparator.AtLeast, english: true),
            GrowthWording.Growth(-2.5m, Comparator.AtMost, english: true),
            GrowthWording.Growth(-2.5m, Comparator.AtLeast, english: true),
            GrowthWording.Growth(-2.5m, Comparator.Approximately, english: true),
        ]);

    [Theory]
    [InlineData("3", Comparator.AtLeast, "增速高于全省3个百分点以上", "growth at least 3 pp above the province")]
    [InlineData("-3", Comparator.AtMost, "增速低于全省3个百分点以上", "growth at least 3 pp below the province")]
    [InlineData("-3", Comparator.AtLeast, "增速低于全省3个百分点以内", "growth at most 3 pp below the province")]
    [InlineData("-3", Comparator.Approximately, "增速低于全省3个百分点左右", "growth about 3 pp below the province")]
    [InlineData("0", Comparator.AtLeast, "增速不低于全省", "growth not below the province")]
    [InlineData("0", Comparator.AtMost, "增速不高于全省", "growth not above the province")]
    public void A_gap_keeps_its_bound_on_the_side_where_it_is(string points, Comparator comparator, string chinese, string english) => Assert.Equal(
        (chinese, english),
        (GrowthWording.Gap(Number(points), Benchmark.Province, Measure.Yoy, comparator: comparator),
            GrowthWording.Gap(Number(points), Benchmark.Province, Measure.Yoy, english: true, comparator)));

    [Theory]
    [InlineData("500", Comparator.AtMost, "500以内")]
    [InlineData("-14", Comparator.AtMost, "−14以下")]
    [InlineData("-14", Comparator.AtLeast, "−14以上")]
    public void The_bound_of_a_number_below_zero_is_not_read_as_nearer_to_zero(string value, Comparator comparator, string words) =>
        Assert.Equal(words, ValueText.Of(_made.Add(Period.FullYear(2027), Number(value), kind: ValueKind.Target, comparator: comparator)));

    [Theory]
    [InlineData("13.1", Measure.Yoy, "增速高于全省13.1个百分点")]
    [InlineData("-3.7", Measure.Share, "占比低于全省3.7个百分点")]
    [InlineData("0", Measure.Yoy, "增速与全省持平")]
    public void Gaps_say_of_what_they_are_in_percentage_points(string points, Measure of, string words) =>
        Assert.Equal(words, GrowthWording.Gap(Number(points), Benchmark.Province, of));

    [Fact]
    public void An_indicator_of_a_period_is_named_in_words_and_never_by_a_code() => Assert.Equal(
        ["2035年全年地区生产总值", "2035年地区生产总值", "Gross regional product, full year 2035", "Gross regional product, 2035", "Gross regional product, H1 2026"],
        [
            Period.FullYear(2035).Naming("地区生产总值"),
            Period.BareYear(2035).Naming("地区生产总值"),
            Period.FullYear(2035).Naming("Gross regional product", english: true),
            Period.BareYear(2035).Naming("Gross regional product", english: true),
            Period.Ytd(2026, 6).Naming("Gross regional product", english: true),
        ]);

    [Fact]
    public void A_single_quarter_or_month_is_told_from_the_year_to_date() => Assert.Equal(
        ["2023年一季度（当季）", "2023年一季度", "2023年二季度（当季）", "2023年1月（当月）", "2023年四季度单季", "Q1 2023 (single quarter)"],
        [
            Period.Quarter(2023, 1).FullNameApart(),
            Period.Ytd(2023, 3).FullNameApart(),
            Period.Quarter(2023, 2).FullNameApart("二季度"),
            Period.Month(2023, 1).FullNameApart(),
            Period.Quarter(2023, 4).FullNameApart("四季度单季"),
            Period.Quarter(2023, 1).FullNameApart(english: true),
        ]);

    [Theory]
    [InlineData("到年底", "到2023年底")]
    [InlineData("年末", "2023年末")]
    [InlineData("截至年底", "截至2023年底")]
    [InlineData("截至7月底", "截至2023年7月底")]
    [InlineData("至2023年末", "至2023年末")]
    [InlineData("上半年", "2023年上半年")]
    public void The_year_stands_where_one_says_it(string label, string name) =>
        Assert.Equal(name, Period.FullYear(2023).FullName(label));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
