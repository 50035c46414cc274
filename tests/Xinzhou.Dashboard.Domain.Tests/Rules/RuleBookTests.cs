using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Rules;
using static Xinzhou.Dashboard.Domain.Tests.Indicators.Sample;

namespace Xinzhou.Dashboard.Domain.Tests.Rules;

public sealed class RuleBookTests
{
    private static readonly Indicator Primary = Indicator("primary");
    private static readonly Indicator Rest = Indicator("rest");
    private static readonly Indicator Share = Indicator("share", IndicatorType.Ratio, "%");
    private static readonly StatisticalUnit[] Counties =
        [Unit("140902", "忻府区", UnitLevel.County, "140900", 4), Unit("140921", "定襄县", UnitLevel.County, "140900", 5)];

    private static readonly Catalogue Catalogue = new([Gdp, Primary, Rest, Share], [Nation, Province, City, .. Counties]);

    private static readonly RuleBook Rules = RuleBook.Parse(
    [
        ("parts", """{"type":"parts","total":"gdp","parts":["primary","rest"]}"""),
        ("counties", """{"type":"unit_parts","total":"gdp","unit":"140900"}"""),
        ("share", """{"type":"share","share":"share","part":"primary","total":"gdp"}"""),
        ("gap", """{"type":"gap"}"""),
        ("ytd", """{"type":"ytd_not_falling"}"""),
        ("q1", """{"type":"q1_equals_ytd"}"""),
        ("floor", """{"type":"growth_floor","floor":-100}"""),
        ("bound", """{"type":"growth_bound","bound":50}"""),
        ("early", """{"type":"known_before_period_end"}"""),
        ("uom", """{"type":"uom_without_conversion"}"""),
    ], Catalogue);

    [Theory]
    [InlineData("1344.4", true)]
    [InlineData("1344.3", false)]
    public void Parts_add_to_the_total_within_half_of_each_last_digit(string total, bool holds)
    {
        // 1344.5 against a total with one decimal and two parts with one decimal: ±0.15.
        var book = Book(Figure(1, Number(total)), Figure(2, 117.4m, series: Series(Primary)), Figure(3, 1227.1m, series: Series(Rest)));

        Assert.Equal(holds, !Breaks(book, "parts", 1));
        Assert.Equal(holds ? 0 : 1, Rules.Conflicts(Now(book)).Count(c => c.Type == ConflictType.Rule));
    }

    [Theory]
    [InlineData("1330.4", true)]
    [InlineData("1330.5", false)]
    public void Counties_add_to_the_city_within_the_tolerance(string total, bool holds)
    {
        var book = Book(Figure(1, Number(total)),
            Figure(2, 1064.1775m, series: Series(unit: Counties[0])), Figure(3, 266.2115m, series: Series(unit: Counties[1])));

        Assert.Equal(holds, !Breaks(book, "counties", 1));
    }

    [Fact]
    public void A_rule_with_an_unknown_part_says_nothing()
    {
        var book = Book(Figure(1, 100m), Figure(2, 1m, series: Series(Primary)));

        Assert.Empty(Rules.Findings(Now(book), Find(book, 1)));
    }

