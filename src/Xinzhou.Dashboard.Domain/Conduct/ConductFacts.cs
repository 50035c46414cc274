using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Conduct;

/// <summary>What conduct is counted from: what was known at a moment of a quarter.</summary>
public sealed record ConductFacts
{
    /// <summary>The quarter.</summary>
    public required Quarter Quarter { get; init; }

    /// <summary>The moment.</summary>
    public required AsOf AsOf { get; init; }

    /// <summary>Everything that was ever said of the plan.</summary>
    public required PlanBook PlanBook { get; init; }

    /// <summary>The plan as it was known at <see cref="Until"/>.</summary>
    public required CityPlan Plan { get; init; }

    /// <summary>The lights of <see cref="Until"/>.</summary>
    public required LightBoard Lights { get; init; }

    /// <summary>How long a check-in may take.</summary>
    public required LightSettings Settings { get; init; }

    /// <summary>What units ever sent.</summary>
    public required CheckInBook CheckIns { get; init; }

    /// <summary>The notices as they stood at the moment.</summary>
    public required IReadOnlyList<Notice> Notices { get; init; }

    /// <summary>The returns that fell due in the quarter or were sent back in it, as they were known at the moment.</summary>
    public required IReadOnlyList<ReturnRecord> Returns { get; init; }

    /// <summary>Which days are worked.</summary>
    public required WorkingDays Days { get; init; }

    /// <summary>The moment, or the end of the quarter where that comes first: how the plan and the lights stood.</summary>
    public DateTimeOffset Until => UntilOf(Quarter, AsOf.Moment);

    /// <summary>The first day of the quarter.</summary>
    public DateOnly FirstDay => FirstDayOf(Quarter);

    /// <summary>The first day of a quarter.</summary>
    public static DateOnly FirstDayOf(Quarter quarter) => new(quarter.Year, 3 * quarter.Number - 2, 1);

    /// <summary>A moment, or the end of a quarter where that comes first.</summary>
    public static DateTimeOffset UntilOf(Quarter quarter, DateTimeOffset moment) =>
        Shanghai.EndOf(quarter.LastDay) is var end && end < moment ? end : moment;

    /// <summary>Whether something happened in the quarter, and by the moment.</summary>
    internal bool Happened(DateTimeOffset at) => at <= AsOf.Moment && Quarter.Of(Shanghai.DayOf(at)) == Quarter;

    /// <summary>Whether a day lies in the quarter.</summary>
    internal bool Falls(DateOnly day) => Quarter.Of(day) == Quarter;
}
