using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Judgements;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Progress.Judgements;

namespace Xinzhou.Dashboard.Data.Judgements;

/// <summary>风险与依赖: what tasks may fail by. Nothing is overwritten: a later version takes the place of the earlier, also one that closes it.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="time">The clock.</param>
public sealed class TaskRisks(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    /// <summary>Takes a risk or a dependency down, or says something else of one.</summary>
    /// <param name="task">序号.</param>
    /// <param name="risk">Which one; null for another one.</param>
    /// <param name="entry">What is said of it.</param>
    /// <param name="seen">The number of its last version that was seen; null for another one.</param>
    /// <param name="actor">Who: the inspection office.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public async Task<ChangeOutcome<RiskFault>> SaveAsync(
        int task, Guid? risk, RiskEntry entry, long? seen, Actor actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Role.Has(Right.RunSupervision)) return ChangeRefusal.WrongRole;
        var said = entry.Trimmed();
        await using var change = await Change.BeginAsync(contexts, actor.UserName, time, ChangeLock.Lights, cancellation);
        var tasks = await change.Context.KeyTasks.Select(t => t.Number).ToHashSetAsync(cancellation);
        if (!tasks.Contains(task)) return ChangeRefusal.NotFound;
        var units = await change.Context.Departments.Select(d => d.Code).ToHashSetAsync(cancellation);
        if (said.Faults(task, tasks.Contains, units.Contains).ToList() is { Count: > 0 } faults) return new(ChangeRefusal.Faulty, faults);
        var last = risk is null ? null
            : await change.Context.TaskRisks.AsNoTracking().Where(r => r.Risk == risk && r.TaskNumber == task).OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancellation);
        if (risk is not null && last is null) return ChangeRefusal.NotFound;
        if (SeenVersion.Refusal(last?.Id, seen) is { } outdated) return outdated;
        if (last is not null && last.Entry == said) return ChangeRefusal.Unchanged;
        change.Context.Add(new TaskRiskEntity
        {
            Risk = risk ?? Guid.CreateVersion7(change.Now),
            TaskNumber = task,
            // What it is does not change.
            Kind = last?.Kind ?? said.Kind,
            What = said.What,
            Likelihood = said.Likelihood,
            Effect = said.Effect,
            OnTask = said.OnTask,
            OwnerCode = said.Owner,
            Person = said.Person,
            Measure = said.Measure,
            IsClosed = said.IsClosed,
            SaidBy = actor.Id,
            SaidAt = change.Now,
        });
        change.Audit("task.risk", $"task {task}", new
        {
            kind = last?.Kind ?? said.Kind,
            said.What,
            said.Likelihood,
            said.Effect,
            said.OnTask,
            said.Owner,
            said.Person,
            said.Measure,
            said.IsClosed,
        });
        await change.CommitAsync(cancellation);
        return new();
    }
}
