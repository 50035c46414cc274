using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Plan;

/// <summary>A unit that reports or is responsible. No source names any: the list is empty until some are entered.</summary>
/// <param name="Code">The code.</param>
/// <param name="Order">The place, from 1.</param>
/// <param name="Name">The name.</param>
public sealed record DepartmentItem(string Code, int Order, string Name)
{
    internal static readonly IReadOnlyList<CsvColumn<DepartmentItem>> Columns =
    [
        new("code", d => d.Code),
        new("order", d => d.Order.Cell()),
        new("name", d => d.Name),
    ];

    internal static DepartmentItem Of(Department department) => new(department.ShownCode(), department.Order, department.Name);
}
