using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Web.Api.Description;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Supervision;

/// <summary>月度通报: a row of the circular of a month.</summary>
/// <param name="Month">The month: 2026-10.</param>
/// <param name="Day">The day that the notices are judged on: the last of the month, or that of the answer while the month lasts.</param>
/// <param name="By">What the row is of.</param>
/// <param name="Department">牵头单位: the name of the unit; null of other rows.</param>
/// <param name="Grade">The grade; null of other rows.</param>
/// <param name="Issued">交办: issued in the month.</param>
/// <param name="Due">到期: to be settled in the month.</param>
/// <param name="Closed">销号: closed in the month.</param>
/// <param name="ClosedInTime">按期销号: closed in the month, and settled by its day.</param>
/// <param name="Late">逾期: something owed is overdue or it was settled after its day; not what was closed before the month.</param>
/// <param name="Open">未销号: not closed.</param>
public sealed record CircularItem(
    string Month,
    DateOnly Day,
    [property: Codes<CircularGroup>] string By,
    string? Department,
    [property: Codes<MatterGrade>] string? Grade,
    CircularCountItem Issued,
    CircularCountItem Due,
    CircularCountItem Closed,
    CircularCountItem ClosedInTime,
    CircularCountItem Late,
    CircularCountItem Open)
{
    internal static readonly IReadOnlyList<CsvColumn<CircularItem>> Columns =
    [
        new("month", c => c.Month),
        new("day", c => Instants.Written(c.Day)),
        new("by", c => c.By),
        new("department", c => c.Department),
        new("grade", c => c.Grade),
        .. CountOf("issued", c => c.Issued),
        .. CountOf("due", c => c.Due),
        .. CountOf("closed", c => c.Closed),
        .. CountOf("closedInTime", c => c.ClosedInTime),
        .. CountOf("late", c => c.Late),
        .. CountOf("open", c => c.Open),
    ];

    /// <param name="circular">The circular.</param>
    /// <param name="row">The row.</param>
    /// <param name="nameOf">The name of a unit.</param>
    internal static CircularItem Of(MonthlyCircular circular, CircularRow row, Func<string, string> nameOf) => new(
        circular.Month,
        circular.Day,
        Code.Of(row.Group),
        row is { Group: CircularGroup.Department, Key: { } unit } ? nameOf(unit) : null,
        row.Group == CircularGroup.Grade ? row.Key : null,
        CircularCountItem.Of(row, CircularCount.Issued),
        CircularCountItem.Of(row, CircularCount.Due),
        CircularCountItem.Of(row, CircularCount.Closed),
        CircularCountItem.Of(row, CircularCount.ClosedInTime),
        CircularCountItem.Of(row, CircularCount.Late),
        CircularCountItem.Of(row, CircularCount.Open));

    private static CsvColumn<CircularItem>[] CountOf(string name, Func<CircularItem, CircularCountItem> of) =>
        [new($"{name}.count", c => of(c).Count.Cell()), new($"{name}.notices", c => of(c).Notices.Cell())];
}
