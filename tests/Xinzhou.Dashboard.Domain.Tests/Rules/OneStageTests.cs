using CsCheck;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Rules;
using static Xinzhou.Dashboard.Domain.Tests.Indicators.Sample;

namespace Xinzhou.Dashboard.Domain.Tests.Rules;

/// <summary>Arithmetic is judged within one stage: where the total alone has been revised there is no verdict.</summary>
public sealed class OneStageTests
{
    private static readonly Indicator Primary = Indicator("primary");
    private static readonly Indicator Rest = Indicator("rest");
    private static readonly Indicator Part = Indicator("share", IndicatorType.Ratio, "%");

    private static readonly RuleBook Rules = RuleBook.Parse(
    [
        ("parts", """{"type":"parts","total":"gdp","parts":["primary","rest"]}"""),
        ("share", """{"type":"share","share":"share","part":"primary","total":"gdp"}"""),
        ("gap", """{"type":"gap"}"""),
        ("ytd", """{"type":"ytd_not_falling"}"""),
        ("q1", """{"type":"q1_equals_ytd"}"""),
    ], new([Gdp, Primary, Rest, Part], [Nation, Province, City]));

    /// <summary>Of each rule the figures that break it, the judged one first.</summary>
    public static TheoryData<string> Kinds => ["parts", "share", "gap", "ytd", "q1"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Figures_of_one_stage_are_held_to_the_rule(string rule) =>
        Assert.Equal([1L], Broken(rule, Breaking(rule)));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void One_operand_of_another_stage_leaves_no_verdict(string rule)
    {
        var figures = Breaking(rule);
        for (var i = 0; i < figures.Length; i++)
        {
            Assert.Empty(Broken(rule, [.. figures.Select((f, n) => n == i ? f with { Stage = Stage.Final } : f)]));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_states_no_stage_stands_only_beside_what_its_own_source_says(string rule)
    {
        var figures = Breaking(rule);
        Figure[] last = [.. figures[..^1], figures[^1] with { Stage = Stage.Unstated }];

        Assert.Equal([1L], Broken(rule, last));
        Assert.Empty(Broken(rule, [.. last[..^1], last[^1] with { Source = Source(2) }]));
        Assert.Equal([1L], Broken(rule, [.. figures.Select(f => f with { Stage = Stage.Unstated })]));
        Assert.Empty(Broken(rule, [.. figures.Select((f, n) => f with { Stage = Stage.Unstated, Source = Source(n + 1) })]));
    }

    [Fact]
    public void A_total_that_was_revised_alone_is_not_held_against_its_preliminary_parts()
    {
        // 五寨县 2022: 60.8 最终核实, the parts of the preliminary 58.0.
        var preliminary = Figure(1, 58.0m);
        Figure[] parts = [Figure(2, 8.0m, series: Series(Primary)), Figure(3, 50.0m, series: Series(Rest))];
        var final = Figure(4, 60.8m, stage: Stage.Final, known: "2025-01-20");

        Assert.Empty(Broken("parts", [preliminary, .. parts, final]));
        Assert.Equal([4L], Broken("parts", [preliminary, .. parts.Select(p => p with { Stage = Stage.Final }), final]));
    }

    [Fact]
    public void There_is_a_verdict_exactly_where_all_stages_and_sources_allow_it() =>
        Gen.Select(Gen.Enum<Stage>().Array[3], Gen.Int[1, 2].Array[3]).Sample((stages, sources) =>
        {
            var figures = Breaking("parts").Select((f, i) => f with { Stage = stages[i], Source = Source(sources[i]) }).ToArray();
            var stated = stages.Where(s => s != Stage.Unstated).Distinct().Count();
            var judged = stated <= 1 && (!stages.Contains(Stage.Unstated) || sources.Distinct().Count() == 1);

            return Broken("parts", figures).Any() == judged;
        });

    [Fact]
    public void Parts_at_other_prices_are_no_parts_of_a_total_and_at_the_same_they_are()
    {
        var figures = Breaking("parts");
        Figure[] constant = [.. figures.Select(f => f with { Id = f.Id + 3, StatedPriceBasis = PriceBasis.Constant })];

        Assert.Empty(Broken("parts", [figures[0], .. constant[1..]]));
        Assert.Empty(Broken("parts", [constant[0], .. figures[1..]]));
        Assert.Equal([4L], Broken("parts", constant));
        Assert.Equal([1L, 4L], Broken("parts", [.. figures, .. constant]));
    }

    [Fact]
    public void A_gap_of_growth_is_held_against_growth_in_the_leading_prices_alone()
    {
        var figures = Breaking("gap");

        Assert.Empty(Broken("gap", [figures[0], figures[1] with { StatedPriceBasis = PriceBasis.Current }, figures[2]]));
        Assert.Equal([1L], Broken("gap", [.. figures, figures[1] with { Id = 4, Value = 12.9m, StatedPriceBasis = PriceBasis.Current }]));
    }

    private static Figure[] Breaking(string rule) => rule switch
    {
        "parts" => [Figure(1, 100m), Figure(2, 40m, series: Series(Primary)), Figure(3, 50m, series: Series(Rest))],
        "share" =>
        [
            Figure(1, 50.0m, series: Series(Part, measure: Measure.Share)),
            Figure(2, 40m, series: Series(Primary)),
            Figure(3, 100m),
        ],
        "gap" =>
        [
            Figure(1, 9.9m, series: Series(measure: Measure.Gap, benchmark: Benchmark.Province)),
            Figure(2, 10.1m, series: Series(measure: Measure.Yoy)),
            Figure(3, -3.0m, series: Series(unit: Province, measure: Measure.Yoy)),
        ],
        "ytd" => [Figure(1, 44m), Figure(2, 45m, Period.Ytd(2023, 9))],
        _ => [Figure(1, 31m, Period.Quarter(2023, 1)), Figure(2, 30m, Period.Ytd(2023, 3))],
    };

    private static IEnumerable<long> Broken(string rule, Figure[] figures)
    {
        var book = Book(figures);
        return figures.Where(f => Rules.Findings(book.At(At("2026-01-01")), f).Any(b => b.Rule == rule)).Select(f => f.Id);
    }
}
