using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Testing.Indicators;
using static Xinzhou.Dashboard.Domain.Tests.Progress.Lights.MadePlan;

namespace Xinzhou.Dashboard.Domain.Tests.Progress.Lights;

[Trait("Category", "Quick")]
public sealed class LightBoardTests
{
    private const string Today = "2026-08-01";

    // Of each colour one work item, as of today.
    private static readonly WorkItem Green = Item("2026-01-01", "2026-12-31", number: 1, progress: ("2026-Q2", 60));
    private static readonly WorkItem Blue = Item("2026-01-01", "2026-08-10", number: 2, progress: ("2026-Q2", 60));
    private static readonly WorkItem Grey = Item("2026-01-01", "2026-12-31", number: 3);
    private static readonly WorkItem Amber = Item("2026-01-01", "2026-12-31", number: 4, progress: ("2026-Q2", 30));
    private static readonly WorkItem Red = Item("2026-01-01", "2026-07-29", number: 5, progress: ("2026-Q2", 60));

    private readonly HandMade made = new();

    [Fact]
    public void A_task_is_as_red_as_the_worst_of_its_parts()
    {
        WorkItem[] ranked = [Green, Blue, Grey, Amber, Red];
        LightColour[] colours = [LightColour.Green, LightColour.Blue, LightColour.Grey, LightColour.Amber, LightColour.Red];

        for (var count = 1; count <= ranked.Length; count++)
        {
            var task = Board(Of(Task(items: ranked[..count]))).Task(1)!;
            Assert.Equal((colours[count - 1], LightReason.Worst), (task.Colour, task.Reason));
            var inputs = Assert.IsType<TaskInputs>(task.Inputs);
            Assert.Equal(LightSubject.OfItem(1, count), Assert.Single(inputs.Worst).Subject);
            Assert.Equal(count, inputs.Counts.All);
        }
    }

    [Fact]
    public void A_task_without_parts_lacks_a_target()
    {
        var task = Board(Of(Task())).Task(1)!;

        Assert.Equal((LightColour.Grey, LightReason.NoTarget), (task.Colour, task.Reason));
        Assert.Null(Board(Of(Task())).Task(2));
    }

    [Fact]
    public void A_withdrawn_work_item_counts_nowhere()
    {
        var board = Board(Of(Task(items: [Green, Red with { IsWithdrawn = true }])));

        Assert.Equal(LightColour.Green, board.Task(1)!.Colour);
        Assert.Null(board.Item(1, 5));
        Assert.Single(board.Items);
        Assert.Equal(LightReason.NoTarget, Board(Of(Task(items: Red with { IsWithdrawn = true }))).Task(1)!.Reason);
    }

    [Fact]
    public void The_targets_whose_commitment_names_a_task_are_parts_of_it()
    {
        var missed = Missed();
        var plan = Of(Task(1, items: Green), Task(2)) with { Commitments = [Commitment(missed, task: 1)] };

        var board = Board(plan);

        Assert.Equal(LightColour.Red, board.Task(1)!.Colour);
        Assert.Equal(LightReason.NoTarget, board.Task(2)!.Reason);
        Assert.Equal(missed.Id, Assert.Single(board.TargetsOf(1)).Figure.Id);
        Assert.Equal([LightSubject.OfItem(1, 1), LightSubject.OfTarget(missed.Id)], ((TaskInputs)board.Task(1)!.Inputs).Parts.Select(p => p.Subject));
    }

    [Fact]
    public void A_commitment_of_a_measure_goes_before_one_of_all_which_says_what_it_leaves_open()
    {
        var level = made.Add(Period.FullYear(2027), 280, kind: ValueKind.Target, known: "2026-01-01");
        var growth = made.Add(Period.FullYear(2027), 6, measure: Measure.Yoy, kind: ValueKind.Target, known: "2026-01-01");
        var gap = made.Add(Period.FullYear(2027), 1, measure: Measure.Gap, benchmark: Benchmark.Province, kind: ValueKind.Target, known: "2026-01-01");
        var plan = Of(Task(1), Task(2)) with
        {
            Commitments =
            [
                Commitment(growth, owner: "tjj", isOfMeasure: true),
                Commitment(level, task: 1, owner: "fgw", baseline: "2020"),
                Commitment(gap, task: 2, isOfMeasure: true) with { Target = Commitment(gap, isOfMeasure: true).Target with { Benchmark = Benchmark.Nation } },
            ],
        };

        var board = Board(plan);

        Assert.Equal(("fgw", 1), Owed(level));
        Assert.Equal(("tjj", 1), Owed(growth));
        Assert.Equal(("fgw", 1), Owed(gap));
        Assert.Equal(3, board.TargetsOf(1).Count());

        (string?, int?) Owed(Figure target)
        {
            var commitment = board.Targets.Single(t => t.Figure.Id == target.Id).Commitment;
            return (commitment?.Owner, commitment?.Task);
        }
    }

