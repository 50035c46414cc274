using Xinzhou.Dashboard.Domain.Progress.Assessment;
using static Xinzhou.Dashboard.Domain.Progress.Assessment.AssessmentDirection;
using static Xinzhou.Dashboard.Domain.Tests.Progress.Assessment.Assessed;

namespace Xinzhou.Dashboard.Domain.Tests.Progress.Assessment;

[Trait("Category", "Quick")]
public sealed class ProgressAssessmentTests
{
    private static readonly AssessmentInput Series = Level(Up, (2020, 100), (2022, 121), (2024, 110));

    [Theory]
    // The year has come: its own value alone counts, whatever came after.
    [InlineData(2022, 121, AssessmentVerdict.Achieved)]
    [InlineData(2022, 121.0001, AssessmentVerdict.Missed)]
    [InlineData(2024, 110, AssessmentVerdict.Achieved)]
    [InlineData(2024, 111, AssessmentVerdict.Missed)]
    [InlineData(2020, 100, AssessmentVerdict.Achieved)]
    [InlineData(2020, 101, AssessmentVerdict.Missed)]
    // It has not: the latest value counts, and not the best.
    [InlineData(2025, 110, AssessmentVerdict.Achieved)]
    public void A_verdict_that_is_final_has_no_ratio_and_no_projection(int year, double target, AssessmentVerdict verdict)
    {
        foreach (var kind in Enum.GetValues<AssessmentKind>())
        {
            var result = (Series.By(year, target) with { Kind = kind }).Judged();

            Assert.Equal((verdict, null), (result.Verdict, result.Reason));
            Assert.Equal((null, null, null, null), (result.Ratio, result.Projection, result.Miss, result.ByBaseYear));
        }
    }

    [Fact]
    public void Downwards_a_target_is_met_from_below()
    {
        var series = Level(Down, (2020, 80), (2024, 72));

        Assert.Equal(AssessmentVerdict.Achieved, series.By(2024, 72).Judged().Verdict);
        Assert.Equal(AssessmentVerdict.Missed, series.By(2024, 71.9).Judged().Verdict);
        Assert.Equal(AssessmentVerdict.Achieved, series.By(2030, 75).Judged().Verdict);
    }

    [Theory]
    [InlineData(2021)]
    [InlineData(2023)]
    public void A_year_that_has_passed_without_a_value_cannot_be_assessed(int year)
    {
        var result = Series.By(year, 1).Judged();

        Assert.Equal(new AssessmentResult(AssessmentVerdict.CannotAssess) { Reason = AssessmentReason.NoValueForYear }, result);
    }

    [Fact]
    public void What_is_achieved_still_says_how_it_grew()
    {
        var level = Series.By(2024, 108).Judged();
        Near(Math.Pow(1.1, 0.25) - 1, level.ObservedRate);
        Near(Math.Pow(1.08, 0.25) - 1, level.RequiredRate);
        var first = Series.By(2020, 90).Judged();
        Assert.Null(first.RequiredRate);
        var rate = Rate(Down, 2021, 5, 4, 3, 2).By(2027, 2.5).Judged();
        Assert.Equal(AssessmentVerdict.Achieved, rate.Verdict);
        Near(-1, rate.ObservedRate);
        Near(0.5 / 3, rate.RequiredRate);
        Assert.Null(Rate(Down, 2021, 5, 4).By(2022, 4).Judged().ObservedRate);
    }

    [Fact]
    public void A_question_that_cannot_be_put_says_why()
    {
        Assert.Empty(Series.By(2020, 1).Faults());
        Assert.Equal([AssessmentFault.NoValue], Level(Up).Faults());
        Assert.Equal([AssessmentFault.TargetBeforeFirstYear], Series.By(2019, 1).Faults());
        Assert.Equal([AssessmentFault.RateWithoutTarget], Rate(Up, 2020, 1, 2, 3, 4).Faults());
        Assert.Equal([AssessmentFault.LimitNotPositive], (Series with { Limit = 0 }).Faults());
        Assert.Equal([AssessmentFault.LimitNotPositive], (Series.By(2030, 200) with { Limit = -1 }).Faults());
        Assert.Throws<ArgumentException>(() => Level(Up).Judged());
    }
}
