using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Web.Api.Description;
using Xinzhou.Dashboard.Web.Api.Lights;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Plan;

/// <summary>重点任务: one of the 39.</summary>
/// <param name="Number">1–39.</param>
/// <param name="NumberStatus">official or provisional.</param>
/// <param name="Title">The title.</param>
/// <param name="TitleStatus">official or provisional.</param>
/// <param name="ContentStatus">from-article, or placeholder for the 14 whose content is not published.</param>
/// <param name="Dimension">The code of its dimension.</param>
/// <param name="DimensionStatus">from-article, or provisional where it was grouped by us.</param>
/// <param name="Aspect">The code of its aspect; null when it is in one of those that are not named.</param>
/// <param name="Quote">The article's clause.</param>
/// <param name="WorkItems">Its work items, without withdrawn ones.</param>
/// <param name="Light">Its light.</param>
public sealed record TaskItem(
    int Number,
    [property: Allowed("official", "from-article", "provisional", "placeholder", "unpublished")] string NumberStatus,
    string Title,
    [property: Allowed("official", "from-article", "provisional", "placeholder", "unpublished")] string TitleStatus,
    [property: Allowed("official", "from-article", "provisional", "placeholder", "unpublished")] string ContentStatus,
    string Dimension,
    [property: Allowed("official", "from-article", "provisional", "placeholder", "unpublished")] string DimensionStatus,
    string? Aspect,
    string? Quote,
    IReadOnlyList<WorkItemItem> WorkItems,
    LightItem Light)
{
    internal static readonly IReadOnlyList<CsvColumn<TaskItem>> Columns =
    [
        new("number", t => t.Number.Cell()),
        new("numberStatus", t => t.NumberStatus),
        new("title", t => t.Title),
        new("titleStatus", t => t.TitleStatus),
        new("contentStatus", t => t.ContentStatus),
        new("dimension", t => t.Dimension),
        new("dimensionStatus", t => t.DimensionStatus),
        new("aspect", t => t.Aspect),
        new("quote", t => t.Quote),
        new("workItems", t => t.WorkItems.Select(w => w.Text).Cell()),
        .. LightItem.Columns.Select(c => new CsvColumn<TaskItem>($"light.{c.Name}", t => c.Value(t.Light))),
    ];

    internal static TaskItem Of(KeyTask task, LightItem light) => new(
        task.Number,
        task.NumberStatus.Written(),
        task.Title,
        task.TitleStatus.Written(),
        task.ContentStatus.Written(),
        task.Dimension,
        task.DimensionStatus.Written(),
        task.Aspect,
        task.Quote,
        [.. task.WorkItems.Where(w => !w.IsWithdrawn).Select(w => new WorkItemItem(w.Number, w.Text))],
        light);
}