    [Fact]
    public void A_target_belongs_to_the_dimension_of_its_indicator_else_of_its_task()
    {
        var capacity = made.Add(Period.FullYear(2027), 60, HandMade.Capacity, kind: ValueKind.Target, known: "2026-01-01");
        var owed = Missed();
        made.Add(Period.FullYear(2030), 1, HandMade.Income, kind: ValueKind.Target, known: "2026-01-01");
        var plan = Of(Task(1, "ecology", Green), Task(2, "industry", Red, Amber)) with
        {
            Commitments = [Commitment(capacity, task: 1), Commitment(owed, task: 1)],
            Outcomes =
            [
                new() { Year = 2027, Dimension = "industry", Text = "一", Achieved = Day(Today) },
                new() { Year = 2027, Dimension = "industry", Text = "二", Achieved = Day(Today).AddDays(1) },
                new() { Year = 2030, Dimension = "industry", Text = "三" },
                new() { Year = 2027, Dimension = "ecology", Text = "四" },
            ],
        };

        var board = Board(plan);

        Assert.Equal(new(new(0, 0, 0, 0, 1), new(0, 0, 1, 0, 0), 1, 3), board.OfDimension("industry"));
        Assert.Equal(new(new(0, 0, 1, 0, 0), new(0, 0, 1, 0, 0), 0, 1), board.OfDimension("ecology"));
        Assert.Equal(new(new(0, 0, 0, 0, 1), new(0, 0, 1, 0, 0), 1, 2), board.OfMilestone(2027, "industry"));
        Assert.Equal(new(new(0, 0, 0, 0, 1), new(0, 0, 2, 0, 0), 1, 3), board.OfMilestone(2027));
        Assert.Equal(new(new(0, 0, 0, 0, 1), new(0, 0, 2, 0, 0), 0, 1), board.OfMilestone(2030));
        Assert.Equal(new(new(0, 0, 1, 0, 2), new(0, 0, 2, 0, 0), 1, 4), board.Summary());
    }

    [Fact]
    public void Ready_is_green_over_all_that_are_not_grey_targets_and_tasks_together()
    {
        made.Add(Period.FullYear(2025), 90);
        made.Add(Period.FullYear(2025), 80, kind: ValueKind.Target, known: "2024-01-01");
        var board = Board(Of(Task(1, items: Green), Task(2, items: Item("2026-01-01", "2026-12-31", task: 2, progress: ("2026-Q2", 10))), Task(3)));

        Assert.Equal(2m / 3, board.Summary().Ready);
        Assert.Null(Board(Of(Task())).OfMilestone(2030).Ready);
        Assert.Equal(0, Board(Of(Task(items: Blue))).OfMilestone(2030).Ready);
    }

    [Fact]
    public void What_is_decided_is_shown_and_counted_until_its_end_and_the_computed_light_stays_beside_it()
    {
        var decided = new LightOverride(LightSubject.OfItem(1, 5), LightColour.Amber, "已完成，待核", Day("2026-08-01"), "leader", HandMade.Day("2026-07-31"));
        var plan = Of(Task(items: [Green, Red]));

        var light = Board(plan, "2026-08-01", decided).Item(1, 5)!;
        Assert.Equal((LightColour.Amber, LightColour.Red, LightReason.Overdue, decided), (light.Colour, light.Computed, light.Reason, light.Override));
        Assert.Equal(LightColour.Amber, Board(plan, "2026-08-01", decided).Task(1)!.Colour);
        Assert.Equal(1, Board(plan, "2026-08-01", decided).Summary().Tasks.Amber);
        Assert.Null(Board(plan, "2026-08-02", decided).Item(1, 5)!.Override);
        Assert.Equal(LightColour.Red, Board(plan, "2026-08-02", decided).Task(1)!.Colour);
        Assert.Null(Board(plan, "2026-07-30", decided).Item(1, 5)!.Override);
        Assert.Equal(decided, Board(plan, "2026-07-31", decided).Item(1, 5)!.Override);
    }

