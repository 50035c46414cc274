using CsCheck;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Domain.Tests.Notation;

public sealed class SpreadsheetTextTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+86", "'+86")]
    [InlineData("-增长", "'-增长")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("'=1", "''=1")]
    [InlineData("-4.2", "-4.2")]
    [InlineData("'n", "'n")]
    [InlineData("增长4.2%", "增长4.2%")]
    public void Formulas_are_neutralised_and_numbers_stay_numbers(string text, string written) =>
        Assert.Equal(written, SpreadsheetText.Neutralise(text));

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+86")]
    [InlineData("'n")]
    [InlineData("'")]
    [InlineData("")]
    public void Text_that_was_never_neutralised_is_kept(string text) => Assert.Equal(text, SpreadsheetText.Restore(text));

    [Fact]
    public void Writing_and_reading_is_the_identity() =>
        Gen.Texts.Sample(text => Assert.Equal(text, SpreadsheetText.Restore(SpreadsheetText.Neutralise(text))));
}
