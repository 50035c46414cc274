using CsCheck;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Domain.Rules.Kinds;
using static Xinzhou.Dashboard.Domain.Tests.Indicators.Sample;

namespace Xinzhou.Dashboard.Domain.Tests.Rules;

public sealed class ChangeOutlierRuleTests
{
    private static readonly Series Growth = Series(measure: Measure.Yoy);
    private static readonly ChangeOutlierRule Rule = new("outlier", Severity.Warning, 3.5m, 8, 0);

    private static readonly int[] Quarters = [3, 6, 9, 12];
    private static readonly decimal[] Season = [20m, 60m, 85m, 140m];

    // Growth of about 5 % a year.
    private static readonly decimal[] Calm = [100.0m, 105.1m, 110.2m, 115.9m, 121.8m, 127.6m, 134.2m, 140.8m, 147.9m, 155.3m];

    [Fact]
    public void A_level_that_leaps_is_asked_about_with_its_change_and_that_of_the_series()
    {
        var book = Years([.. Calm, 245.0m]);

        var breach = Judge(book, 2024);

        Assert.NotNull(breach);
        Assert.Equal(Period.FullYear(2023), Assert.Single(breach.Operands).Period);
        var words = breach.Message.Text(english: false);
        Assert.Contains("+57.8%", words, StringComparison.Ordinal);
        Assert.Contains("填的是245.0亿元，上年同期是155.3亿元", words, StringComparison.Ordinal);
        Assert.Contains("+5.1%", words, StringComparison.Ordinal);
        Assert.DoesNotContain("z值", words, StringComparison.Ordinal);
        var why = breach.Why!.Text(english: false);
        Assert.Contains("10个", why, StringComparison.Ordinal);
        Assert.Contains("修正z值", why, StringComparison.Ordinal);
        Assert.Contains("3.5", why, StringComparison.Ordinal);
        Assert.Contains("modified z-score", breach.Why.Text(english: true), StringComparison.Ordinal);
        Assert.DoesNotContain("z-score", breach.Message.Text(english: true), StringComparison.Ordinal);
        Assert.Null(Judge(Years([.. Calm, 163.0m]), 2024));
    }

    [Fact]
    public void The_year_after_a_leap_falls_back_and_is_asked_about_too()
    {
        var book = Years([.. Calm, 245.0m, 163.4m]);

        Assert.NotNull(Judge(book, 2025));
        Assert.Null(Judge(book, 2020));
    }

    [Fact]
    public void Rates_are_compared_by_percentage_points_for_a_rate_of_a_rate_near_zero_means_nothing()
    {
        decimal[] rates = [5.0m, 4.8m, 5.1m, 0.1m, 0.4m, 0.2m, 0.6m, 0.5m, 0.8m, 0.7m];

        Assert.Null(Judge(Years(rates, Growth), 2020, Growth));
        Assert.Contains("−5.0个百分点", Judge(Years(rates, Growth), 2017, Growth)!.Message.Text(english: false), StringComparison.Ordinal);
    }

    [Fact]
    public void A_quarter_is_compared_with_the_same_quarter_so_that_the_season_does_not_stand_out()
    {
        // The year to date grows by season; each year by about 5 %.
        var figures = Enumerable.Range(0, 5).SelectMany(y => Quarters.Select((m, q) =>
            Figure((y * 4) + q + 1, decimal.Round(Season[q] * (1 + 0.05m * y) + (q + y) % 3 * 0.1m, 1), Period.Ytd(2019 + y, m)))).ToArray();
        var view = Book(figures).At(At("2026-01-01"));

        Assert.All(figures, f => Assert.Null(Rule.Judge(view, f)));
        var wrong = Book([.. figures.SkipLast(1), figures[^1] with { Value = 1680m }]).At(At("2026-01-01"));
        Assert.NotNull(Rule.Judge(wrong, wrong.Latest("gdp", "140900", Measure.Level)!));
    }

    [Fact]
    public void Another_scope_another_price_basis_and_bounds_are_not_compared()
    {
        var book = Years([.. Calm, 245.0m]);
        Figure leap = book.At(At("2026-01-01")).Latest("gdp", "140900", Measure.Level)!;

        Assert.Null(Judge(Years(Calm).With([leap with { Id = 99, Scope = "不包括开发区" }], []), 2024, scope: "不包括开发区"));
        Assert.Null(Judge(Years(Calm).With([leap with { Id = 99, StatedPriceBasis = PriceBasis.Constant }], []), 2024));
        Assert.Null(Judge(Years(Calm).With([leap with { Id = 99, Comparator = Comparator.AtLeast }], []), 2024));
    }

