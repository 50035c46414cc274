using Xinzhou.Dashboard.Data.Reference;
using Xinzhou.Dashboard.Domain.Changes;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Testing.Indicators;
using static Xinzhou.Dashboard.Domain.Tests.Progress.Lights.MadePlan;

namespace Xinzhou.Dashboard.Domain.Tests.Changes;

/// <summary>What is otherwise than at an earlier moment, and why: one test for each cause that a light can turn from.</summary>
[Trait("Category", "Quick")]
public sealed class ChangeListTests
{
    private static readonly WorkingDays Calendar = ReferenceWorkingDays.Read();
    private static readonly LightSubject Item1 = LightSubject.OfItem(1, 1);

    private readonly HandMade _made = new();
    private readonly List<PlanStatement> _said = [];
    private readonly List<LightSettingsVersion> _settings = [];
    private readonly List<LightOverride> _overrides = [];
    private NoticeBook _notices = NoticeBook.Empty;

    [Fact]
    public void Progress_that_is_reported_turns_a_light()
    {
        Say(Work("2026-01-01", "2026-12-31"), "2026-01-01");
        Say(Progress("2026-Q1", 25), "2026-04-05");
        var report = Say(Progress("2026-Q2", 20), "2026-07-06");

        var turned = Turned("2026-06-30", "2026-07-10");

        Assert.Equal((Item1, LightColour.Green, LightColour.Amber), (turned.Subject, turned.Before.Colour, turned.After.Colour));
        Assert.Equal(Shanghai.StartOf(Day("2026-07-06")), turned.At);
        Assert.True(turned.IsWorse);
        var cause = Assert.Single(turned.Causes);
        Assert.Equal((TurnCauseKind.Report, report.Origin.Id, null), (cause.Kind, cause.Report?.Origin.Id, cause.OtherReport));
    }

    [Fact]
    public void Progress_that_is_reported_anew_is_a_revision()
    {
        Say(Work("2026-01-01", "2026-12-31"), "2026-01-01");
        Say(Progress("2026-Q1", 25), "2026-04-05");
        Say(Progress("2026-Q1", 5), "2026-04-12");

        var cause = Assert.Single(Turned("2026-04-10", "2026-04-13").Causes);

        Assert.Equal((TurnCauseKind.Revision, 5m, 25m), (cause.Kind, cause.Report?.Percent, cause.OtherReport?.Percent));
    }

    [Fact]
    public void A_day_that_comes_turns_a_light_and_every_turn_on_the_way_is_told()
    {
        Say(Work("2026-01-01", "2026-08-10"), "2026-01-01");
        Say(Progress("2026-Q2", 80), "2026-07-06");

        var turned = Turned("2026-07-20", "2026-09-01");

        Assert.Equal([LightColour.Blue, LightColour.Red], turned.Steps.Select(s => s.After!.Colour));
        Assert.Equal([Day("2026-07-26"), Day("2026-08-11")], turned.Steps.Select(s => Shanghai.DayOf(s.At)));
        Assert.All(turned.Steps, s => Assert.Equal(TurnCauseKind.Time, Assert.Single(s.Causes).Kind));
        Assert.Equal(Day("2026-08-11"), turned.Causes[0].Day);
        Assert.Equal(LightReason.Overdue, turned.After.Reason);
    }

    [Fact]
    public void The_plan_turns_a_light_when_it_says_another_deadline()
    {
        Say(Work("2026-01-01", "2026-06-10"), "2026-01-01");
        Say(Progress("2026-Q1", 50), "2026-04-05");
        var moved = Say(Work(null, "2027-06-30"), "2026-06-20");

        var list = Between("2026-06-15", "2026-06-21");

        var cause = Assert.Single(list.Lights.Single(l => l.Subject == Item1).Causes);
        Assert.Equal((TurnCauseKind.Plan, moved.Origin.Id), (cause.Kind, cause.Statement?.Origin.Id));
        var item = Assert.Single(list.Items);
        Assert.Equal((ItemChangeKind.Rescheduled, Day("2026-06-10"), Day("2027-06-30")), (item.Kind, item.Before?.Due?.Day, item.After.Due?.Day));
    }

