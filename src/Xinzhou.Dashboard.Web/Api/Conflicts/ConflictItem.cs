using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Web.Api.Description;
using Xinzhou.Dashboard.Web.Api.Figures;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Conflicts;

/// <summary>Published figures that cannot all be right. All are kept; none is changed.</summary>
/// <param name="Id">The identifier, stable while the same figures are in conflict.</param>
/// <param name="Type">sources: sources of equal stage give different values; rule: shown figures break an arithmetic rule.</param>
/// <param name="Indicator">The code of the indicator.</param>
/// <param name="Unit">The code of the statistical unit.</param>
/// <param name="Period">The period.</param>
/// <param name="Preferred">The id of the shown figure; null for a rule.</param>
/// <param name="Figures">Among sources the shown figure first; for a rule the figure it judges, then its operands.</param>
/// <param name="Reason">What contradicts what, in words.</param>
public sealed record ConflictItem(
    string Id,
    [property: Codes<ConflictType>] string Type,
    string Indicator,
    string Unit,
    PeriodItem Period,
    string? Preferred,
    IReadOnlyList<FigureItem> Figures,
    string Reason)
{
    internal static readonly IReadOnlyList<CsvColumn<ConflictItem>> Columns =
    [
        new("id", c => c.Id),
        new("type", c => c.Type),
        new("indicator", c => c.Indicator),
        new("unit", c => c.Unit),
        new("period.code", c => c.Period.Code),
        new("period.kind", c => c.Period.Kind),
        new("period.label", c => c.Period.Label),
        new("period.name", c => c.Period.Name),
        new("period.start", c => c.Period.Start.Cell()),
        new("period.end", c => c.Period.End.Cell()),
        new("period.yearInferred", c => c.Period.YearInferred.Cell()),
        new("preferred", c => c.Preferred),
        new("figures", c => c.Figures.Select(f => f.Id).Cell()),
        new("reason", c => c.Reason),
    ];
}
