using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Conduct;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;
using static Xinzhou.Dashboard.Domain.Tests.Conduct.MadeConduct;
using static Xinzhou.Dashboard.Domain.Tests.Plan.SaidOfPlan;

namespace Xinzhou.Dashboard.Domain.Tests.Conduct;

/// <summary>What counts of a unit and quarter, and that each count knows what it counts.</summary>
[Trait("Category", "Quick")]
public sealed class ConductSheetTests
{
    private static readonly Person Office = new(Guid.NewGuid(), "杜督查");
    private static readonly NoticeNumber Number = new(2026, 12);

    [Fact]
    public void A_return_is_on_time_by_its_first_submission_and_late_by_the_working_days_since()
    {
        var sheet = Sheet(
            At(10, 26, 12), null, null, null,
            Return(1, "gxj", At(10, 20, 18)), Return(2, "gxj", At(10, 21, 9)), Return(3, "fgw", null), Return(4, "fgw", null, At(12, 20, 18)));

        var (first, second) = (sheet.Units[0], sheet.Units[1]);
        // Both have one that is late; who is late by more days comes first.
        Assert.Equal(["fgw", "gxj"], sheet.Units.Select(u => u.Unit.Code));
        Assert.Equal((1, 0, 0m, 1m, 4m), (first.Due, first.OnTime, first[ConductMeasure.OnTimeRate], first[ConductMeasure.Late], first[ConductMeasure.DaysLate]));
        Assert.Equal((2, 1, 50m, 1m, 1m), (second.Due, second.OnTime, second[ConductMeasure.OnTimeRate], second[ConductMeasure.Late], second[ConductMeasure.DaysLate]));
        Assert.Equal(["returns/2", "returns/1"], second.Rows(ConductMeasure.OnTimeRate).Select(r => r.Subject));
        Assert.Equal((ConductKind.Return, "returns/3", null, 4), Of(Assert.Single(first.Rows(ConductMeasure.Late))));
    }

    [Fact]
    public void As_of_an_earlier_moment_what_came_later_is_not_known()
    {
        ReturnRecord[] returns = [Return(1, "gxj", null)];

        Assert.Null(Unit(Sheet(At(10, 20, 17), returns: returns), "gxj")[ConductMeasure.OnTimeRate]);
        var unit = Unit(Sheet(At(10, 20, 19), returns: returns), "gxj");
        // Late, though by less than a working day.
        Assert.Equal((1m, 0m), (unit[ConductMeasure.Late], unit[ConductMeasure.DaysLate]));
    }

    [Fact]
    public void What_was_sent_back_in_the_quarter_counts_each_time()
    {
        var unit = Unit(Sheet(At(10, 26, 12), null, null, null, Return(1, "gxj", At(10, 19, 9), null, At(9, 29, 9), At(10, 20, 9), At(10, 22, 9), At(10, 27, 9))), "gxj");

        Assert.Equal([At(10, 20, 9), At(10, 22, 9)], unit.Rows(ConductMeasure.SentBack).Select(r => r.At!.Value));
    }

    [Fact]
    public void A_time_that_ends_at_midnight_is_of_the_day_before()
    {
        var due = At(10, 20, 24);

        Assert.Equal(1m, Unit(Sheet(At(10, 26, 12), null, null, null, Return(1, "gxj", At(10, 21, 9), due)), "gxj")[ConductMeasure.DaysLate]);
        // Due with the end of the third quarter.
        Assert.Equal(0, Unit(Sheet(At(10, 26, 12), null, null, null, Return(1, "gxj", null, At(9, 30, 24))), "gxj").Due);
        Assert.Equal(1, Unit(Sheet(At(10, 1, 12).AddYears(1), null, null, null, Return(1, "gxj", null, At(12, 31, 24))), "gxj").Due);
    }

