using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Rules;
using static Xinzhou.Dashboard.Domain.Tests.Indicators.Sample;

namespace Xinzhou.Dashboard.Domain.Tests.Rules;

public sealed class SharesSumRuleTests
{
    private static readonly Indicator Primary = Indicator("primary_share", IndicatorType.Ratio, "%");
    private static readonly Indicator Secondary = Indicator("secondary_share", IndicatorType.Ratio, "%");
    private static readonly Indicator Tertiary = Indicator("tertiary_share", IndicatorType.Ratio, "%");

    private static readonly RuleBook Rules = RuleBook.Parse(
        [("shares", """{"type":"shares_sum","parts":["primary_share","secondary_share","tertiary_share"],"units":["140900"]}""")],
        new([Primary, Secondary, Tertiary], [Province, City]));

    [Theory]
    [InlineData("50.0", true)]
    [InlineData("50.1", true)]
    [InlineData("49.9", true)]
    [InlineData("50.2", false)]
    [InlineData("49.8", false)]
    public void Shares_add_up_to_100_within_half_of_each_last_digit(string tertiary, bool holds)
    {
        // Three shares of one decimal: ±0.15.
        var book = Book(Part(1, 8.8m, Primary), Part(2, 41.2m, Secondary), Part(3, Number(tertiary), Tertiary));

        Assert.Equal(holds ? [] : [3L], Broken(book));
    }

    [Fact]
    public void A_breach_is_one_conflict_that_names_the_shares_and_the_sum()
    {
        var book = Book(Part(1, 8.8m, Primary), Part(2, 41.2m, Secondary), Part(3, 52m, Tertiary));

        var conflict = Assert.Single(Rules.Conflicts(Now(book)));

        Assert.Equal([3L, 1, 2], conflict.Figures.Select(f => f.Id));
        Assert.Equal("各部分占比之和8.8% + 41.2% + 52% = 102.0%，与100%相差2.0个百分点，超出修约容差0.6个百分点", conflict.Reason.Text(english: false));
        Assert.Contains("8.8% + 41.2% + 52% = 102.0%", conflict.Reason.Text(english: true), StringComparison.Ordinal);
    }

    [Fact]
    public void The_share_that_became_known_last_answers_for_the_sum()
    {
        var book = Book(Part(1, 8.8m, Primary, known: "2024-03-01"), Part(2, 41.2m, Secondary), Part(3, 60m, Tertiary));

        Assert.Equal([1L], Broken(book));
    }

    [Fact]
    public void Without_one_of_the_shares_there_is_no_verdict() =>
        Assert.Empty(Broken(Book(Part(1, 8.8m, Primary), Part(2, 99.9m, Secondary))));

    [Fact]
    public void Shares_of_another_unit_scope_period_or_kind_are_not_added()
    {
        Figure[] two = [Part(1, 8.8m, Primary), Part(2, 41.2m, Secondary)];
        var third = Part(3, 60m, Tertiary);

        Assert.Equal([3L], Broken(Book([.. two, third])));
        Assert.Empty(Broken(Book([.. two, third with { Scope = "不包括开发区" }])));
        Assert.Empty(Broken(Book([.. two, third with { Period = Period.FullYear(2022) }])));
        Assert.Empty(Broken(Book([.. two, third with { Kind = ValueKind.Forecast }])));
        Assert.Empty(Broken(Book([.. two, third with { Comparator = Comparator.AtLeast }])));
        Assert.Empty(Broken(Book([.. new[] { Primary, Secondary, Tertiary }.Select((i, n) => Part(n + 1, 60m, i) with { Series = Share(i, Province) })])));
    }

    [Fact]
    public void Shares_of_different_stages_are_not_added_and_without_one_only_within_a_source()
    {
        Figure[] two = [Part(1, 8.8m, Primary), Part(2, 41.2m, Secondary)];
        var third = Part(3, 60m, Tertiary);

        Assert.Empty(Broken(Book([.. two, third with { Stage = Stage.Final }])));
        Assert.Equal([3L], Broken(Book([.. two, third with { Stage = Stage.Unstated }])));
        Assert.Empty(Broken(Book([.. two, third with { Stage = Stage.Unstated, Source = Source(2) }])));
        Figure[] unstated = [.. two.Append(third).Select(f => f with { Stage = Stage.Unstated })];
        Assert.Equal([3L], Broken(Book(unstated)));
        Assert.Empty(Broken(Book([.. unstated[..2], unstated[2] with { Source = Source(2) }])));
    }

    private static Series Share(Indicator indicator, StatisticalUnit? unit = null) => Series(indicator, unit, Measure.Share);

    private static Figure Part(long id, decimal value, Indicator indicator, string known = "2024-01-20") =>
        Figure(id, value, series: Share(indicator), known: known);

    private static BookView Now(FigureBook book) => book.At(At("2026-01-01"));

    private static IEnumerable<long> Broken(FigureBook book) =>
        book.Histories.SelectMany(h => h.Groups).SelectMany(g => g.Figures).Where(f => Rules.Findings(Now(book), f).Any()).Select(f => f.Id);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
