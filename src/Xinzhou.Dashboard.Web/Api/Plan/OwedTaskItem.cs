using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Web.Api.Description;
using Xinzhou.Dashboard.Web.Api.Lights;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Plan;

/// <summary>重点任务: one of the 39, with who owes it, its work items, its light and what was said of it.</summary>
/// <param name="Number">1–39.</param>
/// <param name="NumberStatus">official or provisional.</param>
/// <param name="Title">The title.</param>
/// <param name="TitleStatus">official or provisional.</param>
/// <param name="ContentStatus">from-article, or placeholder for those whose content is not published.</param>
/// <param name="Dimension">The code of its dimension.</param>
/// <param name="DimensionStatus">official, from-article, or provisional where it was grouped by us.</param>
/// <param name="Aspect">The code of its aspect; null when it is in one of those that are not named.</param>
/// <param name="Quote">The clause of the article, or of the document that replaced it.</param>
/// <param name="Lead">牵头单位; null is not known.</param>
/// <param name="Responsible">责任单位.</param>
/// <param name="Supporting">配合单位.</param>
/// <param name="Person">责任人; null is not known.</param>
/// <param name="Items">具体工作, without withdrawn ones.</param>
/// <param name="History">The task after each thing said of it, what the article says first.</param>
/// <param name="Light">Its light.</param>
public sealed record OwedTaskItem(
    int Number,
    [property: Allowed("official", "from-article", "provisional", "placeholder", "unpublished")] string NumberStatus,
    string Title,
    [property: Allowed("official", "from-article", "provisional", "placeholder", "unpublished")] string TitleStatus,
    [property: Allowed("official", "from-article", "provisional", "placeholder", "unpublished")] string ContentStatus,
    string Dimension,
    [property: Allowed("official", "from-article", "provisional", "placeholder", "unpublished")] string DimensionStatus,
    string? Aspect,
    string? Quote,
    string? Lead,
    IReadOnlyList<string> Responsible,
    IReadOnlyList<string> Supporting,
    string? Person,
    IReadOnlyList<OwedItemItem> Items,
    IReadOnlyList<TaskVersionItem> History,
    LightItem Light)
{
    internal static readonly IReadOnlyList<CsvColumn<OwedTaskItem>> Columns =
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
        new("lead", t => t.Lead),
        new("responsible", t => t.Responsible.Cell()),
        new("supporting", t => t.Supporting.Cell()),
        new("person", t => t.Person),
        new("items", t => t.Items.Select(i => i.Text).Cell()),
        new("history", t => t.History.Select(v => v.Title).Cell()),
        .. LightItem.Columns.Select(c => new CsvColumn<OwedTaskItem>($"light.{c.Name}", t => c.Value(t.Light))),
    ];

    internal static OwedTaskItem Of(ReadRequest request, KeyTask task, LightShaper lights)
    {
        var (plan, board) = (request.Plan, request.Lights);
        var origins = task.History.Select(s => s.Origin).Prepend(null);
        return new(
            task.Number,
            task.NumberStatus.Written(),
            task.Title,
            task.TitleStatus.Written(),
            task.ContentStatus.Written(),
            task.Dimension,
            task.DimensionStatus.Written(),
            task.Aspect,
            task.Quote,
            task.Lead is { } lead ? plan.DepartmentName(lead) : null,
            [.. task.Responsible.Select(plan.DepartmentName)],
            [.. task.Supporting.Select(plan.DepartmentName)],
            task.Person,
            [
                .. task.WorkItems.Where(i => !i.IsWithdrawn)
                    .Select(i => OwedItemItem.Of(i, plan, lights.Shape(board.Item(task.Number, i.Number)!, board))),
            ],
            [.. request.Snapshot.PlanBook.VersionsOf(task.Number, request.AsOf).Zip(origins, (version, origin) => TaskVersionItem.Of(version, plan, origin))],
            lights.Shape(board.Task(task.Number)!, board));
    }
}
