using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using static Xinzhou.Dashboard.Domain.Tests.Plan.SaidOfPlan;

namespace Xinzhou.Dashboard.Domain.Tests.Plan;

/// <summary>When the plan changed, and what is worked out once between two changes.</summary>
public sealed class PlanMomentsTests
{
    private static readonly PlanBook Book = Recorded(
    [
        [new TaskStatement { Origin = From(Day(3, 5)), Number = 1, Title = "一" }],
        [new TaskStatement { Origin = From(Day(12, 5)), Number = 1, Title = "二" }],
    ]);

    [Fact]
    public void It_changed_last_when_something_was_recorded_or_became_known_and_not_before_it_does()
    {
        Assert.Null(Book.LastChange(Day(3, 4)));
        Assert.Equal(Day(3, 5), Book.LastChange(Day(3, 5)));
        Assert.Equal(Day(11, 1), Book.LastChange(Day(12, 4)));
        Assert.Equal(Day(12, 5), Book.LastChange(Day(12, 31)));
    }

    [Fact]
    public void Between_two_changes_there_is_one_plan()
    {
        var cache = new MomentCache<CityPlan>();
        CityPlan At(AsOf asOf) => cache.At(Book.Settled(asOf), Book.At);
        var plan = At(new(Day(11, 2)));

        Assert.Same(plan, At(new(Day(12, 4))));
        Assert.Equal("一", plan.Task(1)!.Title);
        Assert.Equal("二", At(new(Day(12, 5))).Task(1)!.Title);
        Assert.Equal("拟定的标题 1", At(new(Day(3, 4))).Task(1)!.Title);
        Assert.Equal("拟定的标题 1", At(new(Day(10, 31), Clock.Recorded)).Task(1)!.Title);
    }

    [Fact]
    public void On_another_article_the_same_is_said()
    {
        var renamed = Book.On(Article with { Departments = [new("fgw", "市发改委", 1)] });

        Assert.Equal("市发改委", renamed.At(new(Day(11, 2))).DepartmentName("fgw"));
        Assert.Equal("一", renamed.At(new(Day(11, 2))).Task(1)!.Title);
        Assert.Equal(2, renamed.Versions("task 1").Count());
        Assert.Empty(renamed.Versions("task 2"));
    }

    [Fact]
    public void Progress_of_an_item_that_only_the_article_names_is_seen()
    {
        var book = Recorded([[new ProgressStatement { Origin = From(Day(4, 3)), Task = 3, Item = 1, Quarter = new(2026, 1), Percent = 10, Text = "已开工" }]]);

        var item = Assert.Single(book.At(new(Day(4, 3))).Task(3)!.WorkItems);
        Assert.Equal(("原文的工作", 10m), (item.Text, item.Latest!.Percent));
    }

    [Fact]
    public void A_report_without_words_leaves_the_words_that_are_held()
    {
        var book = Recorded(
        [
            [new ProgressStatement { Origin = From(Day(4, 3)), Task = 3, Item = 1, Quarter = new(2026, 1), Percent = 10, Text = "已开工" }],
            [new ProgressStatement { Origin = From(Day(4, 4), "另一份"), Task = 3, Item = 1, Quarter = new(2026, 1), Percent = 10 }],
            [new ProgressStatement { Origin = From(Day(4, 5)), Task = 3, Item = 1, Quarter = new(2026, 1), Percent = 20 }],
        ]);

        Assert.Equal("已开工", book.At(new(Day(4, 4))).Task(3)!.WorkItems[0].Latest!.Text);
        Assert.Equal(("已开工", 20m), (book.At(new(Day(4, 5))).Task(3)!.WorkItems[0].Latest!.Text, book.At(new(Day(4, 5))).Task(3)!.WorkItems[0].Latest!.Percent));
    }
}
