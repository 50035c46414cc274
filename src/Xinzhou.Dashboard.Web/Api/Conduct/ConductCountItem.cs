using Xinzhou.Dashboard.Domain.Conduct;

namespace Xinzhou.Dashboard.Web.Api.Conduct;

/// <summary>A count of a unit's conduct, and what is behind it.</summary>
/// <param name="Count">How many.</param>
/// <param name="Subjects">
/// What is counted, each as often as it counts: <c>returns/12</c>, <c>items/3/2</c>, <c>targets/f0000000012</c>, <c>supervision/2026-012</c>.
/// </param>
public sealed record ConductCountItem(int Count, IReadOnlyList<string> Subjects)
{
    internal static ConductCountItem Of(UnitConduct unit, ConductMeasure measure)
    {
        var rows = unit.Rows(measure);
        return new(rows.Count, [.. rows.Select(r => r.Subject)]);
    }
}
