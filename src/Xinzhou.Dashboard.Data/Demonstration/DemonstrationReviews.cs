using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Reference;
using Xinzhou.Dashboard.Data.Reviews;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Data.Supervision;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Pledges;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Demonstration;

/// <summary>Made-up reviews: of a quarter that is done with, of the last milestone with one dimension sent back and one to be redone, and one that is being prepared.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="snapshots">What is held.</param>
/// <param name="loader">Reads anew what was entered.</param>
/// <param name="clock">The clock of the demonstration.</param>
/// <param name="reporters">Who answers for each unit.</param>
/// <param name="leader">Who signs.</param>
/// <param name="supervisor">Who prepares.</param>
internal sealed class DemonstrationReviews(
    IDbContextFactory<DashboardContext> contexts,
    SnapshotStore snapshots,
    SnapshotLoader loader,
    DemonstrationClock clock,
    IReadOnlyDictionary<string, Actor> reporters,
    Actor leader,
    Actor supervisor)
{
    /// <summary>How many days ago the last milestone was reviewed.</summary>
    public const int MilestoneHeldBefore = 20;

    private readonly WorkingDays _days = ReferenceWorkingDays.Read();

    private ReviewPreparing Preparing => new(contexts, snapshots, loader, _days, clock);

    private ReviewMatters Matters => new(contexts, snapshots, clock);

    private NoticeSteps Notices => new(contexts, _days, SupervisionSettings.Default, clock);

    /// <param name="current">The quarter that ended last.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task EnterAsync(Quarter current, DateTimeOffset now, CancellationToken cancellation)
    {
        string[] units = [.. reporters.Keys.Order(StringComparer.Ordinal)];
        var today = Shanghai.DayOf(now);
        await QuarterAsync(current.Previous, units, now, cancellation);
        if (snapshots.Current.Plan.Milestones.LastOrDefault(m => m.Due < today) is { } milestone) await MilestoneAsync(milestone, units, now, cancellation);

        clock.Now = now.AddDays(-1);
        Must(await Preparing.PrepareAsync(ReviewSubject.Of(current), today.AddDays(7), supervisor, cancellation));
        await LoadAsync(cancellation);
        clock.Now = now;
    }

    private async Task QuarterAsync(Quarter quarter, string[] units, DateTimeOffset now, CancellationToken cancellation)
    {
        var held = quarter.LastDay.AddDays(45);
        clock.Now = At(held, 9);
        var review = Must(await Preparing.PrepareAsync(ReviewSubject.Of(quarter), held, supervisor, cancellation));
        Must(await Preparing.FreezeAsync(review, supervisor, cancellation));
        await LoadAsync(cancellation);
        await SignAsync(review, i => i == 2
            ? new("", ReviewVerdict.MostlyAchieved, ReviewDecision.Accept, "演示：两项工作晚于计划，已明确补齐时限")
            : new("", ReviewVerdict.Achieved, ReviewDecision.Accept), 11, cancellation);
        clock.Now = At(held, 12);
        Must(await Matters.NoteAsync(review, new("演示：补齐两项滞后工作", units[2], null, Shanghai.DayOf(now).AddDays(-25)), supervisor, cancellation));
        Must(await Matters.NoteAsync(review, new("演示：核对各单位台账口径", units[1], null, Shanghai.DayOf(now).AddDays(20)), supervisor, cancellation));
        await LoadAsync(cancellation);
        clock.Now = now.AddDays(-26);
        Must(await Matters.ReportAsync(snapshots.Current.Reviews.Find(review)!.Matters[0].Id, MatterState.Done, "演示：两项工作已补齐", supervisor, cancellation));
        await LoadAsync(cancellation);
    }

    private async Task MilestoneAsync(Milestone milestone, string[] units, DateTimeOffset now, CancellationToken cancellation)
    {
        var held = Shanghai.DayOf(now).AddDays(-MilestoneHeldBefore);
        clock.Now = At(held, 9);
        var review = Must(await Preparing.PrepareAsync(ReviewSubject.Milestone(milestone.Year), held, supervisor, cancellation));
        Must(await Preparing.FreezeAsync(review, supervisor, cancellation));
        await LoadAsync(cancellation);
        await SignAsync(review, i => i switch
        {
            1 => new("", ReviewVerdict.NotAchieved, ReviewDecision.Redo, "演示：主要任务未完成，限期补办并报结果", new(units[1], MatterGrade.Major)),
            4 => new("", ReviewVerdict.NotAchieved, ReviewDecision.SendBack, "演示：缺少佐证，补充后重新交账"),
            3 or 5 => new("", ReviewVerdict.MostlyAchieved, ReviewDecision.Accept, "演示：个别任务滞后，不影响总体"),
            _ => new("", ReviewVerdict.Achieved, ReviewDecision.Accept),
        }, 16, cancellation);
        clock.Now = At(held, 17);
        Must(await Matters.NoteAsync(review, new("演示：退回的能级补充佐证后重新交账", units[4], null, Shanghai.DayOf(now).AddDays(30)), supervisor, cancellation));
        await LoadAsync(cancellation);

        // The unit has taken up what is to be redone.
        var redo = NoticeNumber.Parse(snapshots.Current.Reviews.Find(review)!.Verdicts.Select(v => v.Verdict.Notice).First(n => n is not null))!.Value;
        await ActAsync(redo, new(NoticeAct.Sign), At(held, 18), reporters[units[1]], cancellation);
        await ActAsync(redo, new(NoticeAct.Feedback) { Text = "演示：已制定补办计划，完成一半", Percent = 50 }, At(held.AddDays(2), 10), reporters[units[1]], cancellation);
        await LoadAsync(cancellation);
    }

    private async Task ActAsync(NoticeNumber number, NoticeEntry entry, DateTimeOffset at, Actor actor, CancellationToken cancellation)
    {
        clock.Now = at;
        await LoadAsync(cancellation);
        var seen = snapshots.Current.Notices.Find(number, new AsOf(at), _days)!.LastEventId;
        if ((await Notices.DoAsync(number, entry, seen, actor, cancellation)).Refusal is { } why) throw new InvalidOperationException($"The demonstration was refused: {why}.");
    }

    private async Task SignAsync(long review, Func<int, VerdictEntry> say, int hour, CancellationToken cancellation)
    {
        var held = snapshots.Current.Reviews.Find(review)!;
        clock.Now = At(held.HeldOn, hour);
        VerdictEntry[] entries =
        [
            .. snapshots.Current.Plan.Dimensions.Select((d, i) => say(i) with { Dimension = d.Code }),
        ];
        Must(await new ReviewSigning(contexts, snapshots, Notices, clock).SignAsync(review, held.PackName!, entries, SignatureFactor.Code, leader, cancellation));
        await LoadAsync(cancellation);
    }

    private async Task LoadAsync(CancellationToken cancellation) => snapshots.Replace(await loader.CatchUpAsync(snapshots.Current, cancellation));

    private static DateTimeOffset At(DateOnly day, int hour) => Shanghai.StartOf(day).AddHours(hour);

    private static long Must(ReviewOutcome outcome) => outcome.Refusal is { } why
        ? throw new InvalidOperationException($"The demonstration was refused: {why} {string.Join(' ', outcome.Faults)}.")
        : outcome.Review;
}
