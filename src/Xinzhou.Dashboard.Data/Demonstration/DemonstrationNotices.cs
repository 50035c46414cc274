using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Data.Supervision;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Demonstration;

/// <summary>Made-up notices in every stage: to be signed, late, paused, extended, sent back, to be verified, to be closed, closed, reopened.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="clock">The clock of the demonstration.</param>
/// <param name="days">Which days are worked.</param>
/// <param name="reporters">Who answers for each unit.</param>
/// <param name="leader">Who issues some.</param>
/// <param name="supervisor">Who issues the others, verifies and closes.</param>
internal sealed class DemonstrationNotices(
    IDbContextFactory<DashboardContext> contexts, DemonstrationClock clock, WorkingDays days, IReadOnlyDictionary<string, Actor> reporters, Actor leader,
    Actor supervisor)
{
    private NoticeSteps Steps => new(contexts, days, SupervisionSettings.Default, clock);

    /// <param name="now">The present moment.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task EnterAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        string[] units = [.. reporters.Keys.Order(StringComparer.Ordinal)];
        var today = Shanghai.DayOf(now);

        // Closed together, some weeks ago.
        var pair = await IssueAsync("演示：联合开展要素保障专项排查", MatterGrade.Ordinary, NoticeOrigin.Instruction, "演示批示第1号", Back(30), supervisor, [units[0], units[1]]);
        foreach (var number in pair)
        {
            await SignAsync(number, Back(30, 2));
            await DoAsync(number, new(NoticeAct.Feedback) { Text = "演示：已完成排查", Percent = 80 }, Back(28));
            await DoAsync(number, Claim(), Back(25));
            await DoAsync(number, new(NoticeAct.Verify) { Text = "演示：已现场核实" }, Back(24));
        }

        await DoAsync(pair[0], new(NoticeAct.Close), Back(23));

        // Closed and opened again.
        var again = (await IssueAsync("演示：整改环保督察反馈问题", MatterGrade.Ordinary, NoticeOrigin.Free, null, Back(22), supervisor, [units[2]]))[0];
        await SignAsync(again, Back(22, 1));
        await DoAsync(again, Claim(), Back(17));
        await DoAsync(again, new(NoticeAct.Verify) { Text = "演示：资料齐全" }, Back(16));
        await DoAsync(again, new(NoticeAct.Close), Back(16, 1));
        await DoAsync(again, new(NoticeAct.Reopen) { Text = "演示：回访发现问题反弹", Until = days.Add(today, 6) }, Back(2));

        // A major matter in progress, with another date asked for.
        var major = (await IssueAsync("演示：推进重点项目开工", MatterGrade.Major, NoticeOrigin.Light, "tasks/1", Back(12), leader, [units[3]]))[0];
        await SignAsync(major, Back(12, 1));
        await DoAsync(major, new(NoticeAct.Feedback) { Text = "演示：完成土地手续，正在办理施工许可", Percent = 40 }, Back(10));
        await DoAsync(major, new(NoticeAct.AskExtension) { Text = "演示：冬季停工，计划开春复工后完成", Until = days.Add(today, 40) }, Back(1));

        // Verified, and to be closed.
        var verified = (await IssueAsync("演示：兑现惠企政策资金", MatterGrade.Ordinary, NoticeOrigin.Free, null, Back(8), supervisor, [units[4]]))[0];
        await SignAsync(verified, Back(8, 1));
        await DoAsync(verified, new(NoticeAct.Feedback) { Text = "演示：资金已拨付七成", Percent = 70 }, Back(6));
        await DoAsync(verified, Claim(), Back(3));
        await DoAsync(verified, new(NoticeAct.Verify) { Text = "演示：抽查五家企业，均已到账" }, Back(1, 1));

        // Nobody signed: it climbs the ladder by itself.
        await IssueAsync("演示：报送专项行动方案", MatterGrade.Ordinary, NoticeOrigin.Free, null, Back(7), supervisor, [units[0]]);

        // A claim that was sent back, and one that waits.
        var back = (await IssueAsync("演示：清理拖欠账款", MatterGrade.Ordinary, NoticeOrigin.Free, null, Back(6), supervisor, [units[1]]))[0];
        await SignAsync(back, Back(6, 1));
        await DoAsync(back, Claim(), Back(3, 1));
        await DoAsync(back, new(NoticeAct.Refuse) { Text = "演示：缺付款凭证，请补充", Until = days.Add(today, 5) }, Back(2, 1));
        var claimed = (await IssueAsync("演示：完成营商环境问题整改", MatterGrade.Ordinary, NoticeOrigin.Free, null, Back(5), supervisor, [units[2]]))[0];
        await SignAsync(claimed, Back(5, 1));
        await DoAsync(claimed, new(NoticeAct.Feedback) { Text = "演示：整改完成", Percent = 100 }, Back(3, 2));
        await DoAsync(claimed, Claim(), Back(1, 2));

        // Paused; signed; to be signed.
        var paused = (await IssueAsync("演示：配合上级审计", MatterGrade.Ordinary, NoticeOrigin.Free, null, Back(3), supervisor, [units[3]]))[0];
        await SignAsync(paused, Back(3, 1));
        await DoAsync(paused, new(NoticeAct.Pause) { Text = "演示：等待上级答复", From = today, Until = today.AddDays(7) }, Earlier(Shanghai.StartOf(today).AddHours(8), now));
        var signed = (await IssueAsync("演示：落实专题会议定事项", MatterGrade.Ordinary, NoticeOrigin.Review, "演示交账", Back(1), leader, [units[4]]))[0];
        await SignAsync(signed, Back(1, 1));
        await IssueAsync("演示：核实企业反映问题", MatterGrade.Ordinary, NoticeOrigin.Light, "tasks/2", now, leader, [units[0]]);
        clock.Now = now;

        // So many working days ago, in the morning.
        DateTimeOffset Back(int count, int hours = 0)
        {
            var day = today;
            while (count > 0)
            {
                day = day.AddDays(-1);
                if (days.IsWorking(day)) count--;
            }

            return Shanghai.StartOf(day).AddHours(9 + hours);
        }

        async Task<IReadOnlyList<NoticeNumber>> IssueAsync(
            string subject, MatterGrade grade, NoticeOrigin origin, string? reference, DateTimeOffset at, Actor by, string[] leads)
        {
            clock.Now = at;
            var outcome = await Steps.IssueAsync(
                new() { Subject = subject, Grade = grade, Origin = origin, Reference = reference, Leads = leads }, by, cancellation);
            Must(outcome);
            return outcome.Numbers;
        }

        Task SignAsync(NoticeNumber number, DateTimeOffset at) => DoAsync(number, new(NoticeAct.Sign), at);

        async Task DoAsync(NoticeNumber number, NoticeEntry entry, DateTimeOffset at)
        {
            clock.Now = at;
            await using var context = await contexts.ReadAsync(cancellation);
            var notice = (await NoticeReader.ReadAsync(context, number, cancellation)).Find(number, new AsOf(at), days)!;
            var actor = entry.Act.IsOfUnit() ? reporters[notice.Assignment.Lead] : supervisor;
            Must(await Steps.DoAsync(number, entry, notice.LastEventId, actor, cancellation));
        }
    }

    private static NoticeEntry Claim() => new(NoticeAct.Claim) { Text = "演示：已办结", Evidence = "演示佐证材料" };

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static void Must(NoticeOutcome outcome)
    {
        if (outcome.Refusal is { } why)
        {
            throw new InvalidOperationException($"The demonstration was refused: {why} {string.Join(", ", outcome.Faults.Select(f => f.Reason))}.");
        }
    }
}
