using Xinzhou.Dashboard.Domain.Progress.Assessment;
using static Xinzhou.Dashboard.Domain.Progress.Assessment.AssessmentDirection;
using static Xinzhou.Dashboard.Domain.Tests.Progress.Assessment.Assessed;

namespace Xinzhou.Dashboard.Domain.Tests.Progress.Assessment;

[Trait("Category", "Quick")]
public sealed class LevelAssessmentTests
{
    // The numbers were computed apart from this program.
    [Theory]
    [InlineData(Up, 2020, 200, 2023, 230, 2027, 280, AssessmentVerdict.OnTrack, 0.04768955317164725, 0.04924143725562313, 0.9684841838405384, 277.11388681390065)]
    [InlineData(Down, 2019, 80, 2024, 72, 2030, 50, AssessmentVerdict.Limited, -0.0208516376390232, -0.04182764187522825, 0.49851334438655626, 63.448813880991295)]
    [InlineData(Up, 2022, 150, 2024, 140, 2028, 145, AssessmentVerdict.Deterioration, -0.033908216920704115, -0.0056343259234808984, -6.018149709691545, 121.95555555555555)]
    [InlineData(Up, 2020, 100, 2022, 104, 2026, 120, AssessmentVerdict.AccelerationNeeded, 0.01980390271855703, 0.030853320886444546, 0.6418726461065625, 112.48640000000003)]
    // A debt that shrinks towards zero, and one that was to grow and shrinks.
    [InlineData(Up, 2020, -40, 2022, -30, 2026, -10, AssessmentVerdict.AccelerationNeeded, -0.1339745962155614, -0.2062994740159002, 0.6494180213238717, -16.875)]
    [InlineData(Down, 2020, -40, 2022, -30, 2026, -90, AssessmentVerdict.Deterioration, -0.1339745962155614, 0.14471424255333187, -0.9257872193622368, -16.875)]
    // A zero base and a zero target count as 0.001.
    [InlineData(Up, 2020, 0, 2022, 0.5, 2025, 2, AssessmentVerdict.OnTrack, 21.360679774997898, 3.573050519273264, 5.978275330778846, 5590.169943749475)]
    [InlineData(Down, 2020, 5, 2022, 2, 2025, 0, AssessmentVerdict.Limited, -0.3675444679663241, -0.817943579697392, 0.44935185884373785, 0.5059644256269408)]
    // A current value of zero is one: everything is gone.
    [InlineData(Down, 2020, -10, 2023, 0, 2026, -20, AssessmentVerdict.Deterioration, -1, 0.12246204830937302, -8.165795148826216, 0)]
    public void Observed_growth_is_held_to_the_growth_that_leads_to_the_target(
        AssessmentDirection direction, int from, double first, int now, double value, int year, double target,
        AssessmentVerdict verdict, double observed, double required, double ratio, double projection)
    {
        var result = Level(direction, (from, first), (now, value)).By(year, target).Judged();

        Assert.Equal(verdict, result.Verdict);
        Near(observed, result.ObservedRate);
        Near(required, result.RequiredRate);
        Near(ratio, result.Ratio);
        Near(projection, result.Projection);
        Assert.Equal((null, null, null, null), (result.Reason, result.Miss, result.DirectedGrowth, result.LimitFactor));
        Near(ratio, Assert.Single(result.ByBaseYear!).Value);
    }

    [Theory]
    // 95 and 60 % of a growth of 20 a year, met but for the last digits; and a little less.
    [InlineData(119, AssessmentVerdict.OnTrack)]
    [InlineData(118.9999999999, AssessmentVerdict.OnTrack)]
    [InlineData(118.9999, AssessmentVerdict.AccelerationNeeded)]
    [InlineData(112, AssessmentVerdict.AccelerationNeeded)]
    [InlineData(111.9999, AssessmentVerdict.Limited)]
    [InlineData(100, AssessmentVerdict.Limited)]
    [InlineData(99.9999999999, AssessmentVerdict.Limited)]
    [InlineData(99.9999, AssessmentVerdict.Deterioration)]
    public void The_lower_bounds_belong_to_the_better_verdict(double value, AssessmentVerdict verdict) =>
        Assert.Equal(verdict, Level(Up, (2023, 100), (2024, value)).By(2025, 144).Judged().Verdict);

