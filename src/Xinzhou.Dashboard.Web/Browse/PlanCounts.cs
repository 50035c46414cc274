using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Reviews;

namespace Xinzhou.Dashboard.Web.Browse;

/// <summary>What of the plan is entered, counted: the measure of what is missing.</summary>
public sealed record PlanCounts
{
    /// <summary>All key tasks.</summary>
    public required int Tasks { get; init; }

    /// <summary>Those worded from the article.</summary>
    public required int FromArticle { get; init; }

    /// <summary>Those whose content is not published.</summary>
    public required int Placeholders { get; init; }

    /// <summary>Those with an official title.</summary>
    public required int WithOfficialTitle { get; init; }

    /// <summary>Those whose number, title or grouping is ours.</summary>
    public required int Provisional { get; init; }

    /// <summary>Those with at least one work item.</summary>
    public required int WithWorkItems { get; init; }

    /// <summary>Those with a target: one whose commitment names the task.</summary>
    public required int WithTarget { get; init; }

    /// <summary>Those with a target of which it is said what it is counted from.</summary>
    public int WithBaseline { get; init; }

    /// <summary>Those with a lead unit.</summary>
    public int WithLeadUnit { get; init; }

    /// <summary>Those with a responsible person.</summary>
    public int WithPerson { get; init; }

    /// <summary>Those with a work item that has a day on which it is due.</summary>
    public int WithDeadline { get; init; }

    /// <summary>All their work items that are not withdrawn.</summary>
    public int WorkItems { get; init; }

    /// <summary>Milestones whose day is over.</summary>
    public required int MilestonesDue { get; init; }

    /// <summary>Of those the ones with a signed verdict on every dimension.</summary>
    public int MilestonesSigned { get; init; }

    /// <summary>Counts a plan, or a part of its tasks.</summary>
    /// <param name="tasks">The tasks counted.</param>
    /// <param name="milestones">The milestones of the plan.</param>
    /// <param name="lights">The lights of the moment that the page speaks from.</param>
    /// <param name="reviews">The reviews of the moment; null where nobody asks what is signed.</param>
    /// <param name="dimensions">The dimensions that a milestone is accounted for in.</param>
    public static PlanCounts Of(
        IReadOnlyCollection<KeyTask> tasks, IEnumerable<Milestone> milestones, LightBoard lights, ReviewBook? reviews = null, IEnumerable<Dimension>? dimensions = null) => new()
        {
            Tasks = tasks.Count,
            FromArticle = tasks.Count(t => !t.IsPlaceholder),
            Placeholders = tasks.Count(t => t.IsPlaceholder),
            WithOfficialTitle = tasks.Count(t => t.TitleStatus == Status.Official),
            Provisional = tasks.Count(t => t.TitleStatus != Status.Official || t.NumberStatus != Status.Official || t.DimensionStatus != Status.Official),
            WithWorkItems = tasks.Count(t => t.WorkItems.Any(i => !i.IsWithdrawn)),
            WithTarget = tasks.Count(t => lights.TargetsOf(t.Number).Any()),
            WithBaseline = tasks.Count(t => lights.TargetsOf(t.Number).Any(g => g.Commitment!.Baseline is not null)),
            WithLeadUnit = tasks.Count(t => t.Lead is not null),
            WithPerson = tasks.Count(t => t.Person is not null),
            WithDeadline = tasks.Count(t => t.WorkItems.Any(i => i is { IsWithdrawn: false, Due.Day: not null })),
            WorkItems = tasks.Sum(t => t.WorkItems.Count(i => !i.IsWithdrawn)),
            MilestonesDue = milestones.Count(m => m.Due < lights.Day),
            MilestonesSigned = reviews is null || dimensions is null ? 0
            : milestones.Count(m => m.Due < lights.Day && dimensions.All(d => reviews.Latest(ReviewSubject.Milestone(m.Year), d.Code) is not null)),
        };
}
