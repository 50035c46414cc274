using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Web.Api.Lights;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Plan;

/// <summary>How a dimension stands to a milestone: by counts, without weights.</summary>
/// <param name="Code">The code of the dimension.</param>
/// <param name="Targets">The lights of its targets of the year.</param>
/// <param name="Tasks">The lights of its tasks.</param>
/// <param name="Outcomes">标志性成果.</param>
/// <param name="Ready">Green ÷ (all − grey) over targets and tasks together, 0–1; null when nothing counts.</param>
/// <param name="Review">交账; null while it is not reviewed.</param>
public sealed record StandingItem(
    string Code, LightCountsItem Targets, LightCountsItem Tasks, OutcomeCountsItem Outcomes, decimal? Ready, ReviewItem? Review)
{
    internal static readonly IReadOnlyList<CsvColumn<StandingItem>> Columns =
    [
        new("code", s => s.Code),
        .. LightCountsItem.ColumnsIn<StandingItem>("targets", s => s.Targets),
        .. LightCountsItem.ColumnsIn<StandingItem>("tasks", s => s.Tasks),
        new("outcomes.achieved", s => s.Outcomes.Achieved.Cell()),
        new("outcomes.all", s => s.Outcomes.All.Cell()),
        new("ready", s => s.Ready.Cell()),
        new("review.verdict", s => s.Review?.Verdict),
        new("review.decision", s => s.Review?.Decision),
        new("review.comment", s => s.Review?.Comment),
        new("review.by", s => s.Review?.By),
        new("review.at", s => s.Review?.At.Cell()),
        new("review.pack", s => s.Review?.Pack),
    ];

    internal static StandingItem Of(string dimension, LightSummary summary, ReviewItem? review) => new(
        dimension,
        LightCountsItem.Of(summary.Targets),
        LightCountsItem.Of(summary.Tasks),
        new(summary.OutcomesAchieved, summary.Outcomes),
        summary.Ready,
        review);
}
