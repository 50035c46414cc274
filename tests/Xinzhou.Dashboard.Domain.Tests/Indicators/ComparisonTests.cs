using CsCheck;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Tests.Indicators;

public sealed class ComparisonTests
{
    private static readonly Series Growth = Sample.Series(measure: Measure.Yoy);
    private static readonly Series GrowthOfProvince = Sample.Series(unit: Sample.Province, measure: Measure.Yoy);

    [Fact]
    public void A_gap_is_the_difference_of_two_published_rates_with_the_digits_of_the_coarser()
    {
        var own = Sample.Figure(1, 1m, Period.Ytd(2023, 6), Growth);
        var province = Sample.Figure(2, 4.7m, Period.Ytd(2023, 6), GrowthOfProvince);

        Assert.Equal(-4m, DerivedGap.Of(own, province)!.Points);
        Assert.Equal(-3.7m, DerivedGap.Of(own with { Value = 1.0m }, province)!.Points);
    }

    [Fact]
    public void No_gap_is_derived_from_rates_that_cannot_be_compared()
    {
        var period = Period.Ytd(2023, 6);
        var own = Sample.Figure(1, 1m, period, Growth);
        var province = Sample.Figure(2, 4.7m, period, GrowthOfProvince);

        Assert.Null(DerivedGap.Of(own, null));
        Assert.Null(DerivedGap.Of(own, province with { Period = Period.Ytd(2023, 9) }));
        Assert.Null(DerivedGap.Of(own with { Scope = "不包括开发区" }, province));
        Assert.Null(DerivedGap.Of(own with { Kind = ValueKind.Forecast }, province));
        Assert.Null(DerivedGap.Of(own with { Comparator = Comparator.AtLeast }, province));
        Assert.Null(DerivedGap.Of(own, province with { StatedPriceBasis = PriceBasis.Current }));
        Assert.Null(DerivedGap.Of(Sample.Figure(3, 676.5m, period), Sample.Figure(4, 11688.6m, period, Sample.Series(unit: Sample.Province))));
    }

    [Fact]
    public void The_ratio_of_levels_is_held_against_the_published_rate_and_is_not_it()
    {
        var published = Sample.Figure(3, 10.6m, Period.FullYear(2021), Growth);
        var view = View(
            Sample.Figure(1, 1061.1m, Period.FullYear(2020), stage: Stage.Revised), Sample.Figure(2, 1344.4m, Period.FullYear(2021)), published);

        var hint = NaiveGrowth.Of(view, published)!;

        Assert.Equal(26.70m, hint.Rate);
        Assert.True(hint.StagesDiffer);
    }

    [Fact]
    public void Over_several_years_the_ratio_is_a_mean_annual_rate()
    {
        var published = Sample.Figure(3, 3.5m, Period.Span(2021, 2025), Sample.Series(measure: Measure.AvgGrowth));
        var view = View(Sample.Figure(1, 1061.1m, Period.FullYear(2020)), Sample.Figure(2, 1330.4m, Period.FullYear(2025)), published);

        var hint = NaiveGrowth.Of(view, published)!;

        Assert.Equal((5, 4.63m), (hint.Years, hint.Rate));
    }

    [Fact]
    public void Levels_of_another_scope_or_kind_make_no_ratio()
    {
        var published = Sample.Figure(3, 7.2m, Period.FullYear(2021), Growth);

        Assert.Null(NaiveGrowth.Of(View(Sample.Figure(1, 200m, Period.FullYear(2020)), Sample.Figure(2, 223.45m, Period.FullYear(2021), scope: "不包括开发区"), published), published));
        Assert.Null(NaiveGrowth.Of(View(Sample.Figure(1, 200m, Period.FullYear(2020)), Sample.Figure(2, 223.45m, Period.FullYear(2021), kind: ValueKind.Forecast), published), published));
        Assert.Null(NaiveGrowth.Of(View(Sample.Figure(1, 0m, Period.FullYear(2020)), Sample.Figure(2, 223.45m, Period.FullYear(2021)), published), published));
    }

    [Fact]
    public void Growing_at_the_mean_annual_rate_reaches_the_later_level() =>
        Gen.Select(Gen.Decimal[0.01m, 100_000m], Gen.Decimal[0.01m, 100_000m], Gen.Int[1, 12]).Sample((from, to, years) =>
        {
            var published = Sample.Figure(3, 3.5m, Period.Span(2000, 1999 + years), Sample.Series(measure: Measure.AvgGrowth));
            var rate = NaiveGrowth.Of(
                View(Sample.Figure(1, from, Period.FullYear(1999)), Sample.Figure(2, to, Period.FullYear(1999 + years)), published), published)?.Rate;

            // A span of one year is no span in the import format, but the arithmetic holds for it too.
            var expected = (Math.Pow((double)(to / from), 1.0 / years) - 1) * 100;
            Assert.Equal(expected, (double)rate!.Value, Math.Max(0.006, Math.Abs(expected) * 1e-9));
        });

    [Fact]
    public void What_decides_between_two_figures_is_named_in_the_order_of_the_rule()
    {
        var shown = Sample.Figure(2, 2m, stage: Stage.Preliminary, reliability: Reliability.Official, known: "2024-02-01");

        Assert.Equal(PrecedenceCriterion.SelfMedia, Precedence.Deciding(shown, shown with { Reliability = Reliability.SelfMedia, Stage = Stage.Final }));
        Assert.Equal(PrecedenceCriterion.Stage, Precedence.Deciding(shown, shown with { Stage = Stage.Flash, Reliability = Reliability.Repost }));
        Assert.Equal(PrecedenceCriterion.Reliability, Precedence.Deciding(shown, shown with { Reliability = Reliability.Repost, KnownFrom = Sample.Day("2024-03-01") }));
        Assert.Equal(PrecedenceCriterion.KnownFrom, Precedence.Deciding(shown, shown with { KnownFrom = Sample.Day("2024-01-01"), Id = 3 }));
        Assert.Equal(PrecedenceCriterion.Line, Precedence.Deciding(shown, shown with { Id = 1 }));
    }

    private static BookView View(params Figure[] figures) => Sample.Book(figures).At(Sample.At("2026-11-23"));
}