    [Fact]
    public void A_level_that_was_zero_or_less_gives_no_change()
    {
        decimal[] levels = [.. Calm.SkipLast(1), 0m, 245.0m];

        Assert.Null(Judge(Years(levels), 2024));
        Assert.Null(Judge(Years(levels), 2023));
    }

    [Fact]
    public void It_never_fires_with_fewer_than_eight_changes() =>
        Gen.Decimal[0.1m, 1_000_000m].Array[2, 8].Sample(levels =>
        {
            var book = Years(levels);
            Assert.All(Enumerable.Range(2014, levels.Length), y => Assert.Null(Judge(book, y)));
        });

    [Fact]
    public void A_series_is_judged_alike_in_any_unit() =>
        Gen.Select(Gen.Int[1000, 9999].Array[9, 15], Gen.Int[2, 10_000]).Sample((digits, factor) =>
        {
            var (one, other) = (Years([.. digits.Select(d => (decimal)d)]), Years([.. digits.Select(d => (decimal)d * factor)]));
            Assert.All(Enumerable.Range(2014, digits.Length), y =>
                Assert.Equal(Judge(one, y)?.Why!.Text(english: true), Judge(other, y)?.Why!.Text(english: true)));
        });

    [Fact]
    public void One_gross_outlier_in_a_calm_series_is_always_found() =>
        Gen.Select(Gen.Int[95, 105].Array[9, 30], Gen.Int[300, 100_000]).Sample((levels, wrong) =>
        {
            var book = Years([.. levels.Select(l => (decimal)l), wrong]);
            Assert.NotNull(Judge(book, 2014 + levels.Length));
        });

    [Fact]
    public void What_is_near_the_usual_is_not_asked_about_however_calm_the_series()
    {
        // Every quarter grows by 5 %; the last by 6.1 %.
        var figures = Enumerable.Range(0, 4).SelectMany(y => Quarters.Select((m, q) =>
            Figure((y * 4) + q + 1, Season[q] * new[] { 1, 1.05m, 1.1025m, m < 12 ? 1.157625m : 1.17m }[y], Period.Ytd(2020 + y, m)))).ToArray();
        var view = Book(figures).At(At("2026-01-01"));
        var last = view.Latest("gdp", "140900", Measure.Level)!;

        Assert.NotNull(Rule.Judge(view, last));
        Assert.Null((Rule with { Margin = 10 }).Judge(view, last));
        var wrong = Book([.. figures.SkipLast(1), figures[^1] with { Value = 200m }]).At(At("2026-01-01"));
        Assert.NotNull((Rule with { Margin = 10 }).Judge(wrong, wrong.Latest("gdp", "140900", Measure.Level)!));
    }

    [Fact]
    public void Who_enters_a_figure_is_asked_and_a_document_is_not()
    {
        var book = Years([.. Calm, 245.0m]);
        var leap = book.At(At("2026-01-01")).Latest("gdp", "140900", Measure.Level)!;
        var rules = new RuleBook([Rule]);

        Assert.Empty(rules.Findings(book.At(At("2026-01-01")), leap));
        var entered = leap with { Id = 99, Reliability = Reliability.Return, KnownFrom = Day("2025-12-02") };
        var finding = Assert.Single(rules.Findings(book.With([entered], []).At(At("2026-01-01")), entered));
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Equal(1, RuleTrial.Run(Rule, null, book.At(At("2026-01-01")), 50).Fired);
    }

    private static FigureBook Years(IReadOnlyList<decimal> values, Series? series = null) =>
        Book([.. values.Select((v, i) => Figure(i + 1, v, Period.FullYear(2014 + i), series, known: "2025-12-01"))]);

    private static Breach? Judge(FigureBook book, int year, Series? series = null, string scope = "")
    {
        var view = book.At(At("2026-01-01"));
        return Rule.Judge(view, view.Shown("gdp", "140900", (series ?? Series()).Measure, Period.FullYear(year), scope)!);
    }
}
