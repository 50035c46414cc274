using Xinzhou.Dashboard.Data.Lights;
using Xinzhou.Dashboard.Data.Messages;
using Xinzhou.Dashboard.Data.Plans;
using Xinzhou.Dashboard.Data.Tests.Deadlines;
using Xinzhou.Dashboard.Data.Tests.Plans;
using Xinzhou.Dashboard.Data.Tests.Pledges;
using Xinzhou.Dashboard.Data.Tests.Reviews;
using Xinzhou.Dashboard.Domain.Deadlines;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Progress.Pledges;
using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Data.Tests.Messages;

/// <summary>What is assigned, acknowledged and decided is told to whom it concerns, and to nobody else.</summary>
public sealed class TellingTests
{
    [Fact]
    public async Task Of_check_ins_the_office_is_told_once_a_day_and_the_unit_what_came_of_them()
    {
        await using var database = await DeadlineDatabase.CreateAsync("1,1,建设产业园,市工信局,,2026-01-01,2026-12-31,,任务分解表,2026-01-05\n1,2,完成验收,市工信局,,2026-01-01,2026-12-31,,任务分解表,2026-01-05");
        foreach (var item in new[] { 1, 2 }) Assert.Null((await database.CheckIns.SendAsync(new(1, item, new(2026, 3)), new(40, "完成立项"), [], null, database.Reporter)).Refusal);
        await database.LoadAsync();
        var sent = Assert.Single(await database.InboxAsync(database.Office));
        Assert.Equal((MessageKind.CheckInSent, "市工信局", "2026-Q3"), (sent.Kind, sent.Department, sent.Quarter!.Value.Code));

        var first = database.Snapshots.Current.CheckIns.Latest(new(1, 1, new(2026, 3)))!;
        Assert.Null((await database.CheckIns.AcknowledgeAsync(first.Id, database.Office)).Refusal);

        var acknowledged = Assert.Single(await database.InboxAsync(database.Reporter));
        Assert.Equal((MessageKind.CheckInAcknowledged, "1/1"), (acknowledged.Kind, acknowledged.CheckIns));
        Assert.Empty(await database.InboxAsync(database.Stranger));
    }

    [Fact]
    public async Task Of_a_light_that_was_decided_on_the_unit_is_told_and_when_it_is_given_back()
    {
        await using var database = await DeadlineDatabase.CreateAsync();
        var overrides = new LightOverrides(database.Plan.Contexts, database.Clock);
        Assert.Null((await overrides.SetAsync(LightSubject.OfItem(1, 1), LightColour.Amber, new(2026, 12, 1), null, "正在协调", database.Leader)).Refusal);
        await database.LoadAsync();
        Assert.Null((await overrides.LiftAsync(LightSubject.OfItem(1, 1), database.Snapshots.Current.LightOverrides[^1].Id, "已协调", database.Leader)).Refusal);

        var told = await database.InboxAsync(database.Reporter);

        Assert.Equal(
            [(MessageKind.LightDecided, null, (DateOnly?)null, "已协调"), (MessageKind.LightDecided, "amber", new DateOnly(2026, 12, 1), "正在协调")],
            told.Select(m => (m.Kind, m.Act, m.Day, m.Text)));
        Assert.Equal(
            new MessageSubject(null, null) { Concern = ConcernKind.Item, Reference = "1/1" },
            await new MessageBox(database.Plan.Contexts, database.Clock).OpenAsync(database.Reporter.Id, told[0].Id));
        Assert.Empty(await database.InboxAsync(database.Stranger));
    }

    [Fact]
    public async Task Who_leads_from_now_on_and_who_no_longer_does_is_told_by_page_and_by_file()
    {
        await using var database = await DeadlineDatabase.CreateAsync();
        await database.Plan.ImportAsync(PlanDatabase.Items, "1,1,建设产业园,市发展改革委,,2026-01-01,2026-11-30,,调整文件,2026-10-13");

        Assert.Equal((MessageKind.OwnerChanged, "lost", "1/1 建设产业园"), Of(Assert.Single(await database.InboxAsync(database.Reporter))));
        Assert.Equal((MessageKind.OwnerChanged, "gained", "1/1 建设产业园"), Of(Assert.Single(await database.InboxAsync(database.Stranger))));

        var seen = (await database.Plan.LoadAsync()).PlanBook.Versions("item 1/1").Last().Origin.Id;
        Assert.Null((await new PlanEditing(database.Plan.Contexts, database.Clock).SaveAsync(
            [new(new Domain.Plan.WorkItemStatement { Origin = Domain.Plan.PlanOrigin.NotRecorded, Task = 1, Number = 1, Lead = "gxj" }, seen)], "职责调整", database.Office)).Refusal);

        Assert.Equal((MessageKind.OwnerChanged, "gained", "1/1 建设产业园"), Of((await database.InboxAsync(database.Reporter))[0]));
        Assert.Equal((MessageKind.OwnerChanged, "lost", "1/1 建设产业园"), Of((await database.InboxAsync(database.Stranger))[0]));
        Assert.Empty(await database.InboxAsync(database.Office));

        static (MessageKind, string?, string?) Of(Message message) => (message.Kind, message.Act, message.About);
    }

