using System.Globalization;
using CsCheck;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Domain.Tests.Reporting;

public sealed class EntryNotationTests
{
    [Theory]
    [InlineData("139.6", "亿元", 1, "139.6")]
    [InlineData("１３９．６　", "亿元", 1, "139.6", EntryRemark.FullWidth)]
    [InlineData("５.８", "%", 1, "5.8", EntryRemark.FullWidth)]
    [InlineData("－4.2", "%", 1, "-4.2", EntryRemark.FullWidth)]
    [InlineData("\u200B180.5\uFEFF", "亿元", 1, "180.5")]
    [InlineData("\u202A180.5\u202C", "亿元", 1, "180.5")]
    [InlineData("5.8%", "%", 1, "5.8", EntryRemark.UnitTakenOff)]
    [InlineData("５.８％", "%", 1, "5.8", EntryRemark.FullWidth, EntryRemark.UnitTakenOff)]
    [InlineData("12,830万", "亿元", 1, "1.283", EntryRemark.Separators, EntryRemark.Converted, EntryRemark.MoreDecimals)]
    [InlineData("1.2亿", "亿元", 1, "1.2", EntryRemark.UnitTakenOff)]
    [InlineData("1 亿千瓦", "万千瓦", 2, "10000", EntryRemark.Converted)]
    [InlineData("27.30", "亿元", 1, "27.3")]
    [InlineData("27.35", "亿元", 1, "27.35", EntryRemark.MoreDecimals)]
    [InlineData("7", "亿元", 1, "7")]
    [InlineData("-4.2", "%", 1, "-4.2")]
    [InlineData("−4.2", "%", 1, "-4.2")]
    [InlineData("‐4.2", "%", 1, "-4.2")]
    [InlineData("―4.2", "%", 1, "-4.2")]
    [InlineData("+5.2%", "%", 1, "5.2", EntryRemark.UnitTakenOff)]
    [InlineData("（12.3）", "亿元", 1, "-12.3", EntryRemark.FullWidth, EntryRemark.Parentheses)]
    [InlineData("609家", "户", 0, "609", EntryRemark.UnitTakenOff)]
    [InlineData("1,234,567.8", "元", 1, "1234567.8", EntryRemark.Separators)]
    [InlineData("-0", "亿元", 1, "0")]
    public void Values_are_read_as_people_write_them(string text, string uom, int decimals, string value, params EntryRemark[] remarks)
    {
        var reading = EntryNotation.Read(text, uom, decimals);

        Assert.Null(reading.Fault);
        Assert.Equal(value, reading.Value?.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(remarks, reading.Remarks);
    }

    [Theory]
    [InlineData("NA")]
    [InlineData("n/a")]
    [InlineData(" NULL ")]
    [InlineData("NaN")]
    [InlineData("ＮＡ")]
    public void What_programs_write_for_nothing_is_empty_and_said_to_be(string text)
    {
        var reading = EntryNotation.Read(text, "亿元", 1);

        Assert.Equal((null, null, null), (reading.Value, reading.Blank, reading.Fault));
        Assert.Equal([EntryRemark.EmptyWord], reading.Remarks);
    }

    [Fact]
    public void A_word_for_nothing_with_a_number_is_no_number() => Assert.Equal(EntryFault.NotANumber, EntryNotation.Read("NA5", "亿元", 1).Fault);

    [Theory]
    [InlineData("/", "亿元", EntryFault.NotANumber)]
    [InlineData("约20", "亿元", EntryFault.NotANumber)]
    [InlineData("15①", "亿元", EntryFault.NotANumber)]
    [InlineData("5.2²", "%", EntryFault.NotANumber)]
    [InlineData("①180.5", "亿元", EntryFault.NotANumber)]
    [InlineData("㊿", "亿元", EntryFault.NotANumber)]
    [InlineData("180.5₁", "亿元", EntryFault.NotANumber)]
    [InlineData("180.5❶", "亿元", EntryFault.NotANumber)]
    [InlineData("180.5⑴", "亿元", EntryFault.NotANumber)]
    [InlineData("180.5⁽¹⁾", "亿元", EntryFault.NotANumber)]
    [InlineData("180½", "亿元", EntryFault.NotANumber)]
    [InlineData("𝟏𝟖𝟎", "亿元", EntryFault.NotANumber)]
    [InlineData("180.5ᵃ", "亿元", EntryFault.NotANumber)]
    [InlineData("⒈", "亿元", EntryFault.NotANumber)]
    [InlineData("1.2.3", "亿元", EntryFault.NotANumber)]
    [InlineData("--5", "亿元", EntryFault.NotANumber)]
    [InlineData("(5", "亿元", EntryFault.NotANumber)]
    [InlineData("1,23", "亿元", EntryFault.SeparatorsUnclear)]
    [InlineData("1，234,5", "亿元", EntryFault.SeparatorsUnclear)]
    [InlineData("12吨", "亿元", EntryFault.OtherUnit)]
    [InlineData("3百分点", "%", EntryFault.OtherUnit)]
    [InlineData("5%", "亿元", EntryFault.OtherUnit)]
    [InlineData("123456789012345678901", "亿元", EntryFault.TooManyDigits)]
    public void What_is_no_value_is_refused_with_the_reason(string text, string uom, EntryFault fault)
    {
        var reading = EntryNotation.Read(text, uom, 1);

        Assert.Equal(fault, reading.Fault);
        Assert.Null(reading.Value);
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData("(", "1")]
    [InlineData("1.5亿元", "元")]
    public void What_is_much_too_long_is_no_number_whatever_it_is_made_of(string before, string after) =>
        Assert.Equal(EntryFault.NotANumber, EntryNotation.Read(before + new string(' ', 100_000) + after, "亿元", 1).Fault);

    [Theory]
    [InlineData("未发生", BlankReason.NotOccurred)]
    [InlineData(" 未取得 ", BlankReason.NotObtained)]
    [InlineData("不适用", BlankReason.NotApplicable)]
    public void The_words_of_absence_are_understood(string text, BlankReason reason) =>
        Assert.Equal(reason, EntryNotation.Read(text, "亿元", 1).Blank);

    [Fact]
    public void Nothing_is_nothing_and_not_zero()
    {
        Assert.Equal(EntryReading.Empty, EntryNotation.Read("  ", "亿元", 1));
        Assert.Equal(0m, EntryNotation.Read("0", "亿元", 1).Value);
    }

    [Fact]
    public void Any_value_written_plainly_or_with_separators_reads_as_itself() =>
        Gen.Select(Gen.Long[-999_999_999_999, 999_999_999_999], Gen.Int[0, 4]).Sample((digits, scale) =>
        {
            var value = new decimal(digits) / (decimal)Math.Pow(10, scale);
            var plain = value.ToString("F" + scale, CultureInfo.InvariantCulture);
            var separated = value.ToString("N" + scale, CultureInfo.InvariantCulture);
            return EntryNotation.Read(plain, "亿元", 6).Value == value && EntryNotation.Read(separated, "亿元", 6).Value == value;
        });

    [Fact]
    public void No_character_whose_compatible_form_has_a_digit_passes_for_one() =>
        Gen.Select(Gen.Int[0x80, 0x1FFFF], Gen.Bool).Where((code, _) => HasNormalForm(code)).Sample((code, before) =>
        {
            var mark = char.ConvertFromUtf32(code);
            var isFullWidth = code is >= 0xFF01 and <= 0xFF5E;
            var hasDigit = mark.Normalize(System.Text.NormalizationForm.FormKC).Any(char.IsAsciiDigit);
            return !hasDigit || isFullWidth || EntryNotation.Read(before ? mark + "5.2" : "5.2" + mark, "亿元", 1).Fault == EntryFault.NotANumber;
        }, iter: 20_000);

    /// <summary>False for half of a surrogate pair and for a noncharacter: .NET normalises neither.</summary>
    private static bool HasNormalForm(int code) => code is < 0xD800 or > 0xDFFF && (code & 0xFFFE) != 0xFFFE && code is not (>= 0xFDD0 and <= 0xFDEF);
}