    [Fact]
    public void A_check_in_of_the_quarter_before_falls_due_in_this_one_and_is_missed_after_two_working_days()
    {
        var book = Recorded([[Item(1, "gxj")], [Item(2, "gxj")], [Item(3, "fgw")], [Item(4, "gxj")], [Reported(4)]]);
        var checkIns = CheckInBook.Empty.With([Sent(1, 2, "gxj", At(10, 16, 10)), Sent(2, 3, "fgw", At(10, 15, 23))], []);

        var unit = Unit(Sheet(At(10, 22, 12), book, checkIns), "gxj");
        Assert.Equal((2, 0, 6m, 1m), (unit.Due, unit.OnTime, unit[ConductMeasure.DaysLate], unit[ConductMeasure.CheckInsMissed]));
        Assert.Equal((ConductKind.CheckIn, "items/1/1", new Quarter(2026, 3), 5), Of(Assert.Single(unit.Rows(ConductMeasure.CheckInsMissed))));
        Assert.Equal(100m, Unit(Sheet(At(10, 22, 12), book, checkIns), "fgw")[ConductMeasure.OnTimeRate]);
        // On the last day nothing is late, and what is not sent does not count.
        Assert.Equal(0, Unit(Sheet(At(10, 15, 12), book, checkIns), "gxj").Due);
        // Two working days after it, it is late and not yet missed.
        var then = Unit(Sheet(At(10, 19, 12), book, checkIns), "gxj");
        Assert.Equal((2m, 0m), (then[ConductMeasure.Late], then[ConductMeasure.CheckInsMissed]));
    }

    [Fact]
    public void Who_takes_an_item_over_after_the_quarter_owes_nothing_of_it()
    {
        var book = Recorded([[Item(1, "gxj")], [Item(1, "fgw") with { Origin = From(Day(10, 3)) }]]);

        Assert.All(Sheet(At(10, 22, 12), book).Units, u => Assert.Equal(0, u.Due));
    }

    [Fact]
    public void A_check_in_that_came_back_counts_as_sent_back()
    {
        var checkIns = CheckInBook.Empty.With(
            [Sent(1, 1, "gxj", At(10, 14, 10))], [new(1, 1, CheckInOutcome.SentBack, "补佐证", Office, At(10, 16, 9))]);

        var row = Assert.Single(Unit(Sheet(At(10, 22, 12), Recorded([[Item(1, "gxj")]]), checkIns), "gxj").Rows(ConductMeasure.SentBack));
        Assert.Equal(("items/1/1", "工作1", "补佐证"), (row.Subject, row.Name, row.Reason));
        Assert.Empty(Unit(Sheet(At(10, 15, 12), Recorded([[Item(1, "gxj")]]), checkIns), "gxj").Rows(ConductMeasure.SentBack));
    }

    [Fact]
    public void Each_step_of_a_notice_counts_by_its_day_and_a_notice_as_late_or_closed_in_time()
    {
        // Issued on Wednesday, 11 November: sign on that day, report by the 16th, settle by the 20th.
        NoticeEvent[] done =
        [
            Done(1, NoticeAct.Sign, 13), Done(2, NoticeAct.Claim, 16), Done(3, NoticeAct.Refuse, 17), Done(4, NoticeAct.Claim, 18), Done(5, NoticeAct.Verify, 19), Done(6, NoticeAct.Close, 19),
        ];

        var open = Unit(Sheet(At(11, 12, 12), notices: Notices()), "gxj");
        Assert.Equal((1, 1m, 1m, 0m), (open.Due, open[ConductMeasure.Late], open[ConductMeasure.NoticesLate], open[ConductMeasure.NoticesClosedInTime]));
        var closed = Unit(Sheet(At(11, 23, 12), notices: Notices(done)), "gxj");
        Assert.Equal((3, 2, 2m), (closed.Due, closed.OnTime, closed[ConductMeasure.DaysLate]));
        Assert.Equal((0m, 1m, 1m), (closed[ConductMeasure.NoticesLate], closed[ConductMeasure.NoticesClosedInTime], closed[ConductMeasure.SentBack]));
        Assert.Equal(ConductKind.NoticeSign, Assert.Single(closed.Rows(ConductMeasure.Late)).Kind);
        // Settled too late.
        var late = Unit(Sheet(At(11, 26, 12), notices: Notices(Done(1, NoticeAct.Sign, 11), Done(2, NoticeAct.Claim, 24), Done(3, NoticeAct.Verify, 25), Done(4, NoticeAct.Close, 25))), "gxj");
        Assert.Equal((1m, 0m), (late[ConductMeasure.NoticesLate], late[ConductMeasure.NoticesClosedInTime]));
    }

