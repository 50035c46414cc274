using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Rules;
using static Xinzhou.Dashboard.Domain.Tests.Indicators.Sample;

namespace Xinzhou.Dashboard.Domain.Tests.Rules;

/// <summary>Growth against the direction of the two levels is asked about, with all three numbers.</summary>
public sealed class GrowthSignRuleTests
{
    private static readonly RuleBook Rules = RuleBook.Parse([("sign", """{"type":"growth_sign"}""")], new([Gdp], [Nation, Province, City]));
    private static readonly Series Growth = Series(measure: Measure.Yoy);

    [Fact]
    public void A_growth_that_points_the_other_way_is_asked_about_with_both_levels()
    {
        var finding = Assert.Single(Findings(of: 3, Level(1, 2022, 103.0m), Level(2, 2023, 100.5m), Rate(3, 3.2m)));

        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Contains("同比3.2%，而本期100.5亿元、上年同期103.0亿元", finding.Message.Text(english: false), StringComparison.Ordinal);
        var english = finding.Message.Text(english: true);
        Assert.Contains("3.2%", english, StringComparison.Ordinal);
        Assert.Contains("10.05", english, StringComparison.Ordinal);
        Assert.Contains("10.30", english, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-3.2", "100.5", "103.0")] // Both fall.
    [InlineData("3.2", "103.0", "100.5")] // Both rise.
    [InlineData("0.0", "100.5", "103.0")] // Held: no direction.
    [InlineData("3.2", "100.5", "100.6")] // The last digits allow both to be 100.55.
    public void What_agrees_is_flat_or_lies_within_the_roundings_is_not(string growth, string now, string then) =>
        Assert.Empty(Findings(of: 3, Level(1, 2022, Number(then)), Level(2, 2023, Number(now)), Rate(3, Number(growth))));

    [Fact]
    public void A_fall_beside_a_level_that_rose_is_asked_about_too() =>
        Assert.Single(Findings(of: 3, Level(1, 2022, 100.5m), Level(2, 2023, 103.0m), Rate(3, -0.1m)));

    [Fact]
    public void Levels_of_another_scope_are_no_ground() =>
        Assert.Empty(Findings(of: 3, Level(1, 2022, 103.0m, scope: "不包括开发区"), Level(2, 2023, 100.5m), Rate(3, 3.2m)));

    [Fact]
    public void Figures_of_another_stage_are_no_ground()
    {
        Assert.Empty(Findings(of: 3, Level(1, 2022, 103.0m) with { Stage = Stage.Final }, Level(2, 2023, 100.5m), Rate(3, 3.2m)));
        Assert.Empty(Findings(of: 3, Level(1, 2022, 103.0m), Level(2, 2023, 100.5m) with { Stage = Stage.Flash }, Rate(3, 3.2m)));
    }

    [Fact]
    public void Without_last_years_level_there_is_no_verdict() =>
        Assert.Empty(Findings(of: 3, Level(2, 2023, 100.5m), Rate(3, 3.2m)));

    [Fact]
    public void A_bound_is_no_ground() =>
        Assert.Empty(Findings(of: 3, Level(1, 2022, 103.0m) with { Comparator = Comparator.AtLeast }, Level(2, 2023, 100.5m), Rate(3, 3.2m)));

    [Fact]
    public void It_is_asked_once_of_the_growth_where_both_are_entered_and_of_the_level_where_the_growth_is_published()
    {
        Figure[] both = [Level(1, 2022, 103.0m), Level(2, 2023, 100.5m), Rate(3, 3.2m)];

        Assert.Empty(Findings(of: 2, both));
        Assert.Single(Findings(of: 2, [both[0], both[1], both[2] with { Reliability = Reliability.Official, SourceText = "公报" }]));
    }

    [Fact]
    public void Nobody_answers_for_what_documents_publish() =>
        Assert.Empty(Findings(of: 3, Level(1, 2022, 103.0m), Level(2, 2023, 100.5m), Rate(3, 3.2m) with { Reliability = Reliability.Official }));

    private static Finding[] Findings(long of, params Figure[] figures)
    {
        var view = FigureBook.Of(figures, []).At(At("2026-01-01"));
        return [.. Rules.Findings(view, figures.Single(f => f.Id == of))];
    }

    private static Figure Level(long id, int year, decimal value, string scope = "") =>
        Figure(id, value, Period.FullYear(year), reliability: Reliability.Return, scope: scope);

    private static Figure Rate(long id, decimal value) =>
        Figure(id, value, Period.FullYear(2023), Growth, reliability: Reliability.Return, uom: "%");

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
