using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Conventions;
using Xinzhou.Dashboard.Domain.Progress.Judgements;

namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>Reads what is judged of tasks and what they may fail by. What this version does not understand is left out.</summary>
internal static class JudgementReader
{
    /// <param name="context">The context.</param>
    /// <param name="held">What is held; what has a greater number is read.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<IReadOnlyList<Judgement>> JudgementsAsync(
        DashboardContext context, IReadOnlyList<Judgement> held, CancellationToken cancellation)
    {
        var after = held is [.., var last] ? last.Id : 0;
        var added = await context.Judgements.Where(j => j.Id > after).Known(context).OrderBy(j => j.Id)
            .Select(j => new Judgement(j.Id, j.TaskNumber, j.Confidence, j.Reason, new(j.JudgedBy, j.Author.DisplayName), j.JudgedAt))
            .ToListAsync(cancellation);
        return added.Count == 0 ? held : [.. held, .. added];
    }

    /// <param name="context">The context.</param>
    /// <param name="held">What is held; what has a greater number is read.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<IReadOnlyList<TaskRisk>> RisksAsync(DashboardContext context, IReadOnlyList<TaskRisk> held, CancellationToken cancellation)
    {
        var after = held is [.., var last] ? last.Id : 0;
        var added = await context.TaskRisks.Where(r => r.Id > after).Known(context).OrderBy(r => r.Id)
            .Select(r => new { Row = r, Name = r.Author.DisplayName })
            .AsNoTracking()
            .ToListAsync(cancellation);
        return added.Count == 0 ? held
            : [.. held, .. added.Select(a => new TaskRisk(a.Row.Id, a.Row.Risk, a.Row.TaskNumber, a.Row.Entry, new(a.Row.SaidBy, a.Name), a.Row.SaidAt))];
    }
}
