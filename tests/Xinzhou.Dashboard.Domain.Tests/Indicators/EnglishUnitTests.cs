using System.Globalization;
using CsCheck;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Tests.Indicators;

public sealed class EnglishUnitTests
{
    private static readonly string[] Uoms =
        ["元", "万元", "亿元", "万亿元", "千瓦", "万千瓦", "亿千瓦", "万千瓦时", "亿千瓦时", "吨", "万吨", "亿吨", "人", "万人", "万人次", "户", "万户", "%", "个百分点", "微克/立方米", "担", ""];

    [Theory]
    [InlineData("1330.4", "亿元", "133.04 billion yuan")]
    [InlineData("1202.83", "万千瓦", "12.0283 GW")]
    [InlineData("1000", "万千瓦", "10.00 GW")]
    [InlineData("459", "亿元", "45.9 billion yuan")]
    [InlineData("5", "亿元", "0.5 billion yuan")]
    [InlineData("7034.50", "万吨", "70.3450 Mt")]
    [InlineData("1.05", "亿吨", "0.105 Gt")]
    [InlineData("44900.058608", "万元", "449.00058608 million yuan")]
    [InlineData("265.9", "万人", "2.659 million people")]
    [InlineData("456.7", "亿千瓦时", "45.67 TWh")]
    [InlineData("-4.20", "亿元", "−0.420 billion yuan")]
    [InlineData("0", "亿元", "0.0 billion yuan")]
    [InlineData("36123", "元", "36123 yuan")]
    [InlineData("12", "家", "12")]
    [InlineData("47.3", "%", "47.3%")]
    [InlineData("1.8", "个百分点", "1.8 pp")]
    [InlineData("3", "担", "3 担")]
    [InlineData("2", "万亿元", "2 trillion yuan")]
    public void A_value_in_English_stands_in_a_unit_that_leaves_no_multiple_to_the_reader(string value, string uom, string english)
    {
        var unit = EnglishUnit.Of(uom);
        Assert.Equal(english, unit.Number(decimal.Parse(value, CultureInfo.InvariantCulture)) + unit.Behind);
    }

    [Fact]
    public void The_text_reads_back_as_exactly_the_same_value_with_the_same_significant_digits() =>
        Gen.Select(Gen.Long, Gen.Int[0, 10], Gen.Int[0, Uoms.Length - 1]).Sample((digits, scale, uom) =>
        {
            var value = new decimal((int)digits, (int)(digits >> 32), 0, digits % 2 != 0, (byte)scale);
            var unit = EnglishUnit.Of(Uoms[uom]);
            var text = unit.Number(value);
            var read = decimal.Parse(text.Replace('−', '-'), CultureInfo.InvariantCulture);
            Assert.Equal(value, read * Power(unit.Shift));
            Assert.Equal(Significant(value.ToString(CultureInfo.InvariantCulture)), Significant(text));
            Assert.Equal(read, unit.Scaled(value));
            Assert.Equal(value.Scale + unit.Shift, unit.Scaled(value).Scale);
        });

    [Fact]
    public void The_longest_numbers_that_are_kept_lose_nothing()
    {
        const string digits = "1234567890123456789012345678";
        Assert.Equal($"12345678901234567890123456.78", EnglishUnit.Of("万元").Number(decimal.Parse(digits, CultureInfo.InvariantCulture)));
        Assert.Equal("0.01" + digits[1..], EnglishUnit.Of("万元").Number(decimal.Parse("1." + digits[1..], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void No_unit_of_a_known_kind_keeps_a_number_of_its_own() =>
        Assert.All(Uoms, uom => Assert.DoesNotContain(EnglishUnit.Of(uom).Name, char.IsAsciiDigit));

    private static decimal Power(int power) => Enumerable.Repeat(10m, power).Aggregate(1m, (product, ten) => product * ten);

    private static string Significant(string number) => new string([.. number.Where(char.IsAsciiDigit)]).TrimStart('0');
}
