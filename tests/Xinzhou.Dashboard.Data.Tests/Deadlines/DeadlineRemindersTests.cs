using Xinzhou.Dashboard.Data.Messages;
using Xinzhou.Dashboard.Data.Reviews;
using Xinzhou.Dashboard.Domain.Deadlines;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Data.Tests.Deadlines;

/// <summary>What is due soon and what is late is told by itself, to whom it concerns, once.</summary>
public sealed class DeadlineRemindersTests
{
    [Fact]
    public async Task Check_ins_are_reminded_of_before_their_day_and_told_of_the_day_after()
    {
        await using var database = await DeadlineDatabase.CreateAsync();

        Assert.Equal(1, await database.RemindAsync());
        Assert.Equal(0, await database.RemindAsync());
        var due = Assert.Single(await database.InboxAsync(database.Reporter));
        Assert.Equal(
            (MessageKind.CheckInDue, "1/1", "市工信局", new DateOnly(2026, 10, 15)), (due.Kind, due.CheckIns, due.Department, due.Day!.Value));
        Assert.Equal(new MessageSubject(null, new(2026, 3)), await new MessageBox(database.Plan.Contexts, database.Clock).OpenAsync(database.Reporter.Id, due.Id));

        database.PassTo(new(2026, 10, 15), 23);
        Assert.Equal(0, await database.RemindAsync());
        database.PassTo(new(2026, 10, 16), 0);
        Assert.Equal(1, await database.RemindAsync());
        Assert.Equal(0, await database.RemindAsync());
        Assert.Equal([MessageKind.CheckInLate, MessageKind.CheckInDue], (await database.InboxAsync(database.Reporter)).Select(m => m.Kind));
        Assert.Empty(await database.InboxAsync(database.Stranger));
        Assert.Empty(await database.InboxAsync(database.Office));
    }

    [Fact]
    public async Task A_unit_that_has_nobody_yet_is_reminded_when_it_has_somebody()
    {
        await using var database = await DeadlineDatabase.CreateAsync();
        await database.ExecuteAsync("UPDATE users SET disabled_at = now() WHERE user_name = 'li'");
        Assert.Equal(0, await database.RemindAsync());

        await database.ExecuteAsync("UPDATE users SET disabled_at = NULL WHERE user_name = 'li'");
        Assert.Equal(1, await database.RemindAsync());
        Assert.Equal(0, await database.RemindAsync());
        Assert.Single(await database.InboxAsync(database.Reporter));
    }

    [Fact]
    public async Task Of_what_was_sent_nobody_is_reminded()
    {
        await using var database = await DeadlineDatabase.CreateAsync();
        Assert.Null((await database.CheckIns.SendAsync(new(1, 1, new(2026, 3)), new(40, "完成立项"), [], null, database.Reporter)).Refusal);

        Assert.Equal(0, await database.RemindAsync());

        Assert.Empty(await database.InboxAsync(database.Reporter));
    }

    [Fact]
    public async Task Work_items_are_told_of_as_early_as_their_light_and_those_of_a_unit_together()
    {
        await using var database = await DeadlineDatabase.CreateAsync(string.Join(
            '\n',
            "1,1,建设产业园,市工信局,,2026-01-01,2026-10-29,,任务分解表,2026-01-05",
            "1,2,完成验收,市工信局,,2026-01-01,2026-10-29,,任务分解表,2026-01-05",
            "1,3,编制规划,市工信局,,2026-01-01,2026-10-30,,任务分解表,2026-01-05",
            "2,1,签约,市发展改革委,,2026-01-01,2026-10-20,,任务分解表,2026-01-05"));
        await database.RemindAsync();

        var own = Assert.Single(await database.InboxAsync(database.Reporter), m => m.Kind == MessageKind.ItemDue);
        Assert.Equal(("1/1、1/2", new DateOnly(2026, 10, 29), ConcernKind.Item), (own.About, own.Day!.Value, own.Concern!.Value));
        var other = Assert.Single(await database.InboxAsync(database.Stranger), m => m.Kind == MessageKind.ItemDue);
        Assert.Equal(("2/1 签约", new DateOnly(2026, 10, 20)), (other.About, other.Day!.Value));
        Assert.Equal(
            new MessageSubject(null, null) { Concern = ConcernKind.Item, Reference = "2/1" },
            await new MessageBox(database.Plan.Contexts, database.Clock).OpenAsync(database.Stranger.Id, other.Id));

        // The day after the day: the unit and the inspection office.
        database.PassTo(new(2026, 10, 21), 0);
        await database.RemindAsync();
        Assert.Single(await database.InboxAsync(database.Stranger), m => m.Kind == MessageKind.ItemLate);
        Assert.Equal("2/1 签约", Assert.Single(await database.InboxAsync(database.Office), m => m.Kind == MessageKind.ItemLate).About);
        Assert.DoesNotContain(await database.InboxAsync(database.Reporter), m => m.Kind == MessageKind.ItemLate);
    }

    [Fact]
    public async Task Another_day_of_the_same_thing_is_another_occasion()
    {
        await using var database = await DeadlineDatabase.CreateAsync("1,1,建设产业园,市工信局,,2026-01-01,2026-10-20,,任务分解表,2026-01-05");
        await database.RemindAsync();
        await database.Plan.ImportAsync(Plans.PlanDatabase.Items, "1,1,建设产业园,市工信局,,2026-01-01,2026-10-27,,调整文件,2026-10-13");
        await database.RemindAsync();
        await database.RemindAsync();

        Assert.Equal(
            [new DateOnly(2026, 10, 27), new(2026, 10, 20)],
            (await database.InboxAsync(database.Reporter)).Where(m => m.Kind == MessageKind.ItemDue).Select(m => m.Day!.Value));
    }

