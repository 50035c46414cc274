using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Browse.Tasks;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Tasks;

public sealed class TaskFilterTests
{
    [Theory]
    [InlineData(null, null, null, null, null, "1,2,3,4")]
    [InlineData("", "", "", "", "", "1,2,3,4")]
    [InlineData("seven-upgrades", null, null, null, null, "1,2,3")]
    [InlineData("other", null, null, null, null, "4")]
    [InlineData(null, "industry", null, null, null, "1,2,4")]
    [InlineData(null, "产业能级", null, null, null, "1,2,4")]
    [InlineData(null, null, "official", null, null, "")]
    [InlineData(null, null, null, "placeholder", null, "4")]
    [InlineData(null, "industry", null, "from-article", "grey", "1,2")]
    [InlineData(null, null, null, null, "red", "")]
    public void Filters_narrow_together(string? aspect, string? dimension, string? title, string? content, string? light, string numbers)
    {
        var filter = TaskFilter.Read(SamplePlan.Plan, aspect, dimension, title, content, light);

        Assert.Empty(filter.Faults);
        Assert.Equal(numbers, string.Join(',', SamplePlan.Plan.Tasks.Where(t => filter.Admits(t, SamplePlan.Lights)).Select(t => t.Number)));
    }

    [Fact]
    public void What_does_not_exist_is_named_and_left_aside()
    {
        var filter = TaskFilter.Read(SamplePlan.Plan, "aspect-9", "sea", "unpublished", "maybe", "violet");

        Assert.Equal(
            [(TaskFilterName.Aspect, "aspect-9"), (TaskFilterName.Dimension, "sea"), (TaskFilterName.Title, "unpublished"), (TaskFilterName.Content, "maybe"), (TaskFilterName.Light, "violet")],
            filter.Faults);
        Assert.False(filter.IsSet);
        Assert.All(SamplePlan.Plan.Tasks, t => Assert.True(filter.Admits(t, SamplePlan.Lights)));
    }

    [Theory]
    [InlineData("d1", null, null, "1")]
    [InlineData("甲单位", null, null, "1")]
    [InlineData("d2", null, null, "")]
    [InlineData("none", null, null, "2,3,4")]
    [InlineData(null, "overdue", null, "1")]
    [InlineData(null, "month", null, "")]
    [InlineData(null, "year", null, "")]
    [InlineData(null, null, "red", "1")]
    [InlineData("none", null, "grey", "2,3,4")]
    public void Filters_go_by_lead_unit_deadline_and_light(string? lead, string? due, string? light, string numbers)
    {
        var day = new DateOnly(2026, 11, 23);
        var plan = SamplePlan.Book.At(new(Shanghai.EndOf(day)));
        var filter = TaskFilter.Read(plan, null, null, null, null, light, lead, due);

        Assert.Empty(filter.Faults);
        var lights = SamplePlan.LightsOf(plan, day);
        Assert.Equal(numbers, string.Join(',', plan.Tasks.Where(t => filter.Admits(t, lights)).Select(t => t.Number)));
    }

    [Theory]
    [InlineData("2026-09-01", "month", "1")] // due on 30 September
    [InlineData("2026-08-01", "month", "")]
    [InlineData("2026-08-01", "quarter", "1")]
    [InlineData("2027-05-01", "year", "1")] // the second item is due at the end of 2027
    public void What_is_due_within_a_time_is_counted_from_the_day(string today, string due, string numbers)
    {
        var day = DateOnly.ParseExact(today, "yyyy-MM-dd");
        var plan = SamplePlan.Book.At(new(Shanghai.EndOf(day)));
        var filter = TaskFilter.Read(plan, null, null, null, null, null, null, due);

        var lights = SamplePlan.LightsOf(plan, day);
        Assert.Equal(numbers, string.Join(',', plan.Tasks.Where(t => filter.Admits(t, lights)).Select(t => t.Number)));
    }

    [Fact]
    public void A_unit_or_deadline_that_does_not_exist_is_named()
    {
        var filter = TaskFilter.Read(SamplePlan.Plan, null, null, null, null, null, "d9", "soon");

        Assert.Equal([(TaskFilterName.Lead, "d9"), (TaskFilterName.Due, "soon")], filter.Faults);
    }

    [Fact]
    public void A_placeholder_lacks_its_aspect_besides()
    {
        Assert.Contains(MissingPart.Aspect, MissingParts.Of(SamplePlan.Plan.Task(4)!, SamplePlan.Lights));
        Assert.DoesNotContain(MissingPart.Aspect, MissingParts.Of(SamplePlan.Plan.Task(1)!, SamplePlan.Lights));
    }

    [Fact]
    public void What_is_entered_is_no_longer_missing()
    {
        var task = SamplePlan.Plan.Task(1)! with { TitleStatus = Status.Official, NumberStatus = Status.Official, WorkItems = [new() { Task = 1, Number = 1, Text = "一条" }] };

        Assert.Equal([MissingPart.LeadUnit, MissingPart.Target, MissingPart.Evidence], MissingParts.Of(task, SamplePlan.Lights));
    }
}
