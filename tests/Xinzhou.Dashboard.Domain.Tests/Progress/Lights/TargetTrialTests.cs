using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Assessment;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Testing.Indicators;

namespace Xinzhou.Dashboard.Domain.Tests.Progress.Lights;

[Trait("Category", "Quick")]
public sealed class TargetTrialTests
{
    private readonly HandMade made = new();

    [Fact]
    public void What_is_needed_from_now_on_is_counted_from_the_latest_value()
    {
        Years((2020, 200), (2023, 230));
        var outlook = Try(Target(2027, 280)).Outlook;

        // (280 ÷ 230)^(1/4) − 1
        Assert.Equal(0.050407, outlook.RequiredFromNow!.Value, 6);
        Assert.Equal((2020, 2023), (outlook.Base!.Year, outlook.Current!.Year));
        Assert.Null(Try(Target(2028, 230)).Outlook.RequiredFromNow);
        Assert.Null(Try(Target(2023, 280)).Outlook.RequiredFromNow);
    }

    [Fact]
    public void Of_a_rate_the_change_of_each_year_is_needed()
    {
        foreach (var (year, value) in new[] { (2020, 3.0m), (2021, 3.5m), (2022, 3.6m), (2023, 4.0m) }) made.Add(Period.FullYear(year), value, measure: Measure.Yoy);

        var trial = Try(made.Add(Period.FullYear(2027), 6m, measure: Measure.Yoy, kind: ValueKind.Target, known: "2021-01-01"), growth: 0.25m);

        Assert.Equal(0.5, trial.Outlook.RequiredFromNow!.Value, 9);
        Assert.Equal([4.25m, 4.5m, 4.75m, 5m], trial.Years.Select(y => y.Value));
        Assert.Equal(LightReason.Missed, trial.End!.Light.Reason);
        Assert.Empty(trial.Outlook.ByBaseYear);
    }

    [Fact]
    public void The_verdict_from_each_base_year_is_that_of_the_assessment_from_it()
    {
        Years((2018, 150), (2021, 100), (2022, 104), (2023, 108));

        var outlook = Try(Target(2030, 148)).Outlook;

        Assert.Equal(
            [(2022, AssessmentVerdict.AccelerationNeeded, false), (2021, AssessmentVerdict.AccelerationNeeded, false), (2018, AssessmentVerdict.Deterioration, true)],
            outlook.ByBaseYear.Select(b => (b.Base.Year, b.Result.Verdict, b.IsUsed)));
        Assert.Equal(outlook.Inputs.Assessment!.ByBaseYear![2021], outlook.ByBaseYear[1].Result.Ratio);
    }

    [Fact]
    public void A_target_that_is_moved_is_judged_as_if_it_had_been_set_so()
    {
        Years((2020, 200), (2023, 230));
        var target = Target(2027, 280);

        Assert.Equal(LightReason.OnTrack, Try(target).Light.Reason);
        var higher = Try(target, value: 400);
        Assert.Equal((LightReason.Limited, 400m, 2027), (higher.Light.Reason, higher.Target.Value, higher.Outlook.Inputs.Year));
        var later = Try(target, value: 400, year: 2035);
        Assert.Equal((LightReason.OnTrack, "2035-FY"), (later.Light.Reason, later.Target.Period.Code));
    }

    [Fact]
    public void With_another_growth_each_year_to_come_has_its_value_and_its_light()
    {
        Years((2020, 200), (2023, 230));

        var slow = Try(Target(2027, 280), growth: 1);
        Assert.Equal([2024, 2025, 2026, 2027], slow.Years.Select(y => y.Year));
        Assert.Equal([232.3m, 234.623m, 236.96923m, 239.338922m], slow.Years.Select(y => y.Value));
        // 3.81, 3.24 and 2.87 % a year against 4.92 %: 0.77, 0.66 and 0.58.
        Assert.Equal([LightColour.Amber, LightColour.Amber, LightColour.Red, LightColour.Red], slow.Years.Select(y => y.Light.Colour));
        Assert.Equal(LightReason.Missed, slow.End!.Light.Reason);
        Assert.Equal(LightReason.Achieved, Try(Target(2027, 280), growth: 5.05m).End!.Light.Reason);
        // What is assumed stays in the trial.
        Assert.Equal(LightReason.OnTrack, Try(Target(2027, 280)).Light.Reason);
    }

    [Fact]
    public void The_base_of_the_commitment_holds_for_the_trial()
    {
        Years((2018, 150), (2021, 100), (2023, 108));
        var target = Target(2030, 148);
        var commitment = new Commitment { Target = new("gdp", "140900", "2030-FY", PeriodKind.Year), Baseline = "2021" };

        Assert.Equal(LightReason.Deterioration, Try(target, value: 149).Light.Reason);
        Assert.Equal(LightReason.AccelerationNeeded, Try(target, value: 149, commitment: commitment).Light.Reason);
    }

    [Fact]
    public void Values_of_another_scope_or_price_basis_are_left_aside_and_named()
    {
        Years((2021, 100));
        var other = made.Add(Period.FullYear(2022), 90, scope: "不包括开发区");
        var constant = made.Add(Period.FullYear(2023), 80, priceBasis: PriceBasis.Constant);

        var trial = Try(Target(2030, 148));

        Assert.Equal(LightReason.NotEnoughValues, trial.Light.Reason);
        Assert.Equal([constant.Id, other.Id], trial.Outlook.Incomparable.Select(f => f.Id));
    }

    [Fact]
    public void Where_neither_target_nor_indicator_has_a_direction_it_is_said()
    {
        var neutral = HandMade.Gdp with { Code = "neutral", Direction = Direction.None };

        Assert.True(Try(made.Add(Period.FullYear(2030), 1, neutral, kind: ValueKind.Target, known: "2021-01-01")).Outlook.IsWithoutDirection);
        Assert.False(Try(made.Add(Period.FullYear(2031), 1, neutral, kind: ValueKind.Target, comparator: Comparator.AtLeast, known: "2021-01-01")).Outlook.IsWithoutDirection);
    }

    [Fact]
    public void A_target_of_a_span_or_of_no_year_cannot_be_moved()
    {
        Assert.False(TargetTrial.CanMove(made.Add(Period.Span(2026, 2030), 5, measure: Measure.AvgGrowth, kind: ValueKind.Target, known: "2021-01-01")));
        Assert.False(TargetTrial.CanMove(made.Add(Period.Unstated, 5, kind: ValueKind.Target, known: "2021-01-01")));
        Assert.True(TargetTrial.CanMove(Target(2027, 1)));
    }

    [Fact]
    public void In_the_course_of_its_year_the_rest_of_the_target_remains()
    {
        Years((2022, 200), (2023, 230));
        made.Add(Period.Ytd(2024, 3), 50);

        var outlook = Try(Target(2024, 250)).Outlook;

        Assert.Equal(200, outlook.Remaining);
        Assert.Equal((250d / 230) - 1, outlook.RequiredFromNow!.Value, 9);
    }

    private void Years(params (int Year, decimal Value)[] values)
    {
        foreach (var (year, value) in values) made.Add(Period.FullYear(year), value);
    }

    private Figure Target(int year, decimal value) =>
        made.Add(Period.FullYear(year), value, kind: ValueKind.Target, comparator: Comparator.AtLeast, known: "2021-01-01");

    private TargetTrial Try(Figure target, decimal? value = null, int? year = null, decimal? growth = null, Commitment? commitment = null) =>
        TargetTrial.Of(target, commitment, made.Book.At(new(Shanghai.EndOf(new(2024, 6, 1)))), LightSettings.Default, value, year, growth);
}
