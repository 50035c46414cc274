using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.CheckIns;

/// <summary>A work item of which a unit is to say how it stands at the end of a quarter.</summary>
public sealed record CheckInDuty
{
    /// <summary>The number of working days after which what is owed goes up a level.</summary>
    public const int WorkingDaysOfGrace = 2;

    public required WorkItem Item { get; init; }

    public required Quarter Quarter { get; init; }

    /// <summary>The code of the unit that leads the item.</summary>
    public required string Department { get; init; }

    /// <summary>The last day on which it is in time.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>What was sent last; null if nothing was.</summary>
    public CheckIn? Latest { get; init; }

    /// <summary>True where the progress of the quarter is known, from a check-in or from a document.</summary>
    public bool IsReported { get; init; }

    /// <summary>False where another unit led the item when the quarter ended: whoever takes it over inherits no old debt.</summary>
    public required bool IsOwn { get; init; }

    public CheckInKey Key => new(Item.Task, Item.Number, Quarter);

    public CheckInState State => Latest?.State ?? CheckInState.Open;

    /// <summary>True while the unit is to send something: nothing is known of the quarter, or what it sent came back.</summary>
    public bool IsOwed => IsOwn && State switch
    {
        CheckInState.Open => !IsReported,
        CheckInState.SentBack => true,
        _ => false,
    };

    /// <summary>True when it is owed and its day has passed.</summary>
    public bool IsLate(DateOnly today) => IsOwed && today > DueOn;

    /// <summary>
    /// True when it is owed and the working days of grace have passed: since its day, or since it was sent back if that was later.
    /// </summary>
    public bool IsMissed(DateOnly today, WorkingDays days)
    {
        ArgumentNullException.ThrowIfNull(days);
        if (!IsOwed) return false;
        var from = Latest?.Decision is { } decision && Shanghai.DayOf(decision.At) is var back && back > DueOn ? back : DueOn;
        return today > days.Add(from, WorkingDaysOfGrace);
    }
}
