using Xinzhou.Dashboard.Domain.Plan;
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
        Assert.Equal(numbers, string.Join(',', SamplePlan.Plan.Tasks.Where(filter.Admits).Select(t => t.Number)));
    }

    [Fact]
    public void What_does_not_exist_is_named_and_left_aside()
    {
        var filter = TaskFilter.Read(SamplePlan.Plan, "aspect-9", "sea", "unpublished", "maybe", "violet");

        Assert.Equal(
            [(TaskFilterName.Aspect, "aspect-9"), (TaskFilterName.Dimension, "sea"), (TaskFilterName.Title, "unpublished"), (TaskFilterName.Content, "maybe"), (TaskFilterName.Light, "violet")],
            filter.Faults);
        Assert.False(filter.IsSet);
        Assert.All(SamplePlan.Plan.Tasks, t => Assert.True(filter.Admits(t)));
    }

    [Fact]
    public void A_placeholder_lacks_its_aspect_besides()
    {
        Assert.Contains(MissingPart.Aspect, MissingParts.Of(SamplePlan.Plan.Task(4)!));
        Assert.DoesNotContain(MissingPart.Aspect, MissingParts.Of(SamplePlan.Plan.Task(1)!));
    }

    [Fact]
    public void What_is_entered_is_no_longer_missing()
    {
        var task = SamplePlan.Plan.Task(1)! with { TitleStatus = Status.Official, NumberStatus = Status.Official, WorkItems = [new() { Task = 1, Number = 1, Text = "一条" }] };

        Assert.Equal([MissingPart.LeadUnit, MissingPart.Target, MissingPart.Evidence], MissingParts.Of(task));
    }
}
