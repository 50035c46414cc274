using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Tests.Plan;

public sealed class PlanBookTests
{
    private static readonly CityPlan Article = CityPlan.Empty with
    {
        Dimensions = [new() { Code = "industry", Order = 1, Name = "产业", FullName = "产业能级", Heading = "提升产业能级" }],
        Tasks =
        [
            new()
            {
                Number = 1,
                NumberStatus = Status.Provisional,
                Title = "加快制造业振兴升级",
                TitleStatus = Status.FromArticle,
                ContentStatus = Status.FromArticle,
                Dimension = "industry",
                DimensionStatus = Status.Provisional,
            },
        ],
    };

    private int _id;

    [Fact]
    public void What_the_article_says_stands_until_something_else_is_said()
    {
        var task = Assert.Single(PlanBook.Of(Article, []).At(Day(2026, 1, 1)).Tasks);

        Assert.Equal(Status.FromArticle, task.TitleStatus);
        Assert.Empty(task.History);
        Assert.Null(task.Lead);
    }

    [Fact]
    public void An_official_title_replaces_the_provisional_one_from_the_day_it_is_known_and_the_history_keeps_both()
    {
        var book = PlanBook.Of(Article, [new TaskStatement { Origin = Said(2026, 3, 2), Number = 1, Title = "加快制造业振兴" }]);

        Assert.Equal("加快制造业振兴升级", book.At(Day(2026, 3, 1)).Task(1)!.Title);
        var task = book.At(Day(2026, 3, 2)).Task(1)!;
        Assert.Equal("加快制造业振兴", task.Title);
        Assert.Equal(Status.Official, task.TitleStatus);
        Assert.Equal(Status.Official, task.NumberStatus);
        Assert.Equal("加快制造业振兴", Assert.Single(task.History).Title);
    }

    [Fact]
    public void An_empty_field_leaves_what_is_held_and_an_emptied_one_takes_it_away()
    {
        var book = PlanBook.Of(Article,
        [
            new TaskStatement { Origin = Said(2026, 1, 5), Number = 1, Lead = "a", Person = "甲", Responsible = ["a", "b"] },
            new TaskStatement { Origin = Said(2026, 2, 5), Number = 1, Lead = "b" },
            new TaskStatement { Origin = Said(2026, 3, 5), Number = 1, Person = "", Responsible = [] },
        ]);

        var february = book.At(Day(2026, 2, 5)).Task(1)!;
        Assert.Equal(("b", "甲"), (february.Lead, february.Person));
        Assert.Equal(["a", "b"], february.Responsible);
        var march = book.At(Day(2026, 3, 5)).Task(1)!;
        Assert.Equal(("b", null), (march.Lead, march.Person));
        Assert.Empty(march.Responsible);
    }

    [Fact]
    public void The_order_of_recording_does_not_matter_to_what_is_known()
    {
        PlanStatement[] early = [Item(Said(2026, 1, 5), text: "一", due: new(2026, 12, 31)), Progress(Said(2026, 4, 10), new(2026, 1), 20)];
        PlanStatement[] late = [Item(Said(2026, 2, 5), text: "二"), Progress(Said(2026, 7, 10), new(2026, 2), 45), Progress(Said(2026, 7, 20), new(2026, 2), 40)];
        PlanStatement[] forward = [.. early, .. late];
        var backward = forward.Reverse().Select((s, i) => s with { Origin = s.Origin with { Id = i + 1 } });

        foreach (var day in new[] { Day(2026, 1, 5), Day(2026, 2, 5), Day(2026, 4, 10), Day(2026, 7, 10), Day(2026, 7, 20) })
        {
            var one = Assert.Single(PlanBook.Of(Article, forward).At(day).Task(1)!.WorkItems);
            var other = Assert.Single(PlanBook.Of(Article, backward).At(day).Task(1)!.WorkItems);
            Assert.Equal((one.Text, one.Due?.Day, one.Latest?.Percent), (other.Text, other.Due?.Day, other.Latest?.Percent));
        }
    }

    [Fact]
    public void By_the_clock_of_recording_what_was_not_recorded_yet_is_not_known()
    {
        var origin = Said(2026, 1, 5) with { RecordedAt = Shanghai.StartOf(new(2026, 5, 1)) };
        var book = PlanBook.Of(Article, [Item(origin, text: "一")]);

        Assert.Single(book.At(Day(2026, 2, 1)).Task(1)!.WorkItems);
        Assert.Empty(book.At(Day(2026, 2, 1) with { Clock = Clock.Recorded }).Task(1)!.WorkItems);
        Assert.Single(book.At(Day(2026, 5, 1) with { Clock = Clock.Recorded }).Task(1)!.WorkItems);
    }

