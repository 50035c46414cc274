using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Web.Api.Description;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Plan;

/// <summary>方面: one of the five first-level parts of the Opinion.</summary>
/// <param name="Code">The code.</param>
/// <param name="Order">The place, from 1.</param>
/// <param name="Title">The title; null while it is not published.</param>
/// <param name="TitleStatus">official or unpublished.</param>
/// <param name="TaskCount">How many key tasks it holds; null when not stated.</param>
public sealed record AspectItem(string Code, int Order, string? Title, [property: Allowed("official", "from-article", "provisional", "placeholder", "unpublished")] string TitleStatus, int? TaskCount)
{
    internal static readonly IReadOnlyList<CsvColumn<AspectItem>> Columns =
    [
        new("code", a => a.Code),
        new("order", a => a.Order.Cell()),
        new("title", a => a.Title),
        new("titleStatus", a => a.TitleStatus),
        new("taskCount", a => a.TaskCount.Cell()),
    ];

    internal static AspectItem Of(Aspect aspect) =>
        new(aspect.Code, aspect.Order, aspect.Title, aspect.TitleStatus.Written(), aspect.TaskCount);
}
