using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Plan;

/// <summary>里程碑: a stage goal of the plan.</summary>
/// <param name="Year">The year.</param>
/// <param name="Goal">The goal as the article words it.</param>
/// <param name="Quantified">True when the goal has figures of its own.</param>
/// <param name="Quote">The article's sentence.</param>
/// <param name="Due">The last day of the year; the article states no day.</param>
public sealed record MilestoneItem(int Year, string Goal, bool Quantified, string? Quote, DateOnly Due)
{
    internal static readonly IReadOnlyList<CsvColumn<MilestoneItem>> Columns =
    [
        new("year", m => m.Year.Cell()),
        new("goal", m => m.Goal),
        new("quantified", m => m.Quantified.Cell()),
        new("quote", m => m.Quote),
        new("due", m => Instants.Written(m.Due)),
    ];

    internal static MilestoneItem Of(Milestone milestone) =>
        new(milestone.Year, milestone.Goal, milestone.Quantified, milestone.Quote, milestone.Due);
}
