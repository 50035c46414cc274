using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Web.Api.Lights;

/// <summary>What part of a target is to be reached by a month.</summary>
/// <param name="Percent">In %, unrounded: months ÷ 12, or the share of the same months of an earlier year.</param>
/// <param name="Months">How many months.</param>
/// <param name="Year">The earlier year; null where months are counted.</param>
/// <param name="YearToDate">The id of the figure to the same month of that year; null where months are counted.</param>
/// <param name="FullYear">The id of the figure of that year; null where months are counted.</param>
public sealed record YearShareItem(decimal Percent, int Months, int? Year, string? YearToDate, string? FullYear)
{
    internal static YearShareItem Of(YearShare share) =>
        new(share.Percent, share.Months, share.Year, share.YearToDate?.Figure.Key, share.FullYear?.Figure.Key);
}
