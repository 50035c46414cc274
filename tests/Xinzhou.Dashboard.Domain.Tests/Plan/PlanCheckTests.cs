using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using static Xinzhou.Dashboard.Domain.Tests.Plan.SaidOfPlan;

namespace Xinzhou.Dashboard.Domain.Tests.Plan;

/// <summary>What a person enters of the plan.</summary>
public sealed class PlanCheckTests
{
    private static readonly PlanOrigin Origin = PlanOrigin.NotRecorded;
    private static readonly CommitmentTarget Gdp = new("gdp", "140900", "2027-FY", PeriodKind.Year);

    private static readonly PlanBook Book = Recorded(
        [[new WorkItemStatement { Origin = From(Day(1, 5)), Task = 1, Number = 1, Text = "建厂", Start = new(new(2026, 3, 1)), Due = new(new(2026, 12, 31)) }]]);

    public static TheoryData<PlanStatement, PlanCheckReason> Wrong => new()
    {
        { new TaskStatement { Origin = Origin, Number = 4, Title = "四" }, PlanCheckReason.UnknownTask },
        { new TaskStatement { Origin = Origin, Number = 1, Title = " " }, PlanCheckReason.BadText },
        { new TaskStatement { Origin = Origin, Number = 1, Dimension = "space" }, PlanCheckReason.UnknownDimension },
        { new TaskStatement { Origin = Origin, Number = 1, Aspect = "aspect-9" }, PlanCheckReason.UnknownAspect },
        { new TaskStatement { Origin = Origin, Number = 1, Lead = "市发展改革委" }, PlanCheckReason.UnknownDepartment },
        { new TaskStatement { Origin = Origin, Number = 1, Supporting = ["fgw", "gone"] }, PlanCheckReason.UnknownDepartment },
        { new TaskStatement { Origin = Origin, Number = 1, Person = "甲、乙" }, PlanCheckReason.SeveralPersons },
        { new WorkItemStatement { Origin = Origin, Task = 1, Number = 0, Text = "零" }, PlanCheckReason.BadNumber },
        { new WorkItemStatement { Origin = Origin, Task = 1, Number = 1, Due = new(new(2026, 2, 28)) }, PlanCheckReason.DueBeforeStart },
        { new WorkItemStatement { Origin = Origin, Task = 1, Number = 2, Path = [new(new(2026, 1), 101)] }, PlanCheckReason.PercentRange },
        { new WorkItemStatement { Origin = Origin, Task = 1, Number = 2, Path = [new(new(2026, 1), 20), new(new(2026, 2), 20)] }, PlanCheckReason.PathNotRising },
        { new WorkItemStatement { Origin = Origin, Task = 1, Number = 2, Path = [new(new(2026, 2), 20), new(new(2026, 1), 30)] }, PlanCheckReason.PathNotRising },
        { new ProgressStatement { Origin = Origin, Task = 1, Item = 2, Quarter = new(2026, 1), Percent = 5 }, PlanCheckReason.UnknownItem },
        { new ProgressStatement { Origin = Origin, Task = 1, Item = 1, Quarter = new(2026, 4), Percent = 5 }, PlanCheckReason.QuarterNotEnded },
        { new CommitmentStatement { Origin = Origin, Target = Gdp with { Period = "2026-FY" }, Owner = "fgw" }, PlanCheckReason.NoTarget },
        { new CommitmentStatement { Origin = Origin, Target = Gdp, Tolerance = -1 }, PlanCheckReason.BadTolerance },
        { new OutcomeStatement { Origin = Origin, Year = 2028, Dimension = "industry", Text = "建成" }, PlanCheckReason.UnknownMilestone },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_cannot_be_is_told(PlanStatement said, PlanCheckReason reason)
    {
        var fault = Assert.Single(Check().Faults(said));

        Assert.Equal((said.Subject, reason), (fault.Subject, fault.Reason));
    }

    [Fact]
    public void What_can_be_is_said()
    {
        var check = Check();

        Assert.Empty(check.Faults(new TaskStatement { Origin = Origin, Number = 1, Title = "正式", Lead = "fgw", Responsible = ["gxj"], Aspect = "", Person = "" }));
        Assert.Empty(check.Faults(new WorkItemStatement { Origin = Origin, Task = 1, Number = 1, Due = new(null, "长期坚持"), Path = [new(new(2026, 2), 20), new(new(2026, 3), 40)] }));
        Assert.Empty(check.Faults(new ProgressStatement { Origin = Origin, Task = 1, Item = 2, Quarter = new(2026, 2), Percent = 5 }, (task, item) => (task, item) == (1, 2)));
        Assert.Empty(check.Faults(new CommitmentStatement { Origin = Origin, Target = Gdp, Owner = "", Task = 0 }));
    }

    private static PlanCheck Check() => new(Book.At(new(Day(7, 1))), target => target == Gdp, new(2026, 7, 1));
}
