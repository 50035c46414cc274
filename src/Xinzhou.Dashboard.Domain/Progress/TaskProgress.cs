using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Progress;

/// <summary>形象进度: how far a key task has come, as a department reported it and a reviewer released it. It is never changed; a correction is a new one.</summary>
/// <param name="Id">Grows with every release.</param>
/// <param name="Task">The number of the task.</param>
/// <param name="Quarter">The quarter at whose end it stood so.</param>
/// <param name="Percent">0–100, % of the work.</param>
/// <param name="Note">What the reporter said of it; null if there is nothing.</param>
/// <param name="Department">Who reports it.</param>
/// <param name="EnteredBy">填报人.</param>
/// <param name="ReleasedBy">审定人: never the same person.</param>
/// <param name="RecordedAt">When it was released, and known from.</param>
public sealed record TaskProgress(
    long Id, int Task, Quarter Quarter, decimal Percent, string? Note, string Department, Person EnteredBy, Person ReleasedBy, DateTimeOffset RecordedAt)
{
    /// <summary>
    /// What was known at a moment of each quarter, the newest quarter first: of several releases of one quarter and
    /// department the last.
    /// </summary>
    public static IReadOnlyList<TaskProgress> Known(IEnumerable<TaskProgress> all, int task, DateTimeOffset moment) =>
    [
        .. all.Where(p => p.Task == task && p.RecordedAt <= moment)
            .GroupBy(p => (p.Quarter, p.Department))
            .Select(g => g.MaxBy(p => p.Id)!)
            .OrderByDescending(p => p.Quarter.Code, StringComparer.Ordinal).ThenBy(p => p.Department, StringComparer.Ordinal),
    ];
}
