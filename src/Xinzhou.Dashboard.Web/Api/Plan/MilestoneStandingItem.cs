using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Web.Api.Lights;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Plan;

/// <summary>里程碑: a stage goal of the plan and how everything stands to it.</summary>
/// <param name="Year">The year.</param>
/// <param name="Goal">The goal as the article words it.</param>
/// <param name="Quantified">True when the goal has figures of its own.</param>
/// <param name="Quote">The article's sentence.</param>
/// <param name="Due">The last day of the year; the article states no day.</param>
/// <param name="Targets">The lights of all targets of the year.</param>
/// <param name="Tasks">The lights of all tasks.</param>
/// <param name="Outcomes">标志性成果 of the year.</param>
/// <param name="Ready">Green ÷ (all − grey) over targets and tasks together, 0–1; null when nothing counts.</param>
/// <param name="Dimensions">The same for each dimension, in the official order.</param>
public sealed record MilestoneStandingItem(
    int Year,
    string Goal,
    bool Quantified,
    string? Quote,
    DateOnly Due,
    LightCountsItem Targets,
    LightCountsItem Tasks,
    OutcomeCountsItem Outcomes,
    decimal? Ready,
    IReadOnlyList<StandingItem> Dimensions)
{
    internal static readonly IReadOnlyList<CsvColumn<MilestoneStandingItem>> Columns =
    [
        new("year", m => m.Year.Cell()),
        new("goal", m => m.Goal),
        new("quantified", m => m.Quantified.Cell()),
        new("quote", m => m.Quote),
        new("due", m => Instants.Written(m.Due)),
        .. LightCountsItem.ColumnsIn<MilestoneStandingItem>("targets", m => m.Targets),
        .. LightCountsItem.ColumnsIn<MilestoneStandingItem>("tasks", m => m.Tasks),
        new("outcomes.achieved", m => m.Outcomes.Achieved.Cell()),
        new("outcomes.all", m => m.Outcomes.All.Cell()),
        new("ready", m => m.Ready.Cell()),
        new("dimensions", m => m.Dimensions.Select(d => d.Code).Cell()),
    ];

    internal static MilestoneStandingItem Of(Milestone milestone, CityPlan plan, LightBoard board, ReviewBook reviews)
    {
        var summary = board.OfMilestone(milestone.Year);
        return new(
            milestone.Year,
            milestone.Goal,
            milestone.Quantified,
            milestone.Quote,
            milestone.Due,
            LightCountsItem.Of(summary.Targets),
            LightCountsItem.Of(summary.Tasks),
            new(summary.OutcomesAchieved, summary.Outcomes),
            summary.Ready,
            [.. plan.Dimensions.Select(d => StandingItem.Of(d.Code, board.OfMilestone(milestone.Year, d.Code), ReviewItem.Of(reviews, milestone.Year, d.Code)))]);
    }
}
