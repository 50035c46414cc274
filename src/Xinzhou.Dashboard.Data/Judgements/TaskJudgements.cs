using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Judgements;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Progress.Judgements;

namespace Xinzhou.Dashboard.Data.Judgements;

/// <summary>What the inspection office judges of tasks. Nothing is overwritten: a later judgement takes the place of the earlier.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="time">The clock.</param>
public sealed class TaskJudgements(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    /// <summary>Judges a task.</summary>
    /// <param name="task">序号.</param>
    /// <param name="confidence">How sure it is.</param>
    /// <param name="reason">Why; 1–300 letters.</param>
    /// <param name="seen">The number of the last judgement that was seen; null if there was none.</param>
    /// <param name="actor">Who: the inspection office.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    /// <returns>Why it was not done; null if it was.</returns>
    public async Task<ChangeRefusal?> JudgeAsync(
        int task, Confidence confidence, string? reason, long? seen, Actor actor, CancellationToken cancellation = default)
    {
        if (ChangeReason.Refusal(actor, Right.RunSupervision, reason) is { } refusal) return refusal;
        await using var change = await Change.BeginAsync(contexts, actor.UserName, time, ChangeLock.Lights, cancellation);
        if (!await change.Context.KeyTasks.AnyAsync(t => t.Number == task, cancellation)) return ChangeRefusal.NotFound;
        var last = await change.Context.Judgements.AsNoTracking().Where(j => j.TaskNumber == task).OrderByDescending(j => j.Id).FirstOrDefaultAsync(cancellation);
        if (SeenVersion.Refusal(last?.Id, seen) is { } outdated) return outdated;
        var why = reason!.Trim();
        if (last is not null && (last.Confidence, last.Reason) == (confidence, why)) return ChangeRefusal.Unchanged;
        change.Context.Add(new JudgementEntity { TaskNumber = task, Confidence = confidence, Reason = why, JudgedBy = actor.Id, JudgedAt = change.Now });
        change.Audit("task.judge", $"task {task}", new { confidence, reason = why });
        await change.CommitAsync(cancellation);
        return null;
    }
}
