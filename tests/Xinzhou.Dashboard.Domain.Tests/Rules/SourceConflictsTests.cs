using CsCheck;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Rules;
using static Xinzhou.Dashboard.Domain.Tests.Indicators.Sample;

namespace Xinzhou.Dashboard.Domain.Tests.Rules;

/// <summary>A bound contradicts only what it excludes; growth at other prices contradicts nothing.</summary>
public sealed class SourceConflictsTests
{
    [Theory]
    [InlineData(">=", "500", "=", "512", false)]
    [InlineData("≈", "500", "=", "503.2", false)]
    [InlineData(">=", "500", "=", "499.6", false)] // to the coarser last digit 500
    [InlineData(">=", "500", "=", "499.4", true)]
    [InlineData("<=", "500", "=", "499", false)]
    [InlineData("<=", "500", "=", "501", true)]
    [InlineData(">=", "500", ">=", "600", false)]
    [InlineData(">=", "500", "<=", "500", false)]
    [InlineData(">=", "501", "<=", "500", true)]
    [InlineData("≈", "500", "=", "525", false)]
    [InlineData("≈", "500", "=", "526", true)]
    [InlineData("≈", "500", "=", "474", true)]
    [InlineData("≈", "500", "≈", "550", false)]
    [InlineData("≈", "500", ">=", "526", true)]
    [InlineData("≈", "-10", "=", "-10.4", false)]
    [InlineData("=", "500", "=", "500.4", false)]
    [InlineData("=", "500", "=", "500.6", true)]
    public void Statements_contradict_each_other_when_no_value_satisfies_both(string signA, string a, string signB, string b, bool expected)
    {
        Assert.Equal(expected, Conflict(Stated(1, signA, Number(a)), Stated(2, signB, Number(b))));
        Assert.Equal(expected, Conflict(Stated(1, signB, Number(b)), Stated(2, signA, Number(a))));
    }

    [Theory]
    [InlineData("5120000", false)]
    [InlineData("4980000", true)]
    public void Bounds_are_compared_in_one_unit(string other, bool expected) =>
        Assert.Equal(expected, Conflict(Stated(1, ">=", 500m), Stated(2, "=", Number(other)) with { Uom = "万元" }));

    [Fact]
    public void No_conflict_is_told_that_a_value_would_settle_and_none_is_missed() =>
        Gen.Select(Gen.Enum<Comparator>(), Gen.Int[-60, 60], Gen.Enum<Comparator>(), Gen.Int[-60, 60]).Sample((signA, a, signB, b) =>
        {
            // A hundredth is fine enough for 5 % of whole numbers, and far beyond the greatest of them nothing changes.
            var exists = Enumerable.Range(-10_000, 20_001).Select(n => n / 100m).Any(v => Allows(signA, a, v) && Allows(signB, b, v));
            var (first, second) = (Figure(1, a, source: 1) with { Comparator = signA }, Figure(2, b, source: 2) with { Comparator = signB });

            return Conflict(first, second) == !exists;
        }, iter: 300);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Real_and_nominal_growth_never_contradict_each_other_be_they_of_one_source_or_two(bool ofOneSource)
    {
        var growth = Series(measure: Measure.Yoy);
        var book = Book(
            Figure(1, 5.0m, series: growth) with { StatedPriceBasis = PriceBasis.Constant },
            Figure(2, 9.3m, series: growth, source: ofOneSource ? 1 : 2) with { StatedPriceBasis = PriceBasis.Current });

        Assert.Empty(RuleBook.Empty.Conflicts(Now(book)));
        Assert.Equal([5.0m, 9.3m], Now(book).Shown(book.Histories[0]).Select(f => f.Value!.Value));
    }

    [Fact]
    public void Growth_that_states_the_indicators_own_prices_contradicts_growth_that_states_none()
    {
        var growth = Series(measure: Measure.Yoy);
        var book = Book(Figure(1, 5.0m, series: growth), Figure(2, 5.4m, series: growth, source: 2) with { StatedPriceBasis = PriceBasis.Constant });

        Assert.Single(RuleBook.Empty.Conflicts(Now(book)));
    }

    private static bool Allows(Comparator comparator, decimal stated, decimal value) => comparator switch
    {
        Comparator.AtLeast => value >= stated,
        Comparator.AtMost => value <= stated,
        Comparator.Approximately => Math.Abs(value - stated) <= 0.05m * Math.Abs(stated),
        _ => value == stated,
    };

    private static Figure Stated(int source, string sign, decimal value) => Figure(source, value, source: source) with
    {
        Comparator = Comparators.TryParse(sign, out var comparator) ? comparator : throw new ArgumentException(sign),
    };

    private static bool Conflict(Figure a, Figure b) => RuleBook.Empty.Conflicts(Now(Book(a, b))).Any();

    private static BookView Now(FigureBook book) => book.At(At("2026-01-01"));

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
