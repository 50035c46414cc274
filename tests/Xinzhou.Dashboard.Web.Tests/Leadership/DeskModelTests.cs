using Xinzhou.Dashboard.Data.Reference;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Leadership.Desk;
using Xinzhou.Dashboard.Web.Tests.Browse;

namespace Xinzhou.Dashboard.Web.Tests.Leadership;

/// <summary>What a leader has before him, worked out of what is held.</summary>
public sealed class DeskModelTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, Shanghai.Offset);
    private static readonly WorkingDays Days = ReferenceWorkingDays.Read();

    [Fact]
    public void What_is_red_stands_with_its_part_its_owner_since_when_and_how_it_went()
    {
        var row = Assert.Single(Desk().Rows);

        Assert.Equal((LightColour.Red, LightSubject.OfTask(1), LightReason.Overdue), (row.Light.Colour, row.Light.Subject, row.Part.Reason));
        Assert.Equal((1, "d1", "某甲"), (row.Item?.Number, row.Lead, row.Person));
        Assert.Equal((new DateOnly(2026, 10, 16), 38), (Shanghai.DayOf(row.Since!.Value), row.Days));
        Assert.Equal(6, row.Strip.Count);
        Assert.Equal(LightColour.Grey, row.Strip[^1]);
        Assert.Equal(LightSubject.OfItem(1, 1), row.Reference);
    }

    [Fact]
    public void Of_a_field_only_its_dimensions_are_shown()
    {
        var desk = Desk("innovation");

        Assert.Empty(desk.Rows);
        Assert.Equal("innovation", Assert.Single(desk.Dimensions).Code);
        Assert.Equal(1, desk.Counts.All);
        Assert.Single(Desk("industry").Rows);
        // What is no dimension is no field.
        Assert.Single(Desk("nowhere").Rows);
    }

    [Fact]
    public void An_open_notice_on_the_light_or_by_its_words_stands_beside_it_and_a_closed_one_does_not()
    {
        Assert.Equal(1, Desk(Notice(NoticeOrigin.Light, "items/1/1")).Rows[0].Notice?.Assignment.Number.Sequence);
        Assert.NotNull(Desk(Notice(NoticeOrigin.Light, "tasks/1")).Rows[0].Notice);
        Assert.NotNull(Desk(Notice(NoticeOrigin.Instruction, "请抓紧", "建园区")).Rows[0].Notice);
        Assert.Null(Desk(Notice(NoticeOrigin.Light, "tasks/2")).Rows[0].Notice);
        Assert.Null(Desk(Notice(NoticeOrigin.Free, null, "建园区")).Rows[0].Notice);
    }

    [Fact]
    public void A_row_that_somebody_has_open_is_renewed_and_what_was_decided_of_it_meanwhile_is_not_offered_again()
    {
        var before = Desk().Rows[0];
        var issued = Desk(Notice(NoticeOrigin.Light, "items/1/1"));

        var now = issued.Renewed(before);
        Assert.Equal((null, 1), (before.Notice, now.Notice?.Assignment.Number.Sequence));
        Assert.Contains(DeskAct.Talk, now.Acts);

        var raised = Desk(Notice(NoticeOrigin.Light, "items/1/1", done: [Done(1, NoticeAct.Escalate) with { Level = EscalationLevel.Talk }])).Renewed(now);
        Assert.Equal([DeskAct.Instruct, DeskAct.Circular], raised.Acts);

        // What the unit has claimed is not raised; and what stands badly no more keeps its row and its notice.
        var claimed = Desk(Notice(NoticeOrigin.Light, "items/1/1", done: [Done(1, NoticeAct.Sign), Done(2, NoticeAct.Claim) with { Evidence = "验收报告" }]));
        Assert.Equal([DeskAct.Instruct], claimed.Renewed(now).Acts);
        Assert.Equal(1, Desk(Notice(NoticeOrigin.Light, "items/1/1"), "nowhere-else").Renewed(now).Notice?.Assignment.Number.Sequence);
    }

    private static DeskModel Desk(params string[] field) => DeskModel.Of(new() { PlanBook = SamplePlan.Book }, Now, Days, field);

    private static DeskModel Desk(NoticeBook notices, params string[] field) => DeskModel.Of(new() { PlanBook = SamplePlan.Book, Notices = notices }, Now, Days, field);

    private static NoticeEvent Done(long id, NoticeAct act) => new() { Id = id, Number = new(2026, 1), Act = act, At = Now.AddDays(-2).AddMinutes(id) };

    private static NoticeBook Notice(NoticeOrigin origin, string? reference, string subject = "事项", NoticeEvent[]? done = null) => NoticeBook.Empty.With(
        [
            new()
            {
                Id = 1, Number = new(2026, 1), Dispatch = new(2026, 1), Grade = MatterGrade.Ordinary, Subject = subject, Origin = origin, Reference = reference,
                Lead = "d1", Mode = CountingMode.Working, By = new Person(Guid.NewGuid(), "市领导"), At = Now.AddDays(-3),
            },
        ],
        done ?? []);
}