    [Fact]
    public void Tasks_and_targets_can_be_decided_too()
    {
        var missed = Missed();
        var plan = Of(Task(items: Green)) with { Commitments = [Commitment(missed, task: 1)] };

        var board = Board(
            plan, Today,
            new(LightSubject.OfTarget(missed.Id), LightColour.Blue, "口径变化", Day("2027-01-01"), "leader", HandMade.Day("2026-07-01")),
            new(LightSubject.OfTask(1), LightColour.Green, "已核", Day("2027-01-01"), "leader", HandMade.Day("2026-07-01")));

        Assert.Equal((LightColour.Blue, LightColour.Red), (board.Target(missed.Id)!.Colour, board.Target(missed.Id)!.Computed));
        Assert.Equal((LightColour.Green, LightColour.Blue), (board.Task(1)!.Colour, board.Task(1)!.Computed));
        Assert.True(((TaskInputs)board.Task(1)!.Inputs).Parts[1].IsOverridden);
    }

    [Fact]
    public void The_last_decision_holds_also_one_that_lifts()
    {
        var subject = LightSubject.OfTask(1);
        LightOverride first = new(subject, LightColour.Green, "一", Day("2026-12-31"), "leader", HandMade.Day("2026-03-01")) { Id = 1 };
        LightOverride second = new(subject, LightColour.Blue, "二", Day("2026-04-30"), "leader", HandMade.Day("2026-04-01")) { Id = 2 };
        LightOverride lifted = new(subject, LightColour.Grey, "解除", Day("2026-12-31"), "leader", HandMade.Day("2026-04-01"), IsLifted: true) { Id = 3 };

        Assert.Equal(first, InForce("2026-03-31", first, second));
        Assert.Equal(second, InForce("2026-04-30", second, first));
        Assert.Null(InForce("2026-05-01", first, second));
        Assert.Null(InForce("2026-04-02", lifted, second, first));

        LightOverride? InForce(string day, params LightOverride[] all) => LightOverride.InForce(all, At(day)).GetValueOrDefault(subject);
    }

    [Fact]
    public void Settings_hold_from_their_moment_on()
    {
        var history = LightSettingsHistory.Of(
            [new(new() { Amber = -5 }, "admin", HandMade.Day("2026-05-01")), new(new() { Amber = -8 }, "admin", HandMade.Day("2026-03-01"))]);

        Assert.Equal(LightSettings.Default, history.At(At("2026-02-28")));
        Assert.Equal(-8, history.At(At("2026-03-01")).Amber);
        Assert.Equal(-5, history.At(At("2026-05-01", Clock.Recorded)).Amber);
        Assert.Equal("admin", history.VersionAt(At("2026-05-01"))!.By);
    }

    [Fact]
    public void Settings_leave_room_for_each_colour()
    {
        Assert.True(LightSettings.Default.IsSound);
        Assert.False(new LightSettings { Amber = -30 }.IsSound);
        Assert.False(new LightSettings { GrowthGreen = -1 }.IsSound);
        Assert.False(new LightSettings { ReportDays = -1 }.IsSound);
        Assert.False(new LightSettings { DueSoonDays = 367 }.IsSound);
    }

    [Theory]
    [InlineData("items/3/2")]
    [InlineData("tasks/39")]
    [InlineData("targets/f0000000012")]
    public void A_subject_is_a_path(string path) => Assert.Equal(path, LightSubject.Parse(path).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("items/3")]
    [InlineData("tasks/03")]
    [InlineData("tasks/-1")]
    [InlineData("tasks/99999999999")]
    [InlineData("targets/12")]
    [InlineData("tasks/3/")]
    public void Anything_else_is_none(string? path) => Assert.Null(LightSubject.Parse(path));

