using Xinzhou.Dashboard.Domain.Progress.Assessment;
using static Xinzhou.Dashboard.Domain.Progress.Assessment.AssessmentDirection;
using static Xinzhou.Dashboard.Domain.Tests.Progress.Assessment.Assessed;

namespace Xinzhou.Dashboard.Domain.Tests.Progress.Assessment;

[Trait("Category", "Quick")]
public sealed class RateAssessmentTests
{
    private static readonly AssessmentInput Falling = Rate(Down, 2019, 6, 5.5, 5.2, 4.6, 4.4, 4.1);

    [Theory]
    [InlineData(3.0, -0.04 / 1.1, AssessmentVerdict.OnTrack)]
    [InlineData(2.8, 0.16 / 1.3, AssessmentVerdict.AccelerationNeeded)]
    [InlineData(2.5, 0.46 / 1.6, AssessmentVerdict.Limited)]
    public void The_mean_change_is_carried_on_to_the_year_of_the_target(double target, double miss, AssessmentVerdict verdict)
    {
        var result = Falling.By(2027, target).Judged();

        Assert.Equal(verdict, result.Verdict);
        Near(-0.38, result.ObservedRate);
        Near(2.96, result.Projection);
        Near(miss, result.Miss);
        Near((target - 4.1) / 3, result.RequiredRate);
        Assert.Equal((null, null, null), (result.Reason, result.Ratio, result.ByBaseYear));
    }

    [Theory]
    // On the way from 0 to 10 within ten years; the mean change says what is missing.
    [InlineData(0.951, AssessmentVerdict.OnTrack)]
    [InlineData(0.95, AssessmentVerdict.AccelerationNeeded)]
    [InlineData(0.8, AssessmentVerdict.AccelerationNeeded)]
    [InlineData(0.7999999999999, AssessmentVerdict.AccelerationNeeded)]
    [InlineData(0.7999, AssessmentVerdict.Limited)]
    [InlineData(0, AssessmentVerdict.Limited)]
    [InlineData(-0.0001, AssessmentVerdict.Deterioration)]
    public void A_twentieth_missing_is_too_much_and_a_fifth_just_allowed(double change, AssessmentVerdict verdict)
    {
        double[] values = [-3 * change, -2 * change, -change, 0];

        Assert.Equal(verdict, Rate(Up, 2021, values).By(2034, 10).Judged().Verdict);
        Assert.Equal(verdict, Rate(Down, 2021, [.. values.Select(v => -v)]).By(2034, -10).Judged().Verdict);
    }

    [Fact]
    public void What_crosses_zero_is_assessed()
    {
        var result = Rate(Up, 2021, -2, -1, 0, 1).By(2026, 4).Judged();

        Assert.Equal(AssessmentVerdict.Limited, result.Verdict);
        Near(3, result.Projection);
        Near(1.0 / 3, result.Miss);
    }

    [Fact]
    public void No_more_than_six_years_count()
    {
        var longer = Rate(Down, 2017, 60, 50, 6, 5.5, 5.2, 4.6, 4.4, 4.1).By(2027, 2.8).Judged();

        Assert.Equal(Falling.By(2027, 2.8).Judged(), longer);
    }

    [Fact]
    public void Only_the_years_that_follow_one_another_up_to_the_latest_count()
    {
        var values = new Dictionary<int, double> { [2016] = 9, [2017] = 8, [2021] = 5.2, [2022] = 4.6, [2023] = 4.4, [2024] = 4.1 };

        var result = (Falling.By(2027, 2.8) with { Values = values }).Judged();

        Near(-1.1 / 3, result.ObservedRate);
    }

    [Theory]
    [InlineData(new[] { 2022, 2023, 2024 }, AssessmentReason.NotEnoughValues)]
    [InlineData(new[] { 2024 }, AssessmentReason.NotEnoughValues)]
    [InlineData(new[] { 2020, 2022, 2024 }, AssessmentReason.NotEnoughValues)]
    [InlineData(new[] { 2020, 2022, 2023, 2024 }, AssessmentReason.GapInYears)]
    [InlineData(new[] { 2015, 2016, 2017, 2018, 2019, 2024 }, AssessmentReason.GapInYears)]
    public void Fewer_than_four_years_in_a_row_are_told_from_a_gap(int[] years, AssessmentReason reason)
    {
        var result = (Falling.By(2027, 2.8) with { Values = years.ToDictionary(y => y, y => 2030.0 - y) }).Judged();

        Assert.Equal(new AssessmentResult(AssessmentVerdict.CannotAssess) { Reason = reason }, result);
    }

    [Fact]
    public void A_base_year_changes_nothing() =>
        Assert.Equal(Falling.By(2027, 2.8).Judged(), (Falling.By(2027, 2.8) with { BaseYear = 2023 }).Judged());
}
