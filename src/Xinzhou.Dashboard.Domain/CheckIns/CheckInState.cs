namespace Xinzhou.Dashboard.Domain.CheckIns;

/// <summary>Where a check-in stands between the unit and the inspection office.</summary>
public enum CheckInState
{
    /// <summary>待报: nothing is sent.</summary>
    Open,

    /// <summary>待确认: waits for the inspection office.</summary>
    Sent,

    /// <summary>已退回: waits for the unit.</summary>
    SentBack,

    /// <summary>已确认.</summary>
    Acknowledged,
}
