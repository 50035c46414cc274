using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>What the light of a work item was judged by. What the verdict did not come to is null.</summary>
public sealed record ItemInputs : LightInputs
{
    /// <summary>D: the day in Asia/Shanghai that it was judged on.</summary>
    public required DateOnly Day { get; init; }

    public DateOnly? Start { get; init; }

    public DateOnly? Due { get; init; }

    /// <summary>The days from <see cref="Day"/> to <see cref="Due"/>; negative after it.</summary>
    public int? DaysLeft { get; init; }

    /// <summary>The latest quarter that is reported; null while nothing is.</summary>
    public Quarter? Quarter { get; init; }

    /// <summary>The percent reported of it.</summary>
    public decimal? Percent { get; init; }

    /// <summary>The number of the statement that reports it (<see cref="PlanOrigin.Id"/>).</summary>
    public long? Report { get; init; }

    /// <summary>The percent planned for the end of <see cref="Quarter"/>, unrounded.</summary>
    public decimal? Planned { get; init; }

    /// <summary>The points of the plan that <see cref="Planned"/> goes through; empty where the work is planned evenly.</summary>
    public IReadOnlyList<PlanPoint> Path { get; init; } = [];

    /// <summary>d, unrounded: the percent reported less the percent planned.</summary>
    public decimal? Deviation { get; init; }

    /// <summary>The latest quarter whose report is due; null while none is.</summary>
    public Quarter? ReportQuarter { get; init; }

    /// <summary>The day from which the report of that quarter is due, or, of what is overdue, that of the quarter that ended when it was due.</summary>
    public DateOnly? ReportDue { get; init; }

    /// <summary>The first quarter of the unbroken latest reports of 100; null while it is not done.</summary>
    public Quarter? DoneSince { get; init; }
}
