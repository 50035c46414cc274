using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Web.Api.Lights;

/// <summary>The latest year-to-date figure in the year of a target.</summary>
/// <param name="Period">The code of its period.</param>
/// <param name="Value">Its value in the unit of the target.</param>
/// <param name="Figure">The id of the figure.</param>
public sealed record YearToDateItem(string Period, decimal Value, string Figure)
{
    internal static YearToDateItem Of(YearValue value) => new(value.Figure.Period.Code, value.Value, value.Figure.Key);
}