    [Fact]
    public void No_growth_is_no_negative_zero()
    {
        var result = Level(Down, (2023, 100), (2024, 100)).By(2025, 90).Judged();

        Assert.Equal((AssessmentVerdict.Limited, 0.0), (result.Verdict, result.Ratio!.Value));
        Assert.False(double.IsNegative(result.Ratio.Value));
    }

    [Theory]
    [InlineData(Up, -5, 3, 10)]
    [InlineData(Up, 5, -3, 10)]
    [InlineData(Down, 5, 3, -10)]
    [InlineData(Up, -5, -3, 10)]
    // A zero target, and a zero base, count as something above zero.
    [InlineData(Up, -5, -3, 0)]
    [InlineData(Up, 0, -3, 10)]
    [InlineData(Down, 0, 3, -10)]
    [InlineData(Down, 5, 0, -1)]
    public void Nothing_is_assessed_between_opposite_signs(AssessmentDirection direction, double first, double value, double target)
    {
        var result = Level(direction, (2020, first), (2022, value)).By(2025, target).Judged();

        Assert.Equal(
            new AssessmentResult(AssessmentVerdict.CannotAssess) { Reason = AssessmentReason.Sign },
            result with { ByBaseYear = null });
        Assert.Equal([new(2020, null)], result.ByBaseYear!);
    }

    [Theory]
    [InlineData(Up, 10)]
    [InlineData(Up, 0.001)]
    [InlineData(Down, -10)]
    public void What_stands_at_zero_has_made_no_progress_wherever_the_target_is(AssessmentDirection direction, double target)
    {
        var result = Level(direction, (2020, 0), (2022, 0)).By(2025, target).Judged();

        Assert.Equal(AssessmentVerdict.Limited, result.Verdict);
        Assert.All([result.Ratio, result.ObservedRate, result.Projection], number => Assert.Equal(0.0, number));
        Assert.Equal([new(2020, 0)], result.ByBaseYear!);
    }

    [Fact]
    public void Where_the_target_stands_at_the_base_and_was_left_nothing_is_divided_by_zero()
    {
        var result = Level(Up, (2020, 100), (2022, 90)).By(2025, 100).Judged();

        Assert.Equal((AssessmentVerdict.Deterioration, null), (result.Verdict, result.Ratio));
        Near(0, result.RequiredRate);
        Near(-0.05131670194948623, result.ObservedRate);
        Near(76.8433471420916, result.Projection);
        Assert.Equal([new(2020, null)], result.ByBaseYear!);
    }

    [Fact]
    public void Every_earlier_year_is_tried_as_the_base()
    {
        var input = Level(Up, (2018, -3), (2020, 200), (2021, 230), (2023, 230)).By(2027, 280);

        var result = (input with { BaseYear = 2020 }).Judged();

        Assert.Equal([2018, 2020, 2021], result.ByBaseYear!.Keys.Order());
        Assert.Null(result.ByBaseYear![2018]);
        Near(0.9684841838405384, result.ByBaseYear[2020]);
        Near(0, result.ByBaseYear[2021]);
        Assert.Equal((AssessmentVerdict.CannotAssess, AssessmentReason.Sign), (input.Judged().Verdict, input.Judged().Reason));
        Assert.Equal(result.ByBaseYear, input.Judged().ByBaseYear);
    }

    [Theory]
    [InlineData(null, 2018)]
    [InlineData(2015, 2018)]
    [InlineData(2018, 2018)]
    [InlineData(2019, 2021)]
    [InlineData(2021, 2021)]
    public void The_base_is_the_earliest_year_or_the_next_there_is_after_the_one_asked_for(int? asked, int used)
    {
        var result = (Level(Up, (2018, 100), (2021, 110), (2023, 130)).By(2027, 200) with { BaseYear = asked }).Judged();

        Near(result.ByBaseYear![used], result.Ratio);
        Assert.NotEqual(result.ByBaseYear[2018], result.ByBaseYear[2021]);
    }

    [Theory]
    [InlineData(2022)]
    [InlineData(2023)]
    [InlineData(2030)]
    public void A_base_that_leaves_no_year_to_grow_is_not_enough(int baseYear)
    {
        var result = (Level(Up, (2021, 110), (2023, 130)).By(2027, 200) with { BaseYear = baseYear }).Judged();

        Assert.Equal((AssessmentVerdict.CannotAssess, AssessmentReason.NotEnoughValues), (result.Verdict, result.Reason));
        Assert.Equal((null, null, null, null), (result.Ratio, result.ObservedRate, result.RequiredRate, result.Projection));
        Assert.Equal([2021], result.ByBaseYear!.Keys);
    }

