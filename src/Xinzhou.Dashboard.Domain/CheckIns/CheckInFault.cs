namespace Xinzhou.Dashboard.Domain.CheckIns;

/// <summary>Why a check-in is not taken or not decided. Nothing is changed then.</summary>
public enum CheckInFault
{
    /// <summary>A percentage is 0–100.</summary>
    PercentRange,

    /// <summary>It has more digits after the point than <see cref="CheckInEntry.MaxDecimals"/>.</summary>
    TooManyDecimals,

    /// <summary>What was done is not said.</summary>
    DoneMissing,

    /// <summary>A text is longer than <see cref="CheckInEntry.MaxLength"/>.</summary>
    TooLong,

    /// <summary>The quarter is not over: nobody knows yet how the work stands at its end.</summary>
    NotEnded,

    /// <summary>The item is withdrawn.</summary>
    Withdrawn,

    /// <summary>Another unit leads the item, or none does.</summary>
    OtherDepartment,

    /// <summary>It was acknowledged or sent back already, or the unit has sent another one since.</summary>
    Decided,

    /// <summary>Nobody acknowledges what he said himself, nor sends it back.</summary>
    OwnCheckIn,

    /// <summary>It says what the unit has sent already.</summary>
    Unchanged,
}
