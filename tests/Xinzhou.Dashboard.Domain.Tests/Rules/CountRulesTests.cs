using System.Globalization;
using CsCheck;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Rules;
using static Xinzhou.Dashboard.Domain.Tests.Indicators.Sample;

namespace Xinzhou.Dashboard.Domain.Tests.Rules;

/// <summary>What is counted is not below zero and is whole.</summary>
public sealed class CountRulesTests
{
    private static readonly (string Prefix, int Power)[] Multiples = [("", 0), ("千", 3), ("万", 4), ("亿", 8)];

    private static readonly RuleBook Rules = RuleBook.Parse(
        [("negative", """{"type":"count_not_negative"}"""), ("whole", """{"type":"count_whole"}""")], new([Gdp], [Nation, Province, City]));

    [Theory]
    [InlineData("户", "-1")]
    [InlineData("个", "-5")]
    [InlineData("万人", "-3.5")]
    [InlineData("千人", "-12")]
    [InlineData("万人次", "-0.1")]
    [InlineData("家", "-1.0")]
    public void A_count_below_zero_is_an_error(string uom, string value)
    {
        var finding = Assert.Single(Findings("企业数", uom, value));

        Assert.Equal(("negative", Severity.Error), (finding.Rule, finding.Severity));
        Assert.Contains($"{value.Replace('-', '−')}{uom}小于0", finding.Message.Text(english: false), StringComparison.Ordinal);
        Assert.NotEmpty(finding.Message.Text(english: true));
    }

    [Theory]
    [InlineData("家", "12.5")]
    [InlineData("户", "0.3")]
    [InlineData("件", "1000.05")]
    [InlineData("万人", "3.00005")]
    [InlineData("千辆", "1.2345")]
    [InlineData("万人次", "101.23456")]
    public void A_part_of_what_cannot_be_divided_is_asked_about(string uom, string value)
    {
        var finding = Assert.Single(Findings("企业数", uom, value));

        Assert.Equal(("whole", Severity.Warning), (finding.Rule, finding.Severity));
        Assert.Contains("不是整数", finding.Message.Text(english: false), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("家", "12")]
    [InlineData("户", "0")]
    [InlineData("户", "305.0")] // Whole, with a digit that says nothing.
    [InlineData("万人", "268.9712")] // 2689712 people.
    [InlineData("万人", "0.0001")]
    [InlineData("亿人次", "1.23456789")]
    [InlineData("千人", "12.345")]
    [InlineData("亿元", "-3.25")] // A loss.
    [InlineData("万吨", "-0.5")]
    [InlineData("", "-1.5")]
    [InlineData("微克/立方米", "12.5")]
    public void What_is_whole_and_what_can_be_divided_is_right(string uom, string value) => Assert.Empty(Findings("企业数", uom, value));

    [Theory]
    [InlineData("省级产业链链上企业净增户数", "-3", "")]
    [InlineData("常住人口增减数", "-3", "")]
    [InlineData("规上企业较上年变动数", "-3", "")]
    [InlineData("每万人口发明专利拥有量", "3.45", "")]
    [InlineData("平均用工人数", "12.5", "")]
    [InlineData("企业净增户数", "-2.5", "whole")]
    [InlineData("平均用工人数", "-2.5", "negative")]
    public void A_difference_may_be_below_zero_and_a_mean_a_part(string name, string value, string broken) =>
        Assert.Equal(broken, string.Join(' ', Findings(name, "户", value).Select(f => f.Rule)));

    [Fact]
    public void Rates_shares_and_gaps_of_what_is_counted_are_no_counts()
    {
        var indicator = Indicator("above_scale_enterprises", IndicatorType.Stock, "户");
        foreach (var measure in new[] { Measure.Yoy, Measure.Share, Measure.AvgGrowth })
        {
            var figure = Figure(1, -4.2m, Period.FullYear(2023), Series(indicator, measure: measure));
            Assert.Empty(Rules.Findings(Book(figure).At(At("2026-01-01")), figure));
        }
    }

    [Fact]
    public void What_a_document_expects_or_aims_at_is_a_count_too()
    {
        var figure = Figure(1, -4m, Period.FullYear(2027), Series(Indicator("parks", IndicatorType.Stock, "个")), kind: ValueKind.Target);

        Assert.Equal("negative", Assert.Single(Rules.Findings(Book(figure).At(At("2026-01-01")), figure)).Rule);
    }

    [Fact]
    public void A_value_is_whole_in_a_multiple_exactly_when_it_is_in_the_unit_itself() =>
        Gen.Select(Gen.Long[-10_000_000_000, 10_000_000_000], Gen.Int[0, 9], Gen.Int[0, 3]).Sample((digits, scale, multiple) =>
        {
            var (prefix, power) = Multiples[multiple];
            var value = digits / (decimal)Math.Pow(10, scale);
            var single = value * (decimal)Math.Pow(10, power);
            return Uoms.IsWhole(value, prefix + "人") == (decimal.Truncate(single) == single);
        });

    private static Finding[] Findings(string name, string uom, string value)
    {
        var series = new Series { Id = 900, Indicator = Indicator("x", IndicatorType.Stock, uom) with { Name = name }, Unit = City, Measure = Measure.Level };
        var figure = Figure(1, decimal.Parse(value, CultureInfo.InvariantCulture), Period.FullYear(2023), series);
        return [.. Rules.Findings(Book(figure).At(At("2026-01-01")), figure)];
    }
}
