using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Web.Api.Supervision;

/// <summary>A count of a monthly circular, and what is behind it.</summary>
/// <param name="Count">How many.</param>
/// <param name="Notices">The numbers of the notices, in the order in which they were issued.</param>
public sealed record CircularCountItem(int Count, IReadOnlyList<string> Notices)
{
    internal static CircularCountItem Of(CircularRow row, CircularCount count) => new(row[count], [.. row.Notices[count].Select(n => n.Assignment.Number.Code)]);
}
