using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Web.Api.Lights;

namespace Xinzhou.Dashboard.Web.Api.Plan;

/// <summary>具体工作: a part of a key task, with who owes it by when and how it stands.</summary>
/// <param name="Item">工作序号 in its task, from 1.</param>
/// <param name="Text">The wording; empty where none is known.</param>
/// <param name="Lead">牵头单位; null is not known.</param>
/// <param name="Person">责任人; null is not known.</param>
/// <param name="Start">开始; null is not known.</param>
/// <param name="Due">完成时限; null where no day is known.</param>
/// <param name="StartText">The wording of the start, where it is no plain date.</param>
/// <param name="DueText">The wording of the deadline, where it is no plain date: 2025年底, 长期坚持.</param>
/// <param name="Plan">计划进度; empty where the work is planned evenly.</param>
/// <param name="Percent">形象进度 of the latest quarter, 0–100; null while nothing is reported.</param>
/// <param name="Quarter">That quarter.</param>
/// <param name="Light">Its light.</param>
public sealed record OwedItemItem(
    int Item,
    string Text,
    string? Lead,
    string? Person,
    DateOnly? Start,
    DateOnly? Due,
    string? StartText,
    string? DueText,
    IReadOnlyList<PlanPointItem> Plan,
    decimal? Percent,
    string? Quarter,
    LightItem Light)
{
    internal static OwedItemItem Of(WorkItem item, CityPlan plan, LightItem light) => new(
        item.Number,
        item.Text,
        item.Lead is { } lead ? plan.DepartmentName(lead) : null,
        item.Person,
        item.Start?.Day,
        item.Due?.Day,
        item.Start?.Text,
        item.Due?.Text,
        PlanPointItem.Of(item.Path),
        item.Latest?.Percent,
        item.Latest?.Quarter.Code,
        light);
}
