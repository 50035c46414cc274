namespace Xinzhou.Dashboard.Domain.CheckIns;

/// <summary>What the inspection office decides on a check-in.</summary>
public enum CheckInOutcome
{
    /// <summary>已确认: what it says of the progress counts.</summary>
    Acknowledged,

    /// <summary>已退回: the unit is to say it anew.</summary>
    SentBack,
}
