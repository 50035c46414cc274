using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Web.Api.Description;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Plan;

/// <summary>A key task as it was after something was said of it.</summary>
/// <param name="Title">The title.</param>
/// <param name="TitleStatus">official, or provisional.</param>
/// <param name="Dimension">The code of its dimension.</param>
/// <param name="Aspect">The code of its aspect; null when it is in one of those that are not named.</param>
/// <param name="Lead">牵头单位.</param>
/// <param name="Responsible">责任单位.</param>
/// <param name="Supporting">配合单位.</param>
/// <param name="Person">责任人.</param>
/// <param name="Quote">原文.</param>
/// <param name="Source">The document that says so, or the reason of a change made here; of what the article says its title.</param>
/// <param name="KnownFrom">Since when it is known; null for what the article says.</param>
/// <param name="KnownFromBasis">How that is known; null for what the article says.</param>
/// <param name="RecordedAt">When it was recorded here; null for what the article says.</param>
public sealed record TaskVersionItem(
    string Title,
    [property: Allowed("official", "from-article", "provisional", "placeholder", "unpublished")] string TitleStatus,
    string Dimension,
    string? Aspect,
    string? Lead,
    IReadOnlyList<string> Responsible,
    IReadOnlyList<string> Supporting,
    string? Person,
    string? Quote,
    string? Source,
    DateTimeOffset? KnownFrom,
    [property: Codes<KnownFromBasis>] string? KnownFromBasis,
    DateTimeOffset? RecordedAt)
{
    /// <param name="task">The task as it was then.</param>
    /// <param name="plan">Says the names of departments and of the article.</param>
    /// <param name="origin">Where it is taken from; null for the article.</param>
    internal static TaskVersionItem Of(KeyTask task, CityPlan plan, PlanOrigin? origin) => new(
        task.Title,
        task.TitleStatus.Written(),
        task.Dimension,
        task.Aspect,
        task.Lead is { } lead ? plan.DepartmentName(lead) : null,
        [.. task.Responsible.Select(plan.DepartmentName)],
        [.. task.Supporting.Select(plan.DepartmentName)],
        task.Person,
        task.Quote,
        origin is null ? plan.Source?.Title : origin.Source,
        origin is null ? null : Instants.InShanghai(origin.KnownFrom),
        origin is null ? null : Code.Of(origin.KnownFromBasis),
        origin is null ? null : Instants.InShanghai(origin.RecordedAt));
}
