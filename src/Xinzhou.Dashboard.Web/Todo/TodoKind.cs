namespace Xinzhou.Dashboard.Web.Todo;

/// <summary>What somebody is to do.</summary>
public enum TodoKind
{
    /// <summary>A check-in came back: mend it.</summary>
    CheckInReturned,

    /// <summary>A work item is to be reported.</summary>
    CheckInOwed,

    /// <summary>Cells of a return came back: change them.</summary>
    ReturnReturned,

    /// <summary>A return is to be filled.</summary>
    ReturnOwed,

    /// <summary>A released return is being corrected.</summary>
    ReturnCorrecting,

    /// <summary>A return is to be reviewed.</summary>
    Review,

    /// <summary>Check-ins of a unit are to be acknowledged.</summary>
    Acknowledge,

    /// <summary>A unit has missed check-ins: press it.</summary>
    Missed,

    /// <summary>A notice of the unit is to be signed for, reported on or settled.</summary>
    NoticeOwed,

    /// <summary>A notice is to be verified or closed, or another date is asked for.</summary>
    NoticeDecide,

    /// <summary>A change of a commitment is to be approved or not.</summary>
    Approve,

    /// <summary>Dimensions of a review are to be signed.</summary>
    SignReview,
}
