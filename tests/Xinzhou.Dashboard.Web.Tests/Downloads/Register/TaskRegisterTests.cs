using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Downloads.Register;
using Xinzhou.Dashboard.Web.Tests.Browse;

namespace Xinzhou.Dashboard.Web.Tests.Downloads.Register;

public sealed class TaskRegisterTests
{
    private static readonly DateOnly Day = new(2026, 11, 23);

    [Fact]
    public void Tasks_without_work_items_stand_as_lines_of_their_own_and_withdrawn_ones_nowhere()
    {
        var register = Of(null);

        Assert.Equal([(1, 1), (1, 2), (2, 0), (3, 0), (4, 0)], register.Rows.Select(r => (r.Task.Number, r.Item?.Number ?? 0)));
        Assert.Equal(2, register.Counts.All);
    }

    [Fact]
    public void Progress_stands_beside_the_plan_of_the_same_day()
    {
        var row = Of("d2").Rows[1];

        // 638 of 1,095 days by the end of September 2026.
        Assert.Equal(58.3m, Math.Round(row.Planned!.Value, 1));
        Assert.Equal(1.7m, Math.Round(row.Deviation!.Value, 1));
    }

    [Fact]
    public void Who_owes_nothing_has_an_empty_register()
    {
        var plan = SamplePlan.Book.At(new(Shanghai.EndOf(Day)));

        Assert.Empty(TaskRegister.Of(plan, SamplePlan.LightsOf(plan, Day), new("d4", "丁单位", 4)).Rows);
    }

    private static TaskRegister Of(string? department)
    {
        var plan = SamplePlan.Book.At(new(Shanghai.EndOf(Day)));
        return TaskRegister.Of(plan, SamplePlan.LightsOf(plan, Day), plan.Departments.FirstOrDefault(d => d.Code == department));
    }
}