    [Fact]
    public void Thresholds_turn_a_light_and_what_is_decided_turns_it_until_its_last_day()
    {
        Say(Work("2026-01-01", "2026-12-31"), "2026-01-01");
        Say(Progress("2026-Q1", 20), "2026-04-05");
        _settings.Add(new(new() { Amber = -2 }, "管理员", HandMade.Day("2026-04-20"), "从严"));
        _overrides.Add(new(Item1, LightColour.Red, "现场核查", Day("2026-05-10"), "市领导", HandMade.Day("2026-05-01")) { Id = 1 });

        var settings = Assert.Single(Turned("2026-04-10", "2026-04-25").Causes);
        var decided = Assert.Single(Turned("2026-04-25", "2026-05-02").Causes);
        var ended = Assert.Single(Turned("2026-05-02", "2026-05-12").Causes);

        Assert.Equal((TurnCauseKind.Threshold, "从严"), (settings.Kind, settings.Settings?.Reason));
        Assert.Equal((TurnCauseKind.Override, "现场核查"), (decided.Kind, decided.Override?.Reason));
        Assert.Equal((TurnCauseKind.Time, Day("2026-05-11"), "现场核查"), (ended.Kind, ended.Day, ended.Override?.Reason));
    }

    [Fact]
    public void What_was_decided_and_taken_back_is_told_as_decided()
    {
        Say(Work("2026-01-01", "2026-12-31"), "2026-01-01");
        Say(Progress("2026-Q1", 25), "2026-04-05");
        _overrides.Add(new(Item1, LightColour.Red, "现场核查", Day("2026-06-10"), "市领导", HandMade.Day("2026-05-01")) { Id = 1 });
        _overrides.Add(new(Item1, LightColour.Red, "已整改", Day("2026-06-10"), "市领导", HandMade.Day("2026-05-08").AddHours(9), true) { Id = 2 });

        var cause = Assert.Single(Turned("2026-05-02", "2026-05-09").Causes);

        Assert.Equal((TurnCauseKind.Override, "已整改", true), (cause.Kind, cause.Override?.Reason, cause.Override?.IsLifted));
    }

    [Fact]
    public void Figures_turn_the_light_of_a_target_by_coming_by_being_revised_and_by_being_withdrawn()
    {
        _made.Add(Period.FullYear(2026), 100, kind: ValueKind.Target, known: "2026-01-05");
        var half = _made.Add(Period.Ytd(2026, 6), 60, known: "2026-07-20");
        var revised = _made.Add(Period.Ytd(2026, 6), 35, known: "2026-08-10", stage: Stage.Revised);
        _made.Withdraw(revised, "2026-09-01");

        var came = Assert.Single(Turned("2026-07-01", "2026-07-25").Causes);
        var anew = Between("2026-07-25", "2026-08-15");
        var gone = Between("2026-08-15", "2026-09-02");

        Assert.Equal((TurnCauseKind.Figure, half.Id, null), (came.Kind, came.Figure?.Id, came.Other?.Id));
        var revision = Assert.Single(Assert.Single(anew.Lights).Causes);
        Assert.Equal((TurnCauseKind.Revision, revised.Id, half.Id), (revision.Kind, revision.Figure?.Id, revision.Other?.Id));
        Assert.Equal((half.Id, revised.Id), (Assert.Single(anew.Figures).Before.Id, anew.Figures[0].After?.Id));
        var withdrawal = Assert.Single(Assert.Single(gone.Lights).Causes);
        Assert.Equal((TurnCauseKind.Withdrawal, revised.Id, half.Id), (withdrawal.Kind, withdrawal.Figure?.Id, withdrawal.Other?.Id));
        Assert.Equal("错误", withdrawal.Withdrawal?.Reason);
        Assert.NotNull(Assert.Single(gone.Figures).Withdrawal);
    }

    [Fact]
    public void A_target_that_moves_keeps_its_history()
    {
        var first = _made.Add(Period.FullYear(2026), 100, kind: ValueKind.Target, known: "2026-01-05");
        _made.Add(Period.Ytd(2026, 6), 50, known: "2026-07-20");
        var second = _made.Add(Period.FullYear(2026), 200, kind: ValueKind.Target, known: "2026-08-01");

        var list = Between("2026-07-25", "2026-08-02");

        var turned = Assert.Single(list.Lights);
        Assert.Equal((LightSubject.OfTarget(second.Id), LightColour.Green, LightColour.Amber), (turned.Subject, turned.Before.Colour, turned.After.Colour));
        var cause = Assert.Single(turned.Causes);
        Assert.Equal((TurnCauseKind.Target, second.Id, first.Id), (cause.Kind, cause.Figure?.Id, cause.Other?.Id));
        var target = Assert.Single(list.Targets);
        Assert.Equal((TargetChangeKind.Moved, first.Id, second.Id), (target.Kind, target.Before?.Id, target.After?.Id));
        Assert.Empty(list.Figures);
    }

