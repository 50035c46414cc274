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
    [InlineData("5", "亿元", "500 million yuan")]
    [InlineData("0.036619", "亿元", "3.6619 million yuan")]
    [InlineData("0.00036619", "亿元", "36619 yuan")]
    [InlineData("13304", "亿元", "1.3304 trillion yuan")]
    [InlineData("9.999", "亿元", "999.9 million yuan")]
    [InlineData("10.00", "亿元", "1.000 billion yuan")]
    [InlineData("0.5", "万千瓦", "5 MW")]
    [InlineData("1.2", "万户", "12000")]
    [InlineData("2689668", "人", "2.689668 million people")]
    [InlineData("7034.50", "万吨", "70.3450 Mt")]
    [InlineData("1.05", "亿吨", "105 Mt")]
    [InlineData("44900.058608", "万元", "449.00058608 million yuan")]
    [InlineData("265.9", "万人", "2.659 million people")]
    [InlineData("456.7", "亿千瓦时", "45.67 TWh")]
    [InlineData("-4.20", "亿元", "−420 million yuan")]
    [InlineData("0", "亿元", "0.0 billion yuan")]
    [InlineData("36123", "元", "36123 yuan")]
    [InlineData("12", "家", "12")]
    [InlineData("47.3", "%", "47.3%")]
    [InlineData("1.8", "个百分点", "1.8 pp")]
    [InlineData("3", "担", "3 担")]
    [InlineData("2", "万亿元", "2 trillion yuan")]
    public void A_value_in_English_stands_in_a_unit_that_leaves_no_multiple_to_the_reader(string value, string uom, string english)
    {
        var number = decimal.Parse(value, CultureInfo.InvariantCulture);
        var unit = EnglishUnit.Of(uom, number);
        Assert.Equal(english, unit.Number(number) + unit.Behind);
    }

    [Theory]
    [InlineData("133.04", "133.04 0.3662 0.0036619")]
    [InlineData("0.3662", "366.2 3.6619")]
    public void What_shares_a_column_stands_in_the_unit_of_the_largest(string largest, string column)
    {
        var unit = EnglishUnit.Of("亿元", decimal.Parse(largest, CultureInfo.InvariantCulture) * 10);
        decimal[] values = largest == "133.04" ? [1330.4m, 3.662m, 0.036619m] : [3.662m, 0.036619m];
        Assert.Equal(column, string.Join(' ', values.Select(unit.Number)));
    }

    [Fact]
    public void A_value_by_itself_has_one_to_three_digits_before_its_point_as_far_as_there_are_units() =>
        Gen.Select(Gen.Int[1, int.MaxValue], Gen.Int[0, 12], Gen.Bool, Gen.Int[0, Uoms.Length - 1]).Sample((digits, scale, negative, uom) =>
        {
            var value = new decimal(digits, 0, 0, negative, (byte)scale);
            var unit = EnglishUnit.Of(Uoms[uom], value);
            var text = unit.Number(value);
            var shown = decimal.Parse(text.Replace('−', '-'), CultureInfo.InvariantCulture);
            var units = UnitsOf(Uoms[uom]);

            // The factor is that of the unit's name, whatever the value.
            Assert.Equal(value, unit.Shift >= 0 ? shown * Power(unit.Shift) : shown / Power(-unit.Shift));
            Assert.Equal(unit, Assert.Single(units, u => u.Name == unit.Name));
            // The digits are those of the value; zeros stand only between the last of them and the point.
            var published = Significant(value.ToString(CultureInfo.InvariantCulture));
            Assert.StartsWith(published, Significant(text), StringComparison.Ordinal);
            Assert.Matches(text.Contains('.', StringComparison.Ordinal) ? "^$" : "^0*$", Significant(text)[published.Length..]);
            // A smaller unit would have more than three digits, a larger one none.
            Assert.True(Math.Abs(shown) >= 1 || unit == units[0], $"{text}{unit.Behind}");
            Assert.True(Math.Abs(shown) < 1000 || unit == units[^1] || units.First(u => u.Shift > unit.Shift).Scaled(Math.Abs(value)) < 1, $"{text}{unit.Behind}");
        });

    [Fact]
    public void The_text_reads_back_as_exactly_the_same_value_with_the_same_significant_digits() =>
        Gen.Select(Gen.Long, Gen.Int[0, 10], Gen.Int[0, Uoms.Length - 1]).Sample((digits, scale, uom) =>
        {
            var value = new decimal((int)digits, (int)(digits >> 32), 0, digits % 2 != 0, (byte)scale);
            var unit = EnglishUnit.Of(Uoms[uom]);
            var text = unit.Number(value);
            Assert.True(unit.Shift >= 0);
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

    /// <summary>All units that values of a unit of publication stand in, from small to large.</summary>
    private static EnglishUnit[] UnitsOf(string uom) =>
        [.. Enumerable.Range(-12, 40).Select(power => EnglishUnit.Of(uom, power < 0 ? 1 / Power(-power) : Power(power))).Distinct()];

    private static decimal Power(int power) => Enumerable.Repeat(10m, power).Aggregate(1m, (product, ten) => product * ten);

    private static string Significant(string number) => new string([.. number.Where(char.IsAsciiDigit)]).TrimStart('0');
}
