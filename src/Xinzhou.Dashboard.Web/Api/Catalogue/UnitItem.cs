using Xinzhou.Dashboard.Web.Api.Description;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Catalogue;

/// <summary>A territory that figures are published for.</summary>
/// <param name="Code">The division code; the name for a unit created by an import.</param>
/// <param name="Name">The name.</param>
/// <param name="NameEn">The name in English; null where there is none.</param>
/// <param name="Level">nation, province, city, county, zone or other.</param>
/// <param name="Parent">The code of the unit it belongs to; null for the nation and for units created by an import.</param>
/// <param name="Aliases">Other names it is found by.</param>
public sealed record UnitItem(string Code, string Name, string? NameEn, [property: Codes<UnitLevel>] string Level, string? Parent, IReadOnlyList<string> Aliases)
{
    internal static readonly IReadOnlyList<CsvColumn<UnitItem>> Columns =
    [
        new("code", u => u.Code),
        new("name", u => u.Name),
        new("nameEn", u => u.NameEn),
        new("level", u => u.Level),
        new("parent", u => u.Parent),
        new("aliases", u => u.Aliases.Cell()),
    ];

    internal static UnitItem Of(StatisticalUnit unit) =>
        new(unit.Code, unit.Name, unit.NameEn, Domain.Code.Of(unit.Level), unit.Parent, unit.Aliases);
}