    [Fact]
    public void A_task_turns_because_of_the_part_that_made_it_so()
    {
        Say(Work("2026-01-01", "2026-12-31"), "2026-01-01");
        Say(Work("2026-01-01", "2026-08-10", item: 2), "2026-01-01");
        Say(Progress("2026-Q2", 60), "2026-07-06");
        Say(Progress("2026-Q2", 90, item: 2), "2026-07-06");

        var turned = Between("2026-08-01", "2026-08-12").Lights.Single(l => l.Subject == LightSubject.OfTask(1));

        Assert.Equal((LightColour.Blue, LightColour.Red), (turned.Before.Colour, turned.After.Colour));
        var cause = Assert.Single(turned.Causes);
        Assert.Equal((TurnCauseKind.Time, LightSubject.OfItem(1, 2)), (cause.Kind, cause.Part));
    }

    [Fact]
    public void A_task_turns_when_its_worst_part_is_taken_out_of_the_plan_and_when_its_first_part_comes()
    {
        Say(Work("2026-01-01", "2026-08-10"), "2026-07-01");
        Say(Work("2026-01-01", "2026-12-31", item: 2), "2026-07-01");
        Say(Progress("2026-Q2", 60, item: 2), "2026-07-06");
        var taken = Say(new WorkItemStatement { Origin = PlanOrigin.NotRecorded, Task = 1, Number = 1, IsWithdrawn = true }, "2026-08-20");

        var gone = Between("2026-08-15", "2026-08-21");

        var cause = Assert.Single(gone.Lights.Single(l => l.Subject == LightSubject.OfTask(1)).Causes);
        Assert.Equal((TurnCauseKind.Plan, taken.Origin.Id, Item1), (cause.Kind, cause.Statement?.Origin.Id, cause.Part));
        Assert.Equal(ItemChangeKind.Withdrawn, Assert.Single(gone.Items).Kind);
        Assert.Equal([ItemChangeKind.Added, ItemChangeKind.Added], Between("2026-06-30", "2026-07-02").Items.Select(i => i.Kind));
    }

    [Fact]
    public void Two_things_of_one_moment_are_told_apart_by_what_each_would_have_done_alone()
    {
        Say(Work("2026-01-01", "2026-07-25"), "2026-01-01");
        Say(Progress("2026-Q1", 80), "2026-04-05");
        // On the day on which it is overdue its new deadline becomes known, and progress that alone would not have helped.
        Say(Work(null, "2026-12-31"), "2026-07-26");
        Say(Progress("2026-Q2", 80), "2026-07-26");

        var turned = Turned("2026-07-25", "2026-07-26");

        Assert.Equal((LightColour.Grey, LightColour.Green), (turned.Before.Colour, turned.After.Colour));
        Assert.Equal([TurnCauseKind.Report, TurnCauseKind.Plan], turned.Causes.Select(c => c.Kind));
    }

    [Fact]
    public void By_the_clock_of_recording_only_what_was_recorded_between_is_new()
    {
        Say(Work("2026-01-01", "2026-12-31"), "2026-01-01");
        Say(Progress("2026-Q1", 25), "2026-04-05");
        Say(Progress("2026-Q2", 10), "2026-07-05", recorded: "2026-07-20");

        Assert.DoesNotContain(Between("2026-07-10", "2026-07-25").Lights, l => l.Causes[0].Kind == TurnCauseKind.Report);
        var late = Between("2026-07-15", "2026-07-25", Clock.Recorded).Lights.Single(l => l.Subject == Item1);
        Assert.Equal(TurnCauseKind.Report, Assert.Single(late.Causes).Kind);
        Assert.Equal(Shanghai.StartOf(Day("2026-07-20")), late.At);
    }

