using System.Globalization;
using CsCheck;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Domain.Tests.Notation;

public sealed class NumberNotationTests
{
    [Theory]
    [InlineData("676.5", "676.5")]
    [InlineData("182.0", "182.0")]
    [InlineData("-4.20", "-4.20")]
    [InlineData("007", "7")]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("-0.0", "0.0")]
    [InlineData("1234567890123456789012345678", "1234567890123456789012345678")]
    [InlineData("0.1234567890123456789012345678", "0.1234567890123456789012345678")]
    public void Digits_are_kept_as_published(string text, string expected) =>
        Assert.Equal(expected, NumberNotation.Read(text, out _)?.ToString(CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("+4.2")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1,234.5")]
    [InlineData("1e5")]
    [InlineData("4.2%")]
    [InlineData("676.5亿元")]
    [InlineData("６７６")]
    [InlineData("1.2.3")]
    [InlineData("--1")]
    [InlineData("NaN")]
    [InlineData("约500")]
    public void What_is_no_number_is_refused(string text)
    {
        Assert.Null(NumberNotation.Read(text, out var wrong));
        Assert.Equal(FaultReason.NotANumber, wrong?.Reason);
    }

    [Theory]
    [InlineData("12345678901234567890123456789")]
    [InlineData("0.12345678901234567890123456789")]
    [InlineData("99999999999999999999999999.999")]
    public void More_digits_than_are_kept_exactly_are_refused_and_not_rounded(string text)
    {
        Assert.Null(NumberNotation.Read(text, out var wrong));
        Assert.Equal(FaultReason.TooManyDigits, wrong?.Reason);
    }

    [Fact]
    public void A_number_written_is_read_back_with_its_decimals() => Gen.Numbers.Sample(number =>
    {
        var read = NumberNotation.Read(number.ToString(CultureInfo.InvariantCulture), out _);
        Assert.Equal(number, read);
        Assert.Equal(number.Scale, read!.Value.Scale);
    });
}
