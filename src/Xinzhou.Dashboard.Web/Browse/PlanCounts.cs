using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress;

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

    /// <summary>Those with a target: a light that is not grey for want of one.</summary>
    public required int WithTarget { get; init; }

    /// <summary>Those with a baseline. The plan has no place for one yet, so none has.</summary>
    public int WithBaseline => 0;

    /// <summary>Those with a lead unit. The plan has no place for one yet, so none has.</summary>
    public int WithLeadUnit => 0;

    /// <summary>Milestones whose day is over.</summary>
    public required int MilestonesDue { get; init; }

    /// <summary>Milestones accounted for in all dimensions. A review cannot be signed yet, so none is.</summary>
    public int MilestonesSigned => 0;

    /// <summary>Counts a plan, or a part of its tasks.</summary>
    /// <param name="tasks">The tasks counted.</param>
    /// <param name="milestones">The milestones of the plan.</param>
    /// <param name="today">The day the page speaks from.</param>
    public static PlanCounts Of(IReadOnlyCollection<KeyTask> tasks, IEnumerable<Milestone> milestones, DateOnly today) => new()
    {
        Tasks = tasks.Count,
        FromArticle = tasks.Count(t => !t.IsPlaceholder),
        Placeholders = tasks.Count(t => t.IsPlaceholder),
        WithOfficialTitle = tasks.Count(t => t.TitleStatus == Status.Official),
        Provisional = tasks.Count(t => t.TitleStatus != Status.Official || t.NumberStatus != Status.Official || t.DimensionStatus != Status.Official),
        WithWorkItems = tasks.Count(t => t.WorkItems.Count > 0),
        WithTarget = tasks.Count(t => Light.Of(t).Reason != LightReason.NoTarget),
        MilestonesDue = milestones.Count(m => m.Due < today),
    };
}