    [Fact]
    public void One_value_is_not_enough_and_met_all_the_same_is_met()
    {
        var one = Level(Up, (2023, 130));

        Assert.Equal((AssessmentVerdict.CannotAssess, AssessmentReason.NotEnoughValues), (one.By(2027, 200).Judged().Verdict, one.By(2027, 200).Judged().Reason));
        Assert.Equal((AssessmentVerdict.CannotAssess, AssessmentReason.NotEnoughValues), (one.Judged().Verdict, one.Judged().Reason));
        Assert.Equal(AssessmentVerdict.Achieved, one.By(2027, 130).Judged().Verdict);
    }

    [Theory]
    // Without a target: 1.5 and 0.5 % a year, less near a limit.
    [InlineData(Up, 90, 93, 3, 120.0, AssessmentVerdict.OnTrack, 0.01098989096313252, 0.721213326764808)]
    [InlineData(Up, 90, 93, 3, null, AssessmentVerdict.AccelerationNeeded, 0.01098989096313252, 1)]
    [InlineData(Down, 150, 144, 3, 100.0, AssessmentVerdict.AccelerationNeeded, 0.013515170267812016, 0.9539290869596531)]
    [InlineData(Down, 120, 117, 1, 100.0, AssessmentVerdict.OnTrack, 0.025, 0.6287046226695863)]
    [InlineData(Up, 60, 61, 2, 100.0, AssessmentVerdict.AccelerationNeeded, 0.008298897483611567, 0.8964877969664486)]
    [InlineData(Up, 200, 201, 1, 100.0, AssessmentVerdict.AccelerationNeeded, 0.005, 1)]
    [InlineData(Up, 250, 250, 1, 100.0, AssessmentVerdict.Limited, 0, 1)]
    // At the limit, whatever does not fall back is on track.
    [InlineData(Up, 100, 100, 1, 100.0, AssessmentVerdict.OnTrack, 0, 0)]
    [InlineData(Up, 100, 99, 1, 100.0, AssessmentVerdict.Deterioration, -0.01, 0)]
    [InlineData(Up, 1000, 1015, 1, null, AssessmentVerdict.OnTrack, 0.015, 1)]
    [InlineData(Down, 1000, 1001, 1, null, AssessmentVerdict.Deterioration, -0.001, 1)]
    [InlineData(Up, -50, -40, 4, null, AssessmentVerdict.OnTrack, 0.05425839099682417, 1)]
    [InlineData(Up, -60, -60, 2, 100.0, AssessmentVerdict.Limited, 0, 0.8964877969664486)]
    [InlineData(Up, 0, 0, 2, 100.0, AssessmentVerdict.Limited, 0, 1)]
    public void Without_a_target_growth_is_held_to_a_fixed_one(
        AssessmentDirection direction, double first, double value, int years, double? limit, AssessmentVerdict verdict, double growth, double factor)
    {
        var result = (Level(direction, (2020, first), (2020 + years, value)) with { Limit = limit }).Judged();

        Assert.Equal(verdict, result.Verdict);
        Near(growth, result.DirectedGrowth);
        Near(factor, result.LimitFactor);
        Near(0.015 * factor, result.RequiredRate);
        Assert.Equal((null, null, null, null), (result.Ratio, result.Projection, result.Miss, result.ByBaseYear));
    }

    [Fact]
    public void Without_a_target_opposite_signs_cannot_be_assessed_either()
    {
        var result = Level(Up, (2020, -5), (2022, 3)).Judged();

        Assert.Equal(new AssessmentResult(AssessmentVerdict.CannotAssess) { Reason = AssessmentReason.Sign }, result);
    }

    [Fact]
    public void A_limit_beside_a_target_is_ignored()
    {
        var input = Level(Up, (2020, 90), (2023, 93)).By(2027, 110);
        var (without, with) = (input.Judged(), (input with { Limit = 120 }).Judged());

        Assert.Equal(without with { ByBaseYear = null }, with with { ByBaseYear = null });
        Assert.Equal(without.ByBaseYear, with.ByBaseYear);
    }

    [Fact]
    public void A_projection_beyond_any_number_is_none() =>
        Assert.Null(Level(Up, (2020, 1), (2021, 1e90)).By(2030, 1e99).Judged().Projection);
}
