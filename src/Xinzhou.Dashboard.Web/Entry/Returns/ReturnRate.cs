using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Web.Entry.Returns;

/// <summary>How complete and how punctual a department is in a quarter.</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="Department">The department.</param>
/// <param name="Returns">How many returns it owes.</param>
/// <param name="Filled">The cells that are filled.</param>
/// <param name="Cells">The cells of its forms.</param>
/// <param name="OnTime">The returns submitted by their due date.</param>
/// <param name="Judged">The returns that were submitted or are overdue: of these is the rate.</param>
public sealed record ReturnRate(Quarter Quarter, Department Department, int Returns, int Filled, int Cells, int OnTime, int Judged)
{
    /// <summary>Counts.</summary>
    public static ReturnRate Of(Quarter quarter, Department department, IReadOnlyList<ReturnSummary> returns, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(returns);
        return new(
            quarter, department, returns.Count, returns.Sum(FilledOf), returns.Sum(r => r.AllCells),
            returns.Count(r => r.OnTime(now) == true), returns.Count(r => r.OnTime(now) is not null));
    }

    /// <summary>The cells that are filled; of a return that was submitted all, for what is published already is not asked again.</summary>
    public static int FilledOf(ReturnSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return summary.State is ReturnState.Submitted or ReturnState.Released ? summary.AllCells : summary.FilledCells;
    }
}
