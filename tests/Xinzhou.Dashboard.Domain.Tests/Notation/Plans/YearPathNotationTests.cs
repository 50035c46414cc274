using Xinzhou.Dashboard.Domain.Notation.Plans;

namespace Xinzhou.Dashboard.Domain.Tests.Notation.Plans;

/// <summary>The path to a target as people write it.</summary>
[Trait("Category", "Quick")]
public sealed class YearPathNotationTests
{
    [Theory]
    [InlineData("2026:900, 2027:1000.5", "2026:900, 2027:1000.5")]
    [InlineData("2027年：１０００；2026年：900、", "2026:900, 2027:1000")]
    [InlineData("2026:-3.2\n2027:0", "2026:-3.2, 2027:0")]
    [InlineData("", "")]
    public void Years_and_values_are_read_in_their_order(string written, string path) =>
        Assert.Equal(path, YearPathNotation.Write(YearPathNotation.Read(written)!));

    [Theory]
    [InlineData("2026")]
    [InlineData("2026:")]
    [InlineData("26:900")]
    [InlineData("2026-Q1:900")]
    [InlineData("2026:九百")]
    [InlineData("2026:900, 2026:900")]
    [InlineData("2026:900:1")]
    public void Anything_else_is_no_path(string written) => Assert.Null(YearPathNotation.Read(written));
}