    [Fact]
    public void A_later_report_of_a_quarter_replaces_the_earlier_and_quarters_stand_in_their_order()
    {
        var book = PlanBook.Of(Article,
        [
            Item(Said(2026, 1, 5), text: "一"),
            Progress(Said(2026, 7, 10), new(2026, 2), 45),
            Progress(Said(2026, 7, 12), new(2026, 1), 25),
            Progress(Said(2026, 7, 20), new(2026, 2), 40),
        ]);

        var item = Assert.Single(book.At(Day(2026, 8, 1)).Task(1)!.WorkItems);
        Assert.Equal([(new Quarter(2026, 1), 25m), (new Quarter(2026, 2), 40m)], item.Progress.Select(p => (p.Quarter, p.Percent)));
        Assert.Equal(40, item.Latest!.Percent);
    }

    [Fact]
    public void A_withdrawn_item_stays_and_says_so()
    {
        var book = PlanBook.Of(Article, [Item(Said(2026, 1, 5), text: "一"), Item(Said(2026, 2, 5), withdrawn: true)]);

        var item = Assert.Single(book.At(Day(2026, 3, 1)).Task(1)!.WorkItems);
        Assert.True(item.IsWithdrawn);
        Assert.Equal("一", item.Text);
    }

    [Fact]
    public void Parts_that_the_file_of_the_plan_words_are_completed_by_what_is_said_of_them()
    {
        var worded = Article with { Tasks = [Article.Tasks[0] with { WorkItems = [new() { Task = 1, Number = 1, Text = "原文" }] }] };
        var book = PlanBook.Of(worded, [Item(Said(2026, 1, 5), due: new(2026, 12, 31)), Item(Said(2026, 1, 5), number: 2, text: "二")]);

        Assert.Equal(["原文", "二"], book.At(Day(2026, 3, 1)).Task(1)!.WorkItems.Select(i => i.Text));
        Assert.Equal(new(2026, 12, 31), book.At(Day(2026, 3, 1)).Task(1)!.WorkItems[0].Due!.Day);
        Assert.Equal(["原文"], book.At(Day(2025, 3, 1)).Task(1)!.WorkItems.Select(i => i.Text));
    }

    [Fact]
    public void A_commitment_is_taken_from_its_task_and_an_outcome_is_achieved_from_the_day_it_is_known()
    {
        var target = new CommitmentTarget("gdp", "140900", "2027", PeriodKind.Year);
        var book = PlanBook.Of(Article,
        [
            new CommitmentStatement { Origin = Said(2026, 1, 5), Target = target, Owner = "a", Baseline = "2023", Task = 1 },
            new CommitmentStatement { Origin = Said(2026, 2, 5), Target = target, Task = 0, Tolerance = 3 },
            new OutcomeStatement { Origin = Said(2026, 1, 5), Year = 2027, Dimension = "industry", Text = "成果" },
            new OutcomeStatement { Origin = Said(2026, 9, 5), Year = 2027, Dimension = "industry", Text = "成果", Achieved = new(new(2026, 9, 1)) },
        ]);

        Assert.Equal(1, Assert.Single(book.At(Day(2026, 1, 6)).Commitments).Task);
        var later = book.At(Day(2026, 3, 1));
        Assert.Equal((null, "a", "2023", 3m), (later.Commitments[0].Task, later.Commitments[0].Owner, later.Commitments[0].Baseline, later.Commitments[0].Tolerance));
        Assert.Null(Assert.Single(later.Outcomes).Achieved);
        Assert.Equal(new DateOnly(2026, 9, 1), Assert.Single(book.At(Day(2026, 10, 1)).Outcomes).Achieved);
    }

    [Fact]
    public void The_last_change_is_the_latest_that_was_recorded_or_became_known_by_then()
    {
        var known = Shanghai.StartOf(new(2026, 6, 1));
        var book = PlanBook.Of(Article, [Item(Said(2026, 1, 5), text: "一"), Item(Said(2026, 2, 5) with { KnownFrom = known }, text: "二")]);

        Assert.Equal(Shanghai.StartOf(new(2026, 2, 5)), book.LastChange(Shanghai.StartOf(new(2026, 3, 1))));
        Assert.Equal(known, book.LastChange(Shanghai.StartOf(new(2026, 7, 1))));
        Assert.Null(book.LastChange(Shanghai.StartOf(new(2025, 7, 1))));
    }

    private static WorkItemStatement Item(PlanOrigin origin, int number = 1, string? text = null, DateOnly? due = null, bool? withdrawn = null) =>
        new() { Origin = origin, Task = 1, Number = number, Text = text, Due = due is { } day ? new(day) : null, IsWithdrawn = withdrawn };

    private static ProgressStatement Progress(PlanOrigin origin, Quarter quarter, decimal percent) =>
        new() { Origin = origin, Task = 1, Item = 1, Quarter = quarter, Percent = percent };

    private PlanOrigin Said(int year, int month, int day) => new()
    {
        Id = ++_id,
        Source = "任务分解表",
        KnownFrom = Shanghai.StartOf(new(year, month, day)),
        KnownFromBasis = KnownFromBasis.Source,
        RecordedAt = Shanghai.StartOf(new(year, month, day)),
        Actor = "command",
    };

    private static AsOf Day(int year, int month, int day) => new(Shanghai.EndOf(new(year, month, day)));
}
