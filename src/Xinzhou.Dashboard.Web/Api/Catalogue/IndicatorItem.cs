using Xinzhou.Dashboard.Web.Api.Description;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Catalogue;

/// <summary>What is measured: its definition, not its values.</summary>
/// <param name="Code">The code; the name for an indicator created by an import.</param>
/// <param name="Name">The name.</param>
/// <param name="NameEn">The name in English; null where there is none.</param>
/// <param name="Type">flow, stock, ratio or index.</param>
/// <param name="Uom">The unit that its levels are compared in; null when no figure has given one.</param>
/// <param name="Direction">up, down (lower is better) or none.</param>
/// <param name="Dimension">The code of the dimension it is grouped under by us; null is 综合.</param>
/// <param name="Aliases">Other names it is found by.</param>
/// <param name="Additive">False for values per head: they are neither summed nor differenced.</param>
/// <param name="PriceBasisOfLevel">constant or current; null when not stated.</param>
/// <param name="PriceBasisOfGrowth">constant or current; null when not stated.</param>
/// <param name="Note">A remark on the definition.</param>
public sealed record IndicatorItem(
    string Code,
    string Name,
    string? NameEn,
    [property: Codes<IndicatorType>] string Type,
    string? Uom,
    [property: Codes<Direction>] string Direction,
    string? Dimension,
    IReadOnlyList<string> Aliases,
    bool Additive,
    [property: Codes<PriceBasis>] string? PriceBasisOfLevel,
    [property: Codes<PriceBasis>] string? PriceBasisOfGrowth,
    string? Note)
{
    internal static readonly IReadOnlyList<CsvColumn<IndicatorItem>> Columns =
    [
        new("code", i => i.Code),
        new("name", i => i.Name),
        new("nameEn", i => i.NameEn),
        new("type", i => i.Type),
        new("uom", i => i.Uom),
        new("direction", i => i.Direction),
        new("dimension", i => i.Dimension),
        new("aliases", i => i.Aliases.Cell()),
        new("additive", i => i.Additive.Cell()),
        new("priceBasisOfLevel", i => i.PriceBasisOfLevel),
        new("priceBasisOfGrowth", i => i.PriceBasisOfGrowth),
        new("note", i => i.Note),
    ];

    internal static IndicatorItem Of(Indicator indicator) => new(
        indicator.Code,
        indicator.Name,
        indicator.NameEn,
        Domain.Code.Of(indicator.Type),
        indicator.Uom.Length == 0 ? null : indicator.Uom,
        Domain.Code.Of(indicator.Direction),
        indicator.Dimension,
        indicator.Aliases,
        indicator.Additive,
        indicator.PriceBasisOfLevel is { } level ? Domain.Code.Of(level) : null,
        indicator.PriceBasisOfGrowth is { } growth ? Domain.Code.Of(growth) : null,
        indicator.Note);
}
