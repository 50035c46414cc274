using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Supervision;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Supervision;

/// <summary>What is late climbs the ladder by itself, each rung once, whichever instance sees it.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="snapshots">Gives the notices.</param>
/// <param name="days">Which days are worked.</param>
/// <param name="settings">When each rung comes.</param>
/// <param name="time">The clock.</param>
public sealed class NoticeEscalation(
    IDbContextFactory<DashboardContext> contexts, SnapshotStore snapshots, WorkingDays days, SupervisionSettings settings, TimeProvider time)
{
    /// <summary>Climbs what is due now.</summary>
    /// <returns>How many rungs were climbed.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        // Nothing is asked of the database while nothing is late.
        var late = snapshots.Current.Notices.At(new AsOf(time.GetUtcNow()), days).Where(n => EscalationLadder.Due(n, settings, days).Any());
        var climbed = 0;
        foreach (var number in late.Select(n => n.Assignment.Number).ToArray()) climbed += await RaiseAsync(number, cancellation);
        return climbed;
    }

    /// <summary>Climbs what is due now of one notice.</summary>
    /// <returns>How many rungs were climbed.</returns>
    internal async Task<int> RaiseAsync(NoticeNumber number, CancellationToken cancellation)
    {
        await using var change = await Change.BeginAsync(contexts, "calendar", time, ChangeLock.Supervision, cancellation);
        // As it is now: the snapshot may be behind, and another instance may have been here.
        var book = await NoticeReader.ReadAsync(change.Context, number, cancellation);
        if (book.Held(days, Shanghai.DayOf(change.Now)).FirstOrDefault(n => n.Assignment.Number == number) is not { } notice) return 0;
        (NoticeStep Step, EscalationLevel Level)[] due = [.. EscalationLadder.Due(notice, settings, days)];
        foreach (var (step, level) in due)
        {
            change.Context.Add(new NoticeEventEntity { Number = number, Act = NoticeAct.Escalate, Level = level, Step = step, DoneAt = change.Now });
            change.Audit("notice.escalate", NoticeSteps.SubjectOf(number), new { level, step });
            await NoticeMessages.EscalatedAsync(change, notice.Assignment, level, cancellation);
        }

        if (due.Length > 0) await change.CommitAsync(cancellation);
        return due.Length;
    }
}