    [Fact]
    public void Paused_days_are_no_delay()
    {
        var paused = Done(1, NoticeAct.Pause, 12) with { From = new(2026, 11, 12), Until = new(2026, 11, 13) };

        Assert.Equal(1m, Unit(Sheet(At(11, 16, 12), notices: Notices(paused)), "gxj")[ConductMeasure.DaysLate]);
    }

    [Fact]
    public void The_lights_of_what_a_unit_leads_are_those_of_the_end_of_the_quarter()
    {
        var book = Recorded([[Item(1, "gxj") with { Start = new(new(2026, 1, 1)), Due = new(new(2026, 8, 31)) }], [Item(2, "fgw")]]);

        var unit = Unit(Sheet(At(11, 20, 12), book), "gxj");
        Assert.Equal((1, 1m), (unit.Lights.Red, unit[ConductMeasure.RedLights]));
        Assert.Equal((ConductKind.Light, "items/1/1", null, 0), Of(Assert.Single(unit.Rows(ConductMeasure.RedLights))));
        Assert.Equal((1, 0m), (Unit(Sheet(At(11, 20, 12), book), "fgw").Lights.Grey, Unit(Sheet(At(11, 20, 12), book), "fgw")[ConductMeasure.RedLights]));
    }

    [Fact]
    public void Every_count_is_the_number_of_its_rows()
    {
        var book = Recorded([[Item(1, "gxj") with { Start = new(new(2026, 1, 1)), Due = new(new(2026, 8, 31)) }], [Item(2, "fgw")]]);
        var sheet = Sheet(At(11, 20, 12), book, null, Notices(), Return(1, "gxj", At(10, 23, 9), null, At(10, 22, 9)));

        Assert.All(sheet.Units, unit =>
        {
            Assert.Equal(unit.OnTime + unit[ConductMeasure.Late]!.Value, unit.Due);
            Assert.Equal(unit.Rows(ConductMeasure.Late).Sum(r => r.DaysLate), unit[ConductMeasure.DaysLate]!.Value);
            foreach (var measure in Enum.GetValues<ConductMeasure>().Except([ConductMeasure.OnTimeRate, ConductMeasure.DaysLate]))
            {
                Assert.Equal(unit.Rows(measure).Count, unit[measure]!.Value);
                Assert.All(unit.Rows(measure), r => Assert.Equal(unit.Unit.Code, r.Department));
            }
        });
        Assert.NotEmpty(Unit(sheet, "gxj").Rows(ConductMeasure.Late));
    }

    private static UnitConduct Unit(ConductSheet sheet, string code) => sheet.Find(code)!;

    private static (ConductKind, string, Quarter?, int) Of(ConductRow row) => (row.Kind, row.Subject, row.Kind == ConductKind.CheckIn ? row.Quarter : null, row.DaysLate);

    private static WorkItemStatement Item(int number, string lead) =>
        new() { Origin = From(Day(1, 5)), Task = 1, Number = number, Text = $"工作{number}", Lead = lead };

    private static ProgressStatement Reported(int item) =>
        new() { Origin = From(Day(10, 5)), Task = 1, Item = item, Quarter = new(2026, 3), Percent = 60 };

    private static CheckIn Sent(long id, int item, string unit, DateTimeOffset at) => new()
    {
        Id = id,
        Key = new(1, item, new(2026, 3)),
        Department = unit,
        Entry = new(40, "完成立项"),
        SentBy = new(Guid.NewGuid(), "填报人"),
        SentAt = at,
    };

    private static NoticeEvent Done(long id, NoticeAct act, int day) => new() { Id = id, Number = Number, Act = act, Text = "说明", By = Office, At = At(11, day, 15) };

    private static NoticeBook Notices(params NoticeEvent[] done) => NoticeBook.Empty.With(
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
                By = Office,
                At = At(11, 11, 9),
            },
        ],
        done);
}