    [Fact]
    public void A_strip_shows_each_quarter_by_what_was_known_and_set_at_its_end()
    {
        var book = PlanBook.Of(Of(Task()),
        [
            new WorkItemStatement { Task = 1, Number = 1, Start = new(Day("2025-10-01")), Due = new(Day("2026-12-31")), Origin = Origin(1, "2025-11-01") },
            Reported("2025-Q4", 30, id: 2, known: "2026-01-10"),
            Reported("2026-Q1", 20, id: 3, known: "2026-04-10"),
        ]);
        var settings = LightSettingsHistory.Of([new(new() { Red = -5, Amber = -1 }, "admin", HandMade.Day("2026-07-10"))]);

        var history = LightHistory.Of(book, FigureBook.Empty, settings, [], new(HandMade.Day("2026-06-30").AddHours(9)), 4);

        Assert.Equal(["2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1"], history.Quarters.Select(q => q.Code));
        Assert.Equal([null, null, LightReason.NoReportDue, LightReason.Deviation], history.Strip(LightSubject.OfItem(1, 1)).Select(l => l?.Reason));
        Assert.Equal([LightReason.NoTarget, LightReason.NoTarget, LightReason.Worst, LightReason.Worst], history.Strip(LightSubject.OfTask(1)).Select(l => l!.Reason));

        var later = LightHistory.Of(book, FigureBook.Empty, settings, [], At("2026-09-30"), 2);
        Assert.Equal(["2026-Q2", "2026-Q3"], later.Quarters.Select(q => q.Code));
        Assert.Equal([LightColour.Amber, LightColour.Grey], later.Strip(LightSubject.OfItem(1, 1)).Select(l => l!.Colour));
        Assert.Equal(new(LightScale.Deviation, -10, -30), later.Boards[0].Item(1, 1)!.Thresholds);
    }

    [Fact]
    public void The_strip_of_a_target_follows_its_vintages()
    {
        var first = made.Add(Period.FullYear(2027), 280, kind: ValueKind.Target, known: "2025-05-01");
        var second = made.Add(Period.FullYear(2027), 300, kind: ValueKind.Target, known: "2026-02-01");

        var history = LightHistory.Of(PlanBook.Empty, made.Book, LightSettingsHistory.Empty, [], At("2026-03-31"), 5);

        LightSubject?[] expected = [null, LightSubject.OfTarget(first.Id), LightSubject.OfTarget(first.Id), LightSubject.OfTarget(first.Id), LightSubject.OfTarget(second.Id)];
        Assert.Equal(expected, history.Strip(LightSubject.OfTarget(second.Id)).Select(l => l?.Subject));
        Assert.Equal(expected, history.Strip(LightSubject.OfTarget(first.Id)).Select(l => l?.Subject));
    }

    [Fact]
    public void What_turns_by_itself_is_foretold()
    {
        var target = made.Add(Period.FullYear(2026), 100, kind: ValueKind.Target, known: "2026-01-05");
        made.Add(Period.Ytd(2026, 6), 60);
        var decided = new LightOverride(LightSubject.OfItem(1, 5), LightColour.Amber, "待核", Day("2026-08-20"), "leader", HandMade.Day("2026-07-31"));
        var later = Item("2026-08-05", "2027-12-31", number: 6);

        var turns = LightTurn.Upcoming(
            Of(Task(items: [Green, Blue, Red, later])), made.Book.At(At(Today)), LightSettings.Default, [decided], At(Today), Day("2027-02-01"));

        Assert.Equal(
            [("items/1/2", "2026-08-11", LightColour.Blue, LightColour.Red), ("tasks/1", "2026-08-11", LightColour.Amber, LightColour.Red),
             ("items/1/5", "2026-08-21", LightColour.Amber, LightColour.Red), ("items/1/1", "2026-10-16", LightColour.Green, LightColour.Grey),
             ($"targets/{target.Key}", "2027-01-01", LightColour.Green, LightColour.Grey)],
            turns.Select(t => (t.Subject.ToString(), t.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), t.From, t.To.Colour)));
        Assert.Empty(LightTurn.Upcoming(Of(Task(items: Red)), FigureBook.Empty.At(At(Today)), LightSettings.Default, [], At(Today), Day("2027-02-01")));
    }

    /// <summary>A target of a year that has passed and did not reach it.</summary>
    private Figure Missed()
    {
        made.Add(Period.FullYear(2025), 90);
        return made.Add(Period.FullYear(2025), 100, kind: ValueKind.Target, known: "2024-01-01");
    }

    private LightBoard Board(CityPlan plan, string day = Today, params LightOverride[] overrides) =>
        LightBoard.Of(plan, made.Book.At(At(day)), LightSettings.Default, overrides, At(day));
}