    [Fact]
    public async Task Of_a_commitment_its_unit_is_told_the_other_leader_is_asked_and_who_proposed_hears_what_was_decided()
    {
        await using var database = await PledgeDatabase.CreateAsync();
        await database.OweAsync();
        var box = new MessageBox(database.Plan.Contexts, database.Plan.Clock);
        var assigned = Assert.Single(await box.ListAsync(database.Owner.Id, unreadOnly: false, before: null));
        Assert.Equal((MessageKind.CommitmentAssigned, ConcernKind.Target), (assigned.Kind, assigned.Concern!.Value));
        Assert.Contains("2027", assigned.About, StringComparison.Ordinal);
        var proposal = await database.ProposeAsync();

        var asked = Assert.Single(await box.ListAsync(database.Second.Id, unreadOnly: false, before: null));
        Assert.Equal(MessageKind.CommitmentProposed, asked.Kind);
        Assert.StartsWith("f0", (await box.OpenAsync(database.Second.Id, asked.Id))!.Reference, StringComparison.Ordinal);
        Assert.Empty(await box.ListAsync(database.First.Id, unreadOnly: false, before: null));
        Assert.Null((await database.Changes.DecideAsync(proposal, ProposalVerdict.Rejected, "依据不足", database.Second)).Refusal);

        var decided = Assert.Single(await box.ListAsync(database.First.Id, unreadOnly: false, before: null));
        Assert.Equal((MessageKind.CommitmentDecided, "rejected", "依据不足"), (decided.Kind, decided.Act, decided.Text));
        Assert.Single(await box.ListAsync(database.Owner.Id, unreadOnly: false, before: null));
    }

    [Fact]
    public async Task Of_a_commitment_in_a_file_the_unit_that_owes_it_is_told_with_the_document()
    {
        await using var database = await DeadlineDatabase.CreateAsync();

        Assert.True((await database.Plan.ImportAsync(PlanDatabase.Commitments, "GDP,忻州市,2027,市工信局,,,,,责任书,2026-10-13")).Accepted);

        var told = Assert.Single(await database.InboxAsync(database.Reporter));
        Assert.Equal((MessageKind.CommitmentAssigned, "责任书"), (told.Kind, told.Text));
        Assert.Equal("2027年地区生产总值", told.About);
        Assert.Empty(await database.InboxAsync(database.Stranger));
    }

    [Fact]
    public async Task Leaders_are_told_what_is_to_be_signed_and_the_units_of_a_dimension_what_was()
    {
        await using var database = await ReviewDatabase.CreateAsync();
        var box = new MessageBox(database.Plan.Contexts, database.Plan.Clock);
        var review = await database.FrozenAsync();

        var frozen = Assert.Single(await box.ListAsync(database.Leader.Id, unreadOnly: false, before: null));
        Assert.Equal((MessageKind.ReviewFrozen, "2025年里程碑"), (frozen.Kind, frozen.About));
        Assert.Equal(
            new MessageSubject(null, null) { Concern = ConcernKind.Review, Reference = $"{review.Id}" }, await box.OpenAsync(database.Leader.Id, frozen.Id));
        Assert.Null((await database.SignAsync(review.Id, database.Leader, ReviewDatabase.Accepted("industry"))).Refusal);

        Assert.Equal("accept", Assert.Single(await box.ListAsync(database.Office.Id, unreadOnly: false, before: null), m => m.Kind == MessageKind.ReviewSigned).Act);
        Assert.Contains(await box.ListAsync(database.Unit.Id, unreadOnly: false, before: null), m => m.Kind == MessageKind.ReviewSigned);
        Assert.DoesNotContain(await box.ListAsync(database.Leader.Id, unreadOnly: false, before: null), m => m.Kind == MessageKind.ReviewSigned);
    }

    [Fact]
    public async Task Who_issued_a_notice_and_who_assists_hear_that_it_is_closed()
    {
        await using var database = await DeadlineDatabase.CreateAsync();
        var number = (await database.Notices.IssueAsync(
            new() { Subject = "事项", Grade = MatterGrade.Ordinary, Origin = NoticeOrigin.Free, Leads = ["gxj"], Assisting = ["fgw"] }, database.Leader)).Numbers.Single();
        foreach (var (entry, actor) in new (NoticeEntry, Actor)[]
        {
            (new(NoticeAct.Sign), database.Reporter), (new(NoticeAct.Claim) { Text = "已办结", Evidence = "验收单" }, database.Reporter),
            (new(NoticeAct.Verify) { Text = "现场核实" }, database.Office), (new(NoticeAct.Close), database.Office),
        })
        {
            await database.LoadAsync();
            var seen = database.Snapshots.Current.Notices.Find(number, new(database.Clock.GetUtcNow()), DeadlineDatabase.Days)!.LastEventId;
            Assert.Null((await database.Notices.DoAsync(number, entry, seen, actor)).Refusal);
        }

        Assert.Equal(["close"], (await database.InboxAsync(database.Leader)).Select(m => m.Act));
        Assert.Equal(["close", null], (await database.InboxAsync(database.Stranger)).Select(m => m.Act));
        Assert.Equal(["close", "verify", null], (await database.InboxAsync(database.Reporter)).Select(m => m.Act));
    }
}
