using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Web.Browse.Overview;

/// <summary>A dimension as a card: its tasks, its latest public figure, what is entered.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Tasks">Its tasks, in the order of their numbers.</param>
/// <param name="Counts">What is entered of them.</param>
/// <param name="Colours">The lights that its tasks wear.</param>
/// <param name="Indicators">How many of its indicators have a figure for the city.</param>
/// <param name="Latest">The latest of those; null if there is none.</param>
public sealed record DimensionSummary(
    Dimension Dimension,
    IReadOnlyList<KeyTask> Tasks,
    PlanCounts Counts,
    LightCounts Colours,
    int Indicators,
    Figure? Latest)
{
    /// <summary>The heading without its refrain: 加快构建现代化产业体系.</summary>
    public string ShortHeading => Dimension.Heading.Split('，', 2)[0];
}
