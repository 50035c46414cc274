using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Web.Browse.Steps;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Steps;

public sealed class StairsTests
{
    private const StepPhase Past = StepPhase.Past;
    private const StepPhase Current = StepPhase.Current;
    private const StepPhase Ahead = StepPhase.Ahead;

    public static TheoryData<DateOnly, StepPhase[], int?> Days => new()
    {
        { new(2022, 12, 31), [Current, Ahead, Ahead, Ahead, Ahead], 365 },
        { new(2023, 9, 30), [Current, Ahead, Ahead, Ahead, Ahead], 92 },
        { new(2023, 12, 30), [Current, Ahead, Ahead, Ahead, Ahead], 1 },
        { new(2023, 12, 31), [Current, Ahead, Ahead, Ahead, Ahead], 0 },
        { new(2024, 1, 1), [Past, Current, Ahead, Ahead, Ahead], 730 },
        { new(2026, 11, 23), [Past, Past, Current, Ahead, Ahead], 403 },
        { new(2035, 12, 31), [Past, Past, Past, Past, Current], 0 },
        { new(2036, 1, 1), [Past, Past, Past, Past, Past], null },
    };

    [Theory, MemberData(nameof(Days))]
    public void The_day_alone_says_which_step_is_walked_on(DateOnly today, StepPhase[] phases, int? daysLeft)
    {
        var stairs = Stairs.Of(SamplePlan.Plan, today);

        Assert.Equal(phases, stairs.Steps.Select(s => s.Phase));
        Assert.Equal(daysLeft, stairs.Current?.DaysLeft);
    }

    [Fact]
    public void A_step_begins_the_day_after_the_one_before_and_the_first_with_its_year()
    {
        var stairs = Stairs.Of(SamplePlan.Plan, new(2026, 11, 23));

        Assert.Equal(new DateOnly(2023, 1, 1), stairs.Steps[0].From);
        Assert.All(stairs.Steps.Zip(stairs.Steps.Skip(1)), pair => Assert.Equal(pair.First.To.AddDays(1), pair.Second.From));
    }

    [Fact]
    public void The_walk_begins_with_the_first_year()
    {
        Assert.False(Stairs.Of(SamplePlan.Plan, new(2022, 12, 31)).HasBegun);
        Assert.True(Stairs.Of(SamplePlan.Plan, new(2023, 1, 1)).HasBegun);
    }

    [Fact]
    public void A_plan_without_milestones_has_no_steps()
    {
        var stairs = Stairs.Of(CityPlan.Empty, new(2026, 11, 23));

        Assert.Empty(stairs.Steps);
        Assert.Null(stairs.Current);
        Assert.False(stairs.HasBegun);
    }
}
