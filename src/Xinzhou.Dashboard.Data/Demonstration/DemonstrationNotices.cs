using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Data.Supervision;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Demonstration;

/// <summary>
/// Made-up notices in every stage: to be signed, late with each step and on each rung, paused, extended, sent back, to be verified, to be
/// closed, closed, reopened; with evidence of the units and pictures of those who checked it on site.
/// </summary>
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
    private int _files;

    private NoticeSteps Steps => new(contexts, days, SupervisionSettings.Default, clock);

    private NoticeEvidenceStore Evidence => new(contexts, days, clock);

    private NoticeEscalation Ladder => new(contexts, new SnapshotStore(), days, SupervisionSettings.Default, clock);

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
            await ShowAsync(number, new(NoticeAct.Feedback) { Text = "演示：已完成排查", Percent = 80 }, Back(28));
            await ShowAsync(number, Claim("演示发〔1〕号"), Back(25));
            await ShowAsync(number, new(NoticeAct.Verify) { Text = "演示：已现场核实" }, Back(24));
        }

        await DoAsync(pair[0], new(NoticeAct.Close), Back(23));

        // Closed and opened again.
        var again = (await IssueAsync("演示：整改环保督察反馈问题", MatterGrade.Ordinary, NoticeOrigin.Free, null, Back(22), supervisor, [units[2]]))[0];
        await SignAsync(again, Back(22, 1));
        await ShowAsync(again, Claim(), Back(17));
        await ShowAsync(again, new(NoticeAct.Verify) { Text = "演示：资料齐全" }, Back(16));
        await DoAsync(again, new(NoticeAct.Close), Back(16, 1));
        await ShowAsync(again, new(NoticeAct.Reopen) { Text = "演示：回访发现问题反弹", Until = days.Add(today, 6) }, Back(2));

        // Signed and then silent; reported and not settled. Both climbed the ladder by themselves, day by day.
        var silent = (await IssueAsync("演示：上报园区用地清单", MatterGrade.Ordinary, NoticeOrigin.Free, null, Back(14), supervisor, [units[1]]))[0];
        await SignAsync(silent, Back(14, 1));
        await ClimbAsync(silent, 13);
        var unsettled = (await IssueAsync("演示：完成管网改造摸底", MatterGrade.Ordinary, NoticeOrigin.Free, null, Back(13), supervisor, [units[3]]))[0];
        await SignAsync(unsettled, Back(13, 1));
        await ShowAsync(unsettled, new(NoticeAct.Feedback) { Text = "演示：完成六成", Percent = 60 }, Back(11));
        await ClimbAsync(unsettled, 10);

        // A major matter in progress, with another date asked for.
        var major = (await IssueAsync("演示：推进重点项目开工", MatterGrade.Major, NoticeOrigin.Light, "tasks/1", Back(12), leader, [units[3]]))[0];
        await SignAsync(major, Back(12, 1));
        await ShowAsync(major, new(NoticeAct.Feedback) { Text = "演示：完成土地手续，正在办理施工许可", Percent = 40 }, Back(10));
        await DoAsync(major, new(NoticeAct.AskExtension) { Text = "演示：冬季停工，计划开春复工后完成", Until = days.Add(today, 40) }, Back(1));

        // Another date asked for in time and granted.
        var extended = (await IssueAsync("演示：建成两处便民市场", MatterGrade.Ordinary, NoticeOrigin.Free, null, Back(9), supervisor, [units[2]]))[0];
        await SignAsync(extended, Back(9, 1));
        await ShowAsync(extended, new(NoticeAct.Feedback) { Text = "演示：一处已开业，另一处等待验收", Percent = 50 }, Back(7));
        await DoAsync(extended, new(NoticeAct.AskExtension) { Text = "演示：验收排期靠后，计划验收后三日内开业", Until = days.Add(today, 8) }, Back(4));
        await DoAsync(extended, new(NoticeAct.Extend) { Text = "演示：同意，按计划开业", Until = days.Add(today, 8) }, Back(3));

        // Verified, and to be closed.
        var verified = (await IssueAsync("演示：兑现惠企政策资金", MatterGrade.Ordinary, NoticeOrigin.Free, null, Back(8), supervisor, [units[4]]))[0];
        await SignAsync(verified, Back(8, 1));
        await ShowAsync(verified, new(NoticeAct.Feedback) { Text = "演示：资金已拨付七成", Percent = 70 }, Back(6));
        await ShowAsync(verified, Claim(), Back(3));
        await ShowAsync(verified, new(NoticeAct.Verify) { Text = "演示：抽查五家企业，均已到账" }, Back(1, 1));

        // Nobody signed: it climbed the ladder by itself.
        var unsigned = (await IssueAsync("演示：报送专项行动方案", MatterGrade.Ordinary, NoticeOrigin.Free, null, Back(7), supervisor, [units[0]]))[0];
        await ClimbAsync(unsigned, 6);

        // A claim that was sent back, and one that waits.
        var back = (await IssueAsync("演示：清理拖欠账款", MatterGrade.Ordinary, NoticeOrigin.Free, null, Back(6), supervisor, [units[1]]))[0];
        await SignAsync(back, Back(6, 1));
        await ShowAsync(back, Claim(), Back(3, 1));
        await ShowAsync(back, new(NoticeAct.Refuse) { Text = "演示：缺付款凭证，请补充", Until = days.Add(today, 5) }, Back(2, 1));
        var claimed = (await IssueAsync("演示：完成营商环境问题整改", MatterGrade.Ordinary, NoticeOrigin.Free, null, Back(5), supervisor, [units[2]]))[0];
        await SignAsync(claimed, Back(5, 1));
        await DoAsync(claimed, new(NoticeAct.Feedback) { Text = "演示：整改完成", Percent = 100 }, Back(3, 2));
        await ShowAsync(claimed, Claim(), Back(1, 2));

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

        // With a file: a page of the unit, a picture of those who were there.
        async Task ShowAsync(NoticeNumber number, NoticeEntry entry, DateTimeOffset at)
        {
            clock.Now = at;
            var (actor, _) = await FindAsync(number, entry.Act, at);
            var about = FormattableString.Invariant($"{number} {++_files}");
            using var content = new MemoryStream(entry.Act.IsOfUnit() ? DemonstrationFiles.Pdf(about) : DemonstrationFiles.Png(about));
            var name = entry.Act.IsOfUnit() ? FormattableString.Invariant($"演示佐证-{number}-{_files}.pdf") : FormattableString.Invariant($"演示现场-{number}-{_files}.png");
            var added = await Evidence.AddAsync(number, name, content, actor, cancellation);
            if (added.Added is not { } file) throw new InvalidOperationException($"The demonstration was refused: {added.Refusal} {added.Fault} {added.NotHis?.Reason}.");
            await DoAsync(number, entry with { Files = [file.Id] }, at.AddMinutes(5));
        }

        async Task DoAsync(NoticeNumber number, NoticeEntry entry, DateTimeOffset at)
        {
            clock.Now = at;
            var (actor, seen) = await FindAsync(number, entry.Act, at);
            Must(await Steps.DoAsync(number, entry, seen, actor, cancellation));
        }

        async Task<(Actor Actor, long Seen)> FindAsync(NoticeNumber number, NoticeAct act, DateTimeOffset at)
        {
            await using var context = await contexts.ReadAsync(cancellation);
            var notice = (await NoticeReader.ReadAsync(context, number, cancellation)).Find(number, new AsOf(at), days)!;
            return (act.IsOfUnit() ? reporters[notice.Assignment.Lead] : supervisor, notice.LastEventId);
        }

        // At noon of each working day since.
        async Task ClimbAsync(NoticeNumber number, int since)
        {
            for (var count = since; count > 0; count--)
            {
                clock.Now = Back(count, 3);
                await Ladder.RaiseAsync(number, cancellation);
            }
        }
    }

    private static NoticeEntry Claim(string? words = null) => new(NoticeAct.Claim) { Text = "演示：已办结", Evidence = words };

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static void Must(NoticeOutcome outcome)
    {
        if (outcome.Refusal is { } why)
        {
            throw new InvalidOperationException($"The demonstration was refused: {why} {string.Join(", ", outcome.Faults.Select(f => f.Reason))}.");
        }
    }
}