    [Theory]
    [InlineData("41.25", true)]
    [InlineData("41.2", true)]
    [InlineData("40.6", false)]
    public void A_share_is_held_to_part_over_total(string share, bool holds)
    {
        var book = Book(Figure(1, 1323.38m), Figure(2, 545.9m, series: Series(Primary)),
            Figure(3, Number(share), series: Series(Share, measure: Measure.Share)));

        Assert.Equal(holds, !Breaks(book, "share", 3));
        if (!holds)
        {
            var conflict = Assert.Single(Rules.Conflicts(Now(book)));
            Assert.Equal([3L, 2, 1], conflict.Figures.Select(f => f.Id));
            Assert.Null(conflict.Preferred);
            Assert.Contains("41.25", conflict.Reason.Text(english: false), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("13.1", true)]
    [InlineData("13.3", false)]
    public void Own_growth_less_the_gap_is_the_benchmarks(string gap, bool holds)
    {
        var book = Book(
            Figure(1, Number(gap), series: Series(measure: Measure.Gap, benchmark: Benchmark.Province)),
            Figure(2, 10.1m, series: Series(measure: Measure.Yoy)),
            Figure(3, -3.0m, series: Series(unit: Province, measure: Measure.Yoy)));

        Assert.Equal(holds, !Breaks(book, "gap", 1));
    }

    [Fact]
    public void A_year_to_date_value_that_falls_is_found()
    {
        var book = Book(Figure(1, 300m, Period.Ytd(2023, 6)), Figure(2, 299m, Period.Ytd(2023, 9)), Figure(3, 400m, Period.FullYear(2023)));

        Assert.True(Breaks(book, "ytd", 2));
        Assert.False(Breaks(book, "ytd", 3));
    }

    [Fact]
    public void The_first_quarter_alone_equals_the_first_quarter_year_to_date()
    {
        var same = Book(Figure(1, 300.1m, Period.Ytd(2023, 3)), Figure(2, 300.14m, Period.Quarter(2023, 1)));
        var other = Book(Figure(1, 300.1m, Period.Ytd(2023, 3)), Figure(2, 301m, Period.Quarter(2023, 1)));

        Assert.False(Breaks(same, "q1", 2));
        Assert.True(Breaks(other, "q1", 2));
    }

    [Theory]
    [InlineData("-100", "floor", true)]
    [InlineData("-99.9", "floor", false)]
    [InlineData("50", "bound", false)]
    [InlineData("50.1", "bound", true)]
    [InlineData("-50.1", "bound", true)]
    public void Growth_rates_have_bounds(string rate, string rule, bool found)
    {
        var book = Book(Figure(1, Number(rate), series: Series(measure: Measure.Yoy)));

        Assert.Equal(found, Breaks(book, rule, 1));
    }

    [Theory]
    [InlineData("2023-12-30", true)]
    [InlineData("2023-12-31", false)]
    public void An_actual_known_before_its_period_ended_is_found(string known, bool found) =>
        Assert.Equal(found, Breaks(Book(Figure(1, 1m, known: known)), "early", 1));

    [Fact]
    public void A_bare_year_does_not_say_when_it_ended() =>
        Assert.False(Breaks(Book(Figure(1, 1m, Period.BareYear(2024), known: "2024-11-20")), "early", 1));

    [Fact]
    public void A_unit_without_conversion_is_a_finding_and_never_a_conflict()
    {
        var book = Book(Figure(1, 1m, uom: "万吨", source: 1), Figure(2, 2m, uom: "亿元", source: 2));

        Assert.True(Breaks(book, "uom", 1));
        Assert.Empty(Rules.Conflicts(Now(book)));
    }

    [Fact]
    public void Two_sources_of_equal_stage_that_differ_are_a_conflict_and_the_more_reliable_is_shown()
    {
        var book = Book(
            Figure(1, 100.0m, source: 1, reliability: Reliability.Official, stage: Stage.Unstated),
            Figure(2, 100.2m, source: 2, stage: Stage.Preliminary));

        var conflict = Assert.Single(Rules.Conflicts(Now(book)));

        Assert.Equal([1L, 2], conflict.Figures.Select(f => f.Id));
        Assert.Equal(1, conflict.Preferred!.Id);
    }

    [Theory]
    [InlineData("10500", "万吨", false)]
    [InlineData("10540", "万吨", false)]
    [InlineData("10600", "万吨", true)]
    public void Values_are_compared_in_one_unit_to_the_coarser_last_digit(string value, string uom, bool differs)
    {
        var coal = Series(Indicator("coal", uom: "万吨"));
        var book = Book(Figure(1, 1.05m, series: coal, uom: "亿吨", source: 1), Figure(2, Number(value), series: coal, uom: uom, source: 2));

        Assert.Equal(differs, Rules.Conflicts(Now(book)).Any());
    }

    [Fact]
    public void Another_stage_or_an_earlier_word_of_the_same_source_is_no_conflict()
    {
        var stages = Book(Figure(1, 100m, source: 1), Figure(2, 200m, source: 2, stage: Stage.Final));
        var earlier = Book(Figure(1, 100m, source: 1), Figure(2, 200m, source: 1, known: "2024-05-01"), Figure(3, 200m, source: 2));

        Assert.Empty(Rules.Conflicts(Now(stages)));
        Assert.Empty(Rules.Conflicts(Now(earlier)));
    }

    [Fact]
    public void A_rule_that_is_not_understood_is_named_and_the_others_judge()
    {
        var rules = RuleBook.Parse([("odd", """{"type":"no_such"}"""), ("floor", """{"type":"growth_floor","floor":-100}""")], Catalogue);

        Assert.Equal("floor", Assert.Single(rules.Rules).Code);
        Assert.Equal("odd", Assert.Single(rules.NotUnderstood).Code);
        Assert.Contains("'odd'", rules.NotUnderstood[0].Fault, StringComparison.Ordinal);
    }

    private static BookView Now(FigureBook book) => book.At(At("2026-01-01"));

    private static Figure Find(FigureBook book, long id) =>
        book.Histories.SelectMany(h => h.Groups).SelectMany(g => g.Figures).Single(f => f.Id == id);

    private static bool Breaks(FigureBook book, string rule, long id) =>
        Rules.Findings(Now(book), Find(book, id)).Any(f => f.Rule == rule && f.Message.Text(english: true).Length > 0 && f.Message.Text(english: false).Length > 0);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
