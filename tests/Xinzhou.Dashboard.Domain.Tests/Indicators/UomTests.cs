using CsCheck;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Tests.Indicators;

public sealed class UomTests
{
    [Theory]
    [InlineData("亿千瓦", "万千瓦", "10000")]
    [InlineData("亿吨", "万吨", "10000")]
    [InlineData("万人", "人", "10000")]
    [InlineData("人", "万人", "0.0001")]
    [InlineData("万亿元", "亿元", "10000")]
    [InlineData("家", "个", "1")]
    [InlineData("户", "家", "1")]
    public void Units_convert_by_prefix_and_countings_alike(string from, string to, string factor) =>
        Assert.Equal(decimal.Parse(factor, System.Globalization.CultureInfo.InvariantCulture), Uoms.Factor(from, to));

    [Theory]
    [InlineData("亿元", "万吨")]
    [InlineData("%", "个百分点")]
    [InlineData("万千瓦", "万千瓦时")]
    [InlineData("", "亿元")]
    public void What_has_no_conversion_is_not_converted(string from, string to) => Assert.Null(Uoms.Factor(from, to));

    [Theory]
    [InlineData("亿元", "100 million yuan")]
    [InlineData("万元", "10,000 yuan")]
    [InlineData("元", "yuan")]
    [InlineData("万千瓦", "10 MW")]
    [InlineData("亿千瓦", "100 GW")]
    [InlineData("万千瓦时", "10 MWh")]
    [InlineData("亿千瓦时", "100 GWh")]
    [InlineData("万吨", "10 kt")]
    [InlineData("亿吨", "100 Mt")]
    [InlineData("万人", "10,000 people")]
    [InlineData("人", "people")]
    [InlineData("家", "")]
    [InlineData("个百分点", "pp")]
    [InlineData("%", "%")]
    [InlineData("万户", "万户")]
    [InlineData("万亿元", "万亿元")]
    public void A_unit_in_English_says_the_multiple_of_its_prefix(string uom, string meaning) => Assert.Equal(meaning, Uoms.Meaning(uom));

    [Theory]
    [InlineData("千元", "元")]
    [InlineData("百分点", "分点")]
    [InlineData("亿亿亿亿元", "元")]
    public void Only_the_prefixes_of_the_contract_convert(string from, string to) => Assert.Null(Uoms.Factor(from, to));

    [Fact]
    public void There_and_back_is_the_same_value() =>
        Gen.Select(Gen.Int[-1_000_000, 1_000_000], Prefix, Prefix).Sample((hundredths, from, to) =>
        {
            var value = hundredths / 100m;
            var there = Uoms.Convert(value, from + "元", to + "元")!.Value;
            Assert.Equal(value, Uoms.Convert(there, to + "元", from + "元"));
        });

    [Fact]
    public void Rounding_is_half_away_from_zero()
    {
        Assert.Equal(-2.5m, Decimals.Round(-2.45m, 0.1m));
        Assert.Equal(2.5m, Decimals.Round(2.45m, 0.1m));
    }

    private static Gen<string> Prefix => Gen.Int[0, 2].Select(i => i switch { 0 => "", 1 => "万", _ => "亿" });
}