    [Fact]
    public void Who_owes_something_else_is_told_with_both_units()
    {
        Say(new TaskStatement { Origin = PlanOrigin.NotRecorded, Number = 1, Lead = "a", Person = "甲" }, "2026-01-01");
        Say(new TaskStatement { Origin = PlanOrigin.NotRecorded, Number = 1, Lead = "b" }, "2026-02-01");
        Say(new TaskStatement { Origin = PlanOrigin.NotRecorded, Number = 1, Title = "正式名称" }, "2026-03-01");

        var change = Assert.Single(Between("2026-01-10", "2026-02-10").Owners);

        Assert.Equal(("task 1", "a", "b", "甲", "甲", true), (change.Statement.Subject, change.LeadBefore, change.Lead, change.PersonBefore, change.Person, change.IsOfUnit));
        Assert.Empty(Between("2026-02-10", "2026-03-10").Owners);
    }

    [Fact]
    public void Notices_are_told_when_they_are_issued_raised_closed_and_reopened()
    {
        var number = new NoticeNumber(2026, 1);
        var by = new Person(Guid.NewGuid(), "督查");
        _notices = _notices.With(
            [new() { Id = 1, Number = number, Dispatch = number, Grade = MatterGrade.Ordinary, Subject = "事项", Origin = NoticeOrigin.Free, Lead = "a", Mode = CountingMode.Working, By = by, At = HandMade.Day("2026-06-01") }],
            [
                Done(1, NoticeAct.Escalate, "2026-06-05"), Done(2, NoticeAct.Sign, "2026-06-06"), Done(3, NoticeAct.Claim, "2026-06-07"),
                Done(4, NoticeAct.Verify, "2026-06-08"), Done(5, NoticeAct.Close, "2026-06-09"), Done(6, NoticeAct.Reopen, "2026-06-20"),
            ]);

        Assert.Equal(
            [NoticeChangeKind.Opened, NoticeChangeKind.Escalated, NoticeChangeKind.Closed],
            Between("2026-05-31", "2026-06-10").Notices.Select(n => n.Kind));
        Assert.Equal([NoticeChangeKind.Reopened], Between("2026-06-10", "2026-06-30").Notices.Select(n => n.Kind));

        NoticeEvent Done(long id, NoticeAct act, string day) => new() { Id = id, Number = number, Act = act, By = by, At = HandMade.Day(day), Level = EscalationLevel.Reminder };
    }

    [Fact]
    public void Between_two_moments_at_which_all_the_same_is_known_nothing_changed()
    {
        Say(Work("2026-01-01", "2026-12-31"), "2026-01-01");
        Say(Progress("2026-Q1", 25), "2026-04-05");

        Assert.True(Between("2026-05-01", "2026-05-02").IsEmpty);
    }

    [Fact]
    public void Since_when_a_light_has_its_colour_is_its_last_turn()
    {
        Say(Work("2026-01-01", "2026-08-10"), "2026-01-01");
        Say(Progress("2026-Q2", 80), "2026-07-06");

        var turn = LightReplay.LastTurn(Known(), LightSubject.OfTask(1), At("2026-10-01"));

        Assert.Equal(Day("2026-08-11"), Shanghai.DayOf(turn!.At));
        Assert.Null(LightReplay.LastTurn(Known(), LightSubject.OfTask(2), At("2026-10-01")));
    }

    private static WorkItemStatement Work(string? start, string? due, int item = 1) => new()
    {
        Origin = PlanOrigin.NotRecorded,
        Task = 1,
        Number = item,
        Start = start is null ? null : new(Day(start)),
        Due = due is null ? null : new(Day(due)),
    };

    private static ProgressStatement Progress(string quarter, decimal percent, int item = 1) =>
        new() { Origin = PlanOrigin.NotRecorded, Task = 1, Item = item, Quarter = Quarter(quarter), Percent = percent };

    private T Say<T>(T said, string known, string? recorded = null) where T : PlanStatement
    {
        PlanStatement placed = said;
        placed = placed with { Origin = Origin(_said.Count + 1, known, recorded) };
        _said.Add(placed);
        return (T)placed;
    }

    private TurnedLight Turned(string since, string until) => Assert.Single(Between(since, until).Lights, l => l.Subject.Kind != LightSubjectKind.Task);

    private ChangeList Between(string since, string until, Clock clock = Clock.Known) =>
        ChangeList.Between(Known(), At(since).Moment, At(until, clock), Calendar);

    private Knowledge Known() => new(
        PlanBook.Of(Of(Task(1), Task(2)), _said), _made.Book, LightSettingsHistory.Of(_settings), _overrides, _notices);
}
