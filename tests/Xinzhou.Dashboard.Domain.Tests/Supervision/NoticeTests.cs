using Xinzhou.Dashboard.Data.Reference;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Tests.Supervision;

/// <summary>How a notice stands, and what may be done about it. It was issued on Wednesday, 11 November 2026: 16 November, 20 November.</summary>
[Trait("Category", "Quick")]
public sealed class NoticeTests
{
    private static readonly WorkingDays Days = ReferenceWorkingDays.Read();
    private static readonly NoticeNumber Number = new(2026, 12);
    private static readonly Actor Unit = new(Guid.NewGuid(), "li", "李填报", Role.Reporter, "gxj");
    private static readonly Actor Office = new(Guid.NewGuid(), "du", "杜督查", Role.Supervisor, null);
    private static readonly Actor Leader = new(Guid.NewGuid(), "wang", "王市长", Role.Leader, null);

    private readonly List<NoticeEvent> _done = [];

    [Theory]
    [InlineData("2026-012", 2026, 12)]
    [InlineData("2026-1234", 2026, 1234)]
    public void A_number_is_read_as_it_is_written(string code, int year, int sequence)
    {
        Assert.Equal(new NoticeNumber(year, sequence), NoticeNumber.Parse(code));
        Assert.Equal(code, new NoticeNumber(year, sequence).Code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2026-12")]
    [InlineData("2026-0012")]
    [InlineData("2026-000")]
    [InlineData("2026/012")]
    [InlineData("０２０２６-012")]
    public void Another_spelling_is_no_number(string? code) => Assert.Null(NoticeNumber.Parse(code));

    [Fact]
    public void From_issuing_to_closing_every_stage_follows_on_the_one_before()
    {
        Assert.Equal(NoticeStage.Assigned, At(11).Stage);
        Do(Unit, new(NoticeAct.Sign), 11);
        Assert.Equal(NoticeStage.Received, At(11).Stage);
        Do(Unit, new(NoticeAct.Feedback) { Text = "进展", Percent = 40 }, 13);
        Assert.Equal((NoticeStage.InProgress, 40m), (At(13).Stage, At(13).Percent));
        Do(Unit, Claim, 16);
        Assert.Equal(NoticeStage.Claimed, At(16).Stage);
        Do(Office, new(NoticeAct.Refuse) { Text = "材料不全" }, 17);
        Assert.Equal(NoticeStage.InProgress, At(17).Stage);
        Do(Unit, Claim, 18);
        Do(Office, new(NoticeAct.Verify) { Text = "已现场核实" }, 19);
        Assert.Equal(NoticeStage.Verified, At(19).Stage);
        Do(Office, new(NoticeAct.Close), 19);
        var closed = At(20);
        Assert.Equal((NoticeStage.Closed, false), (closed.Stage, closed.IsLate));
        Assert.All(closed.Steps, s => Assert.NotNull(s.At));
        // As it was known then.
        Assert.Equal(NoticeStage.Claimed, Book().Find(Number, new(Moment(16)), Days)!.Stage);
    }

    [Fact]
    public void What_is_not_done_when_its_day_is_over_is_late_and_climbs_the_ladder_each_rung_once()
    {
        Assert.Empty(At(11).Overdue);
        Assert.Equal(NoticeStep.Sign, Assert.Single(At(12).Overdue).Step);
        Assert.Equal([(NoticeStep.Sign, EscalationLevel.Reminder)], Due(12));
        Raise(NoticeStep.Sign, EscalationLevel.Reminder, 12);
        Assert.Empty(Due(13));
        // The weekend is no delay.
        Assert.Empty(Due(15));
        Assert.Equal([(NoticeStep.Sign, EscalationLevel.Notice)], Due(16));
        Raise(NoticeStep.Sign, EscalationLevel.Notice, 16);
        Assert.Equal([(NoticeStep.Feedback, EscalationLevel.Reminder)], Due(17));
        Assert.Equal([(NoticeStep.Sign, EscalationLevel.Talk), (NoticeStep.Feedback, EscalationLevel.Notice)], Due(19));
        Assert.Equal(EscalationLevel.Notice, At(19).Escalation);
        Do(Unit, new(NoticeAct.Sign), 19);
        Assert.Equal([(NoticeStep.Feedback, EscalationLevel.Notice)], Due(19));
    }

    [Fact]
    public void Nobody_verifies_refuses_or_closes_what_he_did_himself()
    {
        // Who worked for the unit once and is at the office now.
        var moved = Unit with { Role = Role.Supervisor, Department = null };
        Do(Unit, new(NoticeAct.Sign), 11);
        Do(Unit, Claim, 13);
        Assert.Equal([NoticeReason.OwnWork], Reasons(moved, new(NoticeAct.Verify) { Text = "看过" }, 16));
        Assert.Equal([NoticeReason.OwnWork], Reasons(moved, new(NoticeAct.Refuse) { Text = "看过" }, 16));
        Do(Office, new(NoticeAct.Verify) { Text = "看过" }, 16);
        Assert.Equal([NoticeReason.OwnWork], Reasons(moved, new(NoticeAct.Close), 16));
        Assert.Empty(Reasons(Office, new(NoticeAct.Close), 16));
    }

    [Fact]
    public void An_extension_leads_to_a_later_working_day_and_is_refused_once_the_date_has_passed()
    {
        Do(Unit, new(NoticeAct.Sign), 11);
        NoticeEntry Ask(int day, int month = 11) => new(NoticeAct.AskExtension) { Text = "原因和计划", Until = new(2026, month, day) };
        var settle = At(11).Clock.Settle;
        Assert.Equal(new DateOnly(2026, 11, 20), settle);
        Assert.Equal([new NoticeFault(NoticeReason.DayOff, new DateOnly(2026, 11, 23))], Faults(Unit, Ask(21), 16));
        Assert.Equal([new NoticeFault(NoticeReason.NotLater, settle)], Faults(Unit, Ask(20), 16));
        Assert.Equal([NoticeReason.InThePast], Reasons(Unit, Ask(12), 16));
        Assert.Equal([NoticeReason.UntilMissing], Reasons(Unit, new(NoticeAct.AskExtension) { Text = "原因" }, 16));
        Assert.Equal([NoticeReason.TextMissing], Reasons(Unit, Ask(27) with { Text = null }, 16));
        Assert.Equal([new NoticeFault(NoticeReason.DatePassed, settle)], Faults(Unit, Ask(27), 21));
        Assert.Equal([NoticeReason.DatePassed], Reasons(Office, new(NoticeAct.Extend) { Text = "同意", Until = new(2026, 11, 27) }, 21));

        Do(Unit, Ask(27), 20);
        Assert.Equal([NoticeReason.RequestOpen], Reasons(Unit, Ask(30), 20));
        // The office's delay is not the unit's.
        Do(Office, new(NoticeAct.Extend) { Text = "同意", Until = new(2026, 11, 27) }, 23);
        Assert.Equal(new DateOnly(2026, 11, 27), At(23).Clock.Settle);
        Assert.Null(At(23).OpenRequest);
        Assert.Equal([NoticeReason.NoRequest], Reasons(Office, new(NoticeAct.RefuseExtension) { Text = "不同意" }, 23));
    }

    [Fact]
    public void A_pause_has_a_beginning_and_an_end_and_moves_what_is_due()
    {
        NoticeEntry Pause(DateOnly? from, DateOnly? until) => new(NoticeAct.Pause) { Text = "等待上级答复", From = from, Until = until };
        DateOnly Day(int day) => new(2026, 11, day);
        Assert.Equal([NoticeReason.UntilMissing], Reasons(Office, Pause(Day(12), null), 12));
        Assert.Equal([NoticeReason.FromMissing], Reasons(Office, Pause(null, Day(12)), 12));
        Assert.Equal([NoticeReason.EndBeforeStart], Reasons(Office, Pause(Day(13), Day(12)), 12));
        Assert.Equal([NoticeReason.InThePast], Reasons(Office, Pause(Day(11), Day(12)), 12));
        Assert.Equal([NoticeReason.AfterDue], Reasons(Office, Pause(Day(23), Day(24)), 12));
        Do(Office, Pause(Day(12), Day(13)), 12);
        Assert.True(At(13).IsPaused);
        Assert.False(At(14).IsPaused);
        Assert.Equal((Day(18), Day(24)), (At(14).Clock.Feedback, At(14).Clock.Settle));
    }

    [Fact]
    public void Nothing_is_claimed_before_it_is_signed_for_or_without_evidence_and_nothing_is_done_by_another_unit()
    {
        Assert.Equal([NoticeReason.NotSigned], Reasons(Unit, Claim, 11));
        Do(Unit, new(NoticeAct.Sign), 11);
        Assert.Equal([NoticeReason.AlreadySigned], Reasons(Unit, new(NoticeAct.Sign), 11));
        Assert.Equal([NoticeReason.EvidenceMissing], Reasons(Unit, Claim with { Evidence = null }, 11));
        Assert.Equal([NoticeReason.OtherUnit], Reasons(Unit with { Department = "fgw" }, Claim, 11));
        Assert.Equal([NoticeReason.PercentMissing], Reasons(Unit, new(NoticeAct.Feedback) { Text = "进展" }, 11));
        Assert.Equal([NoticeReason.PercentRange], Reasons(Unit, new(NoticeAct.Feedback) { Text = "进展", Percent = 101 }, 11));
        Assert.Equal([NoticeReason.NotVerified], Reasons(Office, new(NoticeAct.Close), 11));
        Assert.Equal([NoticeReason.NotClaimed], Reasons(Office, new(NoticeAct.Verify) { Text = "看过" }, 11));
    }

    [Fact]
    public void A_claim_is_shown_by_words_or_by_a_file_and_an_act_carries_a_file_once_and_not_too_many()
    {
        Do(Unit, new(NoticeAct.Sign), 11);
        var bare = new NoticeEntry(NoticeAct.Claim) { Text = "已办结" };
        Assert.Equal([NoticeReason.EvidenceMissing], Reasons(Unit, bare, 12));
        Assert.Equal([NoticeReason.EvidenceMissing], Reasons(Unit, (bare with { Evidence = " 　" }).Trimmed(), 12));
        Assert.Empty(Reasons(Unit, bare with { Files = [7] }, 12));
        Assert.Empty(Reasons(Unit, bare with { Evidence = "忻政发〔2026〕3号" }, 12));
        Assert.Equal([NoticeReason.TooManyFiles], Reasons(Unit, bare with { Files = [.. Enumerable.Range(1, 21).Select(n => (long)n)] }, 12));
        Assert.Empty(Reasons(Unit, bare with { Files = [.. Enumerable.Repeat(7L, 21)] }, 12));
        NoticeAct[] carrying = [NoticeAct.Feedback, NoticeAct.Claim, NoticeAct.Refuse, NoticeAct.Verify, NoticeAct.Reopen];
        Assert.Equal(carrying, Enum.GetValues<NoticeAct>().Where(a => a.CarriesFiles()));
    }

    [Fact]
    public void A_unit_adds_files_while_it_works_on_it_and_those_who_check_once_something_is_claimed()
    {
        var other = Unit with { Department = "fgw" };
        (NoticeReason?, NoticeReason?, NoticeReason?, NoticeReason?) May(int day) =>
            (Adding(Unit, day), Adding(other, day), Adding(Office, day), Adding(Leader, day));
        NoticeReason? Adding(Actor actor, int day) => NoticeRules.FaultOfAdding(At(day), actor)?.Reason;

        Assert.Equal((NoticeReason.NotSigned, NoticeReason.OtherUnit, NoticeReason.NotClaimed, NoticeReason.NotClaimed), May(11));
        Do(Unit, new(NoticeAct.Sign), 11);
        Assert.Equal((null, NoticeReason.OtherUnit, NoticeReason.NotClaimed, NoticeReason.NotClaimed), May(12));
        Do(Unit, Claim, 12);
        Assert.Equal((NoticeReason.NotRunning, NoticeReason.OtherUnit, null, NoticeReason.NotSettled), May(13));
        Do(Office, new(NoticeAct.Verify) { Text = "看过" }, 13);
        Do(Office, new(NoticeAct.Close), 13);
        Assert.Equal((NoticeReason.NotRunning, NoticeReason.OtherUnit, null, null), May(16));
        Assert.False(NoticeRules.MayAdd(new(Guid.NewGuid(), "shen", "沈审核", Role.Reviewer, null)));
    }

    [Fact]
    public void A_check_that_fails_gives_it_back_to_the_unit_and_only_another_claim_can_be_verified()
    {
        Do(Unit, new(NoticeAct.Sign), 11);
        Do(Unit, Claim, 19);
        Do(Office, new(NoticeAct.Refuse) { Text = "现场未完工" }, 20);
        var open = At(23);
        Assert.True(open.IsRunning);
        Assert.Null(open.StandingClaim);
        // Its date has passed meanwhile: it is late until it is claimed anew.
        Assert.Equal((NoticeStep.Settle, true), (open.Next!.Step, open.IsLate));
        Assert.Equal([NoticeReason.NotVerified], Reasons(Office, new(NoticeAct.Close), 23));
        Assert.Equal([NoticeReason.NotClaimed], Reasons(Office, new(NoticeAct.Verify) { Text = "看过" }, 23));
        Do(Unit, Claim, 24);
        Do(Office, new(NoticeAct.Verify) { Text = "已完工" }, 25);
        Do(Office, new(NoticeAct.Close), 25);
        Assert.True(At(25).IsClosed);
        // What holds no more is checked as a whole again: the verification of before closes nothing.
        Do(Leader, new(NoticeAct.Reopen) { Text = "回访又停工", Until = new(2026, 12, 4) }, 26);
        Assert.True(At(26).IsRunning);
        Assert.Equal([NoticeReason.NotVerified], Reasons(Office, new(NoticeAct.Close), 26));
    }

    [Theory]
    [InlineData(NoticeAct.Refuse)]
    [InlineData(NoticeAct.Reopen)]
    [InlineData(NoticeAct.Extend)]
    public void A_date_before_its_time_on_a_day_off_or_too_far_is_refused_with_the_day_that_would_do(NoticeAct act)
    {
        Do(Unit, new(NoticeAct.Sign), 11);
        if (act != NoticeAct.Extend) Do(Unit, Claim, 12);
        if (act == NoticeAct.Reopen) Do(Office, new(NoticeAct.Verify) { Text = "看过" }, 12);
        NoticeEntry Until(DateOnly day) => new(act) { Text = "原因", Until = day };

        Assert.Equal([new NoticeFault(NoticeReason.InThePast, new DateOnly(2026, 11, 10))], Faults(Office, Until(new(2026, 11, 10)), 13));
        Assert.Equal([new NoticeFault(NoticeReason.DayOff, new DateOnly(2026, 11, 30))], Faults(Office, Until(new(2026, 11, 28)), 13));
        // The New Year of a year whose notice is not known yet is a Friday, and worked as far as anybody knows.
        Assert.Empty(Faults(Office, Until(new(2027, 1, 1)), 13));
        Assert.Equal([new NoticeFault(NoticeReason.TooFar, new DateOnly(2027, 11, 14))], Faults(Office, Until(new(2027, 11, 15)), 13));
    }

    [Fact]
    public void What_is_reopened_is_owed_anew_by_its_new_date()
    {
        Do(Unit, new(NoticeAct.Sign), 11);
        Do(Unit, Claim, 13);
        Do(Office, new(NoticeAct.Verify) { Text = "看过" }, 16);
        Do(Office, new(NoticeAct.Close), 16);
        Assert.Equal([NoticeReason.UntilMissing], Reasons(Leader, new(NoticeAct.Reopen) { Text = "反弹" }, 18));
        Do(Leader, new(NoticeAct.Reopen) { Text = "反弹", Until = new(2026, 11, 27) }, 18);
        var open = At(18);
        Assert.Equal((NoticeStage.Received, new DateOnly(2026, 11, 27), null), (open.Stage, open.Clock.Settle, open.ClosedAt));
        Assert.Equal(NoticeStep.Settle, open.Next!.Step);
        Assert.Equal([NoticeReason.NotSettled], Reasons(Leader, new(NoticeAct.Reopen) { Text = "反弹", Until = new(2026, 11, 27) }, 18));
    }

    [Fact]
    public void A_draft_says_what_it_is_about_from_what_and_who_alone_leads()
    {
        var draft = new NoticeDraft { Subject = "事项", Grade = MatterGrade.Major, Origin = NoticeOrigin.Free, Leads = ["gxj"] };
        IReadOnlyList<NoticeReason> Of(NoticeDraft one) => [.. one.Trimmed().Faults(u => u is "gxj" or "fgw" or "gone", u => u == "gone").Select(f => f.Reason)];
        Assert.Empty(Of(draft));
        Assert.Equal([NoticeReason.SubjectMissing], Of(draft with { Subject = "　" }));
        Assert.Equal([NoticeReason.LeadMissing], Of(draft with { Leads = [] }));
        Assert.Equal([NoticeReason.UnitTwice], Of(draft with { Leads = ["gxj", "gxj"] }));
        Assert.Equal([NoticeReason.LeadAssists], Of(draft with { Assisting = ["gxj"] }));
        Assert.Equal([NoticeReason.UnknownUnit], Of(draft with { Assisting = ["xyz"] }));
        Assert.Equal([NoticeReason.UnitDissolved], Of(draft with { Leads = ["gone"] }));
        Assert.Equal([NoticeReason.ReferenceMissing], Of(draft with { Origin = NoticeOrigin.Light }));
        Assert.Equal([NoticeReason.ReferenceUnasked], Of(draft with { Reference = "items/1/1" }));
    }

    [Fact]
    public void Who_has_not_the_role_does_nothing()
    {
        Assert.False(NoticeRules.MayDo(NoticeAct.Verify, Leader));
        Assert.False(NoticeRules.MayDo(NoticeAct.Sign, Office));
        Assert.False(NoticeRules.MayDo(NoticeAct.Sign, Unit with { Department = null }));
        Assert.True(NoticeRules.MayDo(NoticeAct.Reopen, Leader));
        Assert.False(NoticeRules.MayIssue(Unit));
        Assert.True(NoticeRules.MaySee(At(11), Unit));
        Assert.False(NoticeRules.MaySee(At(11), Unit with { Department = "fgw" }));
    }

    private static NoticeEntry Claim => new(NoticeAct.Claim) { Text = "已办结", Evidence = "验收报告" };

    private static DateTimeOffset Moment(int day) => Shanghai.StartOf(new(2026, 11, day)).AddHours(15);

    private NoticeBook Book() => NoticeBook.Empty.With(
        [
            new()
            {
                Id = 1,
                Number = Number,
                Dispatch = Number,
                Grade = MatterGrade.Ordinary,
                Subject = "事项",
                Origin = NoticeOrigin.Free,
                Lead = "gxj",
                Mode = CountingMode.Working,
                By = new(Office.Id, Office.Name),
                At = Shanghai.StartOf(new(2026, 11, 11)).AddHours(9),
            },
        ],
        _done);

    private Notice At(int day) => Book().Find(Number, new AsOf(Moment(day)), Days)!;

    private IReadOnlyList<(NoticeStep Step, EscalationLevel Level)> Due(int day) => [.. EscalationLadder.Due(At(day), SupervisionSettings.Default, Days)];

    private IReadOnlyList<NoticeFault> Faults(Actor actor, NoticeEntry entry, int day) => [.. NoticeRules.Faults(At(day), entry, actor, Days)];

    private IReadOnlyList<NoticeReason> Reasons(Actor actor, NoticeEntry entry, int day) => [.. Faults(actor, entry, day).Select(f => f.Reason)];

    private void Do(Actor actor, NoticeEntry entry, int day)
    {
        Assert.True(NoticeRules.MayDo(entry.Act, actor));
        Assert.Empty(Faults(actor, entry, day));
        _done.Add(new()
        {
            Id = _done.Count + 1,
            Number = Number,
            Act = entry.Act,
            Text = entry.Text,
            Evidence = entry.Evidence,
            Percent = entry.Percent,
            From = entry.From,
            Until = entry.Until,
            Level = entry.Level,
            By = new(actor.Id, actor.Name),
            At = Moment(day),
        });
    }

    private void Raise(NoticeStep step, EscalationLevel level, int day) =>
        _done.Add(new() { Id = _done.Count + 1, Number = Number, Act = NoticeAct.Escalate, Step = step, Level = level, At = Moment(day) });
}
