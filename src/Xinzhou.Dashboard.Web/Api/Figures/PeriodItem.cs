using Xinzhou.Dashboard.Web.Api.Description;

namespace Xinzhou.Dashboard.Web.Api.Figures;

/// <summary>The period that a figure speaks of. Its identity is code and kind.</summary>
/// <param name="Code">2023-H1, 2023-M05, 2023-07-31, 2021-2025, UNSTATED.</param>
/// <param name="Kind">ytd, quarter, month, year, point, span or unstated.</param>
/// <param name="Label">The source's wording where it is given (上半年), else the customary one.</param>
/// <param name="Name">The label with its year (2023年上半年).</param>
/// <param name="Start">The first day; null when unstated.</param>
/// <param name="End">The last day; null when unstated.</param>
/// <param name="YearInferred">True when the source names no year.</param>
public sealed record PeriodItem(string Code, [property: Codes<PeriodKind>] string Kind, string Label, string Name, DateOnly? Start, DateOnly? End, bool YearInferred)
{
    internal static PeriodItem Of(Period period, string? sourceLabel, bool yearInferred, bool english) => new(
        period.Code,
        Domain.Code.Of(period.Kind),
        english ? period.Label(english: true) : sourceLabel ?? period.Label(),
        period.FullName(sourceLabel, english),
        period.Start,
        period.End,
        yearInferred);
}
