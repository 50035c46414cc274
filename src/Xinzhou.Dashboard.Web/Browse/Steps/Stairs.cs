using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Web.Browse.Steps;

/// <summary>The milestones of a plan as steps, seen from a day. Which step is walked on follows from the day alone.</summary>
public sealed class Stairs
{
    private Stairs(IReadOnlyList<Step> steps, DateOnly today) => (Steps, Today) = (steps, today);

    /// <summary>The steps from below; empty for a plan without milestones.</summary>
    public IReadOnlyList<Step> Steps { get; }

    /// <summary>The day the page speaks from.</summary>
    public DateOnly Today { get; }

    /// <summary>The step being walked; null after the last milestone, and without any.</summary>
    public Step? Current => Steps.FirstOrDefault(s => s.Phase == StepPhase.Current);

    /// <summary>The steps whose milestone is over and should be accounted for.</summary>
    public IEnumerable<Step> Due => Steps.Where(s => s.Phase == StepPhase.Past);

    /// <summary>True on and after the first day of the first step.</summary>
    public bool HasBegun => Steps.Count > 0 && Today >= Steps[0].From;

    public static Stairs Of(CityPlan plan, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var milestones = plan.Milestones.OrderBy(m => m.Year).ToArray();
        var next = plan.Next(today)?.Year;
        var steps = milestones.Select((milestone, i) => new Step(
            i + 1,
            milestone,
            i == 0 ? new(milestone.Year, 1, 1) : milestones[i - 1].Due.AddDays(1),
            milestone.Due < today ? StepPhase.Past : milestone.Year == next ? StepPhase.Current : StepPhase.Ahead,
            milestone.Due.DayNumber - today.DayNumber));
        return new([.. steps], today);
    }
}
