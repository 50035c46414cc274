using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Web.Browse.Steps;

/// <summary>台阶: the years that lead to one milestone.</summary>
/// <param name="Order">The place from below, from 1.</param>
/// <param name="Milestone">The milestone it ends with.</param>
/// <param name="From">The first day: the day after the milestone before; for the first step, the first day of its year.</param>
/// <param name="Phase">How it stands to the day.</param>
/// <param name="DaysLeft">Days from the day to the milestone's: 0 on the day itself, negative after it.</param>
public sealed record Step(int Order, Milestone Milestone, DateOnly From, StepPhase Phase, int DaysLeft)
{
    /// <summary>The last day: the milestone's.</summary>
    public DateOnly To => Milestone.Due;

    /// <summary>The goal without the year that stands above it: 到2035年基本实现… is 基本实现….</summary>
    public string Goal
    {
        get
        {
            var (goal, year) = (Milestone.Goal, $"{Milestone.Year}年");
            var at = goal.StartsWith('到') ? 1 : 0;
            return goal.AsSpan(at).StartsWith(year, StringComparison.Ordinal) ? goal[(at + year.Length)..].TrimStart('，') : goal;
        }
    }
}
