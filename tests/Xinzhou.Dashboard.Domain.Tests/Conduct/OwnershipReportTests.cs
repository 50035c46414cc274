using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Conduct;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Tests.Progress.Lights;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Testing.Indicators;

namespace Xinzhou.Dashboard.Domain.Tests.Conduct;

/// <summary>What has no live owner, and why.</summary>
[Trait("Category", "Quick")]
public sealed class OwnershipReportTests
{
    private static readonly AsOf Now = MadePlan.At("2026-11-20");

    private static readonly Department[] Units =
        [new("fgw", "市发展改革委", 1), new("gxj", "市工信局", 2), new("old", "市机械局", 3) { DissolvedOn = new(2026, 11, 20) }];

    [Theory]
    [InlineData(null, null, OwnerGap.NoUnit)]
    [InlineData("old", "甲", OwnerGap.UnitDissolved)]
    [InlineData("gone", "甲", OwnerGap.UnitDissolved)]
    [InlineData("fgw", null, OwnerGap.NoPerson)]
    [InlineData("fgw", " ", OwnerGap.NoPerson)]
    [InlineData("fgw", "停", OwnerGap.PersonDisabled)]
    [InlineData("fgw", "调", OwnerGap.PersonMoved)]
    // Whoever has no account is not known to have left; and one who acts for no unit acts for any.
    [InlineData("fgw", "无账号", null)]
    [InlineData("fgw", "在", null)]
    [InlineData("fgw", "市领导", null)]
    public void A_task_has_an_active_unit_and_an_active_person(string? unit, string? person, OwnerGap? gap)
    {
        var report = Report(MadePlan.Of(MadePlan.Task(3) with { Lead = unit, Person = person }));

        MissingOwner[] expected = gap is { } why ? [new(OwnedKind.Task, "tasks/3", unit, person, why)] : [];
        Assert.Equal(expected, report.Missing);
        Assert.Equal(1, report.All);
    }

    [Fact]
    public void An_item_is_owned_by_its_own_unit_or_that_of_its_task_with_the_person_of_the_task_only_there()
    {
        WorkItem[] items =
        [
            MadePlan.Item(null, null, number: 1),
            MadePlan.Item(null, null, number: 2) with { Lead = "gxj" },
            MadePlan.Item(null, null, number: 3) with { Lead = "gxj", Person = "乙" },
            MadePlan.Item(null, null, number: 4) with { IsWithdrawn = true },
        ];

        var report = Report(MadePlan.Of(MadePlan.Task(1, items: items) with { Lead = "fgw", Person = "甲" }));
        Assert.Equal(("items/1/2", OwnerGap.NoPerson), Of(Assert.Single(report.Missing)));
        Assert.Equal((3, 2), (report.Count(OwnedKind.Item), report.ByUnit["fgw"]));
    }

    [Fact]
    public void A_target_is_owned_by_its_commitment_until_its_year_is_over()
    {
        var made = new HandMade();
        var owned = made.Add(Period.FullYear(2027), 2000, kind: ValueKind.Target, known: "2026-01-10");
        made.Add(Period.FullYear(2030), 2600, kind: ValueKind.Target, known: "2026-01-10");
        made.Add(Period.FullYear(2025), 1500, kind: ValueKind.Target, known: "2025-01-10");
        var plan = MadePlan.Of() with { Commitments = [MadePlan.Commitment(owned, owner: "fgw") with { Person = "甲" }] };

        var report = Report(plan, made.Book);
        Assert.Equal(("targets/f0000000002", OwnerGap.NoUnit), Of(Assert.Single(report.Missing)));
        Assert.Equal(2, report.Count(OwnedKind.Target));
    }

    [Fact]
    public void A_notice_that_is_not_closed_needs_a_live_unit_and_names_nobody_or_somebody_who_is_there()
    {
        var notices = NoticeBook.Empty.With([Notice(1, "fgw", null), Notice(2, "old", null), Notice(3, "fgw", "停")], []);

        var report = Report(MadePlan.Of(), notices: notices);
        Assert.Equal(
            [("supervision/2026-002", OwnerGap.UnitDissolved), ("supervision/2026-003", OwnerGap.PersonDisabled)],
            report.Of(OwnedKind.Notice).Select(m => (m.Subject, m.Gap)));
    }

    [Fact]
    public void A_unit_was_heard_of_when_it_last_did_something()
    {
        var signed = new NoticeEvent { Id = 1, Number = new(2026, 1), Act = NoticeAct.Sign, At = Now.Moment.AddDays(-3) };
        var raised = new NoticeEvent { Id = 2, Number = new(2026, 1), Act = NoticeAct.Escalate, Level = EscalationLevel.Talk, At = Now.Moment.AddDays(-1) };
        var notices = NoticeBook.Empty.With([Notice(1, "fgw", null), Notice(2, "gxj", null)], [signed, raised]).At(Now, new([]));

        var last = LastUpdates.Of(CheckInBook.Empty, notices, Now.Moment);
        Assert.Equal(KeyValuePair.Create("fgw", signed.At), Assert.Single(last));
    }

    private static (string, OwnerGap) Of(MissingOwner missing) => (missing.Subject, missing.Gap);

    private static OwnershipReport Report(CityPlan plan, FigureBook? figures = null, NoticeBook? notices = null)
    {
        var known = plan with { Departments = Units };
        return OwnershipReport.Of(
            known,
            LightBoard.Of(known, (figures ?? FigureBook.Empty).At(Now), LightSettings.Default, [], Now),
            (notices ?? NoticeBook.Empty).At(Now, new([])),
            [new("停", "fgw", true), new("调", "gxj", false), new("调", "fgw", true), new("在", "fgw", false), new("在", "fgw", true), new("市领导", null, false)]);
    }

    private static NoticeAssignment Notice(int sequence, string lead, string? person) => new()
    {
        Id = sequence,
        Number = new(2026, sequence),
        Dispatch = new(2026, sequence),
        Grade = MatterGrade.Ordinary,
        Subject = "事项",
        Origin = NoticeOrigin.Free,
        Lead = lead,
        Person = person,
        Mode = CountingMode.Working,
        By = new(Guid.NewGuid(), "杜督查"),
        At = Shanghai.StartOf(new(2026, 11, 11)).AddHours(9),
    };
}
