using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Domain.Progress.Judgements;

/// <summary>A risk or a dependency of a task, as somebody took it down. It is never changed: a later one of the same number takes its place.</summary>
/// <param name="Id">Grows in the order of recording.</param>
/// <param name="Risk">Which one it is; all its versions have the same.</param>
/// <param name="Task">序号 of the task.</param>
/// <param name="Entry">What is said of it.</param>
/// <param name="By">Who.</param>
/// <param name="At">When; it is known and recorded from then on.</param>
public sealed record TaskRisk(long Id, Guid Risk, int Task, RiskEntry Entry, Person By, DateTimeOffset At)
{
    /// <summary>How much it weighs: likelihood times effect, 1–9; of a dependency its effect alone, as if it were certain.</summary>
    public int Weight => ((int)(Entry.Likelihood ?? RiskLikelihood.High) + 1) * ((int)Entry.Effect + 1);

    /// <summary>What is known at a moment: the last of each, the heaviest first, closed ones last.</summary>
    public static IReadOnlyList<TaskRisk> Standing(IEnumerable<TaskRisk> all, AsOf asOf)
    {
        ArgumentNullException.ThrowIfNull(all);
        return
        [
            .. all.Where(r => r.At <= asOf.Moment && asOf.Holds(r.At))
                .GroupBy(r => r.Risk)
                .Select(g => g.MaxBy(r => r.Id)!)
                .OrderBy(r => r.Entry.IsClosed).ThenByDescending(r => r.Weight).ThenBy(r => r.Id),
        ];
    }
}