    [Fact]
    public async Task Of_what_passed_while_nobody_looked_only_that_it_is_late_is_told()
    {
        await using var database = await DeadlineDatabase.CreateAsync("1,1,建设产业园,市工信局,,2026-01-01,2026-11-30,,任务分解表,2026-01-05");
        database.PassTo(new(2026, 12, 14), 10);

        await database.RemindAsync();
        await database.RemindAsync();

        Assert.Equal(
            [MessageKind.CheckInLate, MessageKind.ItemLate],
            (await database.InboxAsync(database.Reporter)).Select(m => m.Kind).Order());
    }

    [Fact]
    public async Task Steps_of_a_notice_are_reminded_of_by_working_days_and_not_on_the_day_of_the_assignment_nor_while_it_is_paused()
    {
        await using var database = await DeadlineDatabase.CreateAsync();
        // Friday 16 October: feedback on Wednesday 21, settled on Tuesday 27.
        database.PassTo(new(2026, 10, 16), 9);
        var number = (await database.Notices.IssueAsync(
            new() { Subject = "事项", Grade = MatterGrade.Ordinary, Origin = NoticeOrigin.Free, Leads = ["gxj"] }, database.Office)).Numbers.Single();
        await database.RemindAsync();
        Assert.DoesNotContain(await database.InboxAsync(database.Reporter), m => m.Kind == MessageKind.NoticeDue);

        database.PassTo(new(2026, 10, 17), 9);
        await database.RemindAsync();
        var feedback = Assert.Single(await database.InboxAsync(database.Reporter), m => m.Kind == MessageKind.NoticeDue);
        Assert.Equal((number.Code, "feedback", new DateOnly(2026, 10, 21)), (feedback.Notice, feedback.Act, feedback.Day!.Value));

        // Settling: three working days before the 27th is the 22nd.
        database.PassTo(new(2026, 10, 21), 9);
        await database.RemindAsync();
        Assert.Single(await database.InboxAsync(database.Reporter), m => m.Kind == MessageKind.NoticeDue);
        Assert.Null((await database.Notices.DoAsync(number, new(NoticeAct.Pause) { Text = "等待批复", From = new(2026, 10, 22), Until = new(2026, 10, 23) }, await SeenAsync(), database.Office)).Refusal);
        database.PassTo(new(2026, 10, 23), 9);
        await database.RemindAsync();
        Assert.Single(await database.InboxAsync(database.Reporter), m => m.Kind == MessageKind.NoticeDue);
        database.PassTo(new(2026, 10, 28), 9);
        await database.RemindAsync();
        Assert.Equal("settle", (await database.InboxAsync(database.Reporter)).First(m => m.Kind == MessageKind.NoticeDue).Act);

        async Task<long> SeenAsync()
        {
            await database.LoadAsync();
            return database.Snapshots.Current.Notices.Find(number, new(database.Clock.GetUtcNow()), DeadlineDatabase.Days)!.LastEventId;
        }
    }

    [Fact]
    public async Task What_a_review_decided_is_told_when_it_is_assigned_due_and_late()
    {
        await using var database = await DeadlineDatabase.CreateAsync();
        var preparing = new ReviewPreparing(database.Plan.Contexts, database.Snapshots, new(database.Plan.Contexts), DeadlineDatabase.Days, database.Clock);
        var review = (await preparing.PrepareAsync(ReviewSubject.Milestone(2025), new(2026, 10, 14), database.Office)).Review;
        await database.LoadAsync();
        Assert.Null((await new ReviewMatters(database.Plan.Contexts, database.Snapshots, database.Clock)
            .NoteAsync(review, new("补齐佐证", "gxj", null, new(2026, 10, 22)), database.Leader)).Refusal);
        Assert.Equal(("补齐佐证", new DateOnly(2026, 10, 22)), Of(Assert.Single(await MattersAsync())));

        database.PassTo(new(2026, 10, 16), 9);
        await database.RemindAsync();
        Assert.Single(await MattersAsync());
        database.PassTo(new(2026, 10, 19), 9);
        await database.RemindAsync();
        database.PassTo(new(2026, 10, 23), 0);
        await database.RemindAsync();
        await database.RemindAsync();

        Assert.Equal([MessageKind.MatterLate, MessageKind.MatterDue, MessageKind.MatterAssigned], (await MattersAsync()).Select(m => m.Kind));
        Assert.Single(await database.InboxAsync(database.Office), m => m.Kind == MessageKind.MatterLate);

        async Task<IReadOnlyList<Message>> MattersAsync() => [.. (await database.InboxAsync(database.Reporter)).Where(m => m.Concern == ConcernKind.ReviewMatter)];
        static (string?, DateOnly) Of(Message message) => (message.About, message.Day!.Value);
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task Of_many_instances_one_tells()
    {
        await using var database = await DeadlineDatabase.CreateAsync();

        var told = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => database.Reminders.RunAsync())));

        Assert.Equal([0, 0, 0, 1], told.Order());
        Assert.Single(await database.InboxAsync(database.Reporter));
    }
}
