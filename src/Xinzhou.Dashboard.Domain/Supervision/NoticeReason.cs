namespace Xinzhou.Dashboard.Domain.Supervision;

/// <summary>Why a notice is not issued, or something is not done about it. Nothing is changed then.</summary>
public enum NoticeReason
{
    /// <summary>It does not say what it is about.</summary>
    SubjectMissing,

    /// <summary>No unit leads it.</summary>
    LeadMissing,

    /// <summary>It is sent to more units than <see cref="NoticeDraft.MaxUnits"/>.</summary>
    TooManyUnits,

    /// <summary>A unit is named twice.</summary>
    UnitTwice,

    /// <summary>A unit is named as lead and as assisting.</summary>
    LeadAssists,

    /// <summary>There is no such unit.</summary>
    UnknownUnit,

    /// <summary>A unit that is dissolved can owe nothing new.</summary>
    UnitDissolved,

    /// <summary>What comes from a light, a review or an instruction says from which.</summary>
    ReferenceMissing,

    /// <summary>A free notice refers to nothing.</summary>
    ReferenceUnasked,

    /// <summary>There is no such light.</summary>
    UnknownLight,

    /// <summary>The unit works on a notice of the same light already; its number is told.</summary>
    AlreadyIssued,

    /// <summary>A text is too long.</summary>
    TooLong,

    /// <summary>What was done, or why, is not said.</summary>
    TextMissing,

    /// <summary>佐证: nothing shows that it is done.</summary>
    EvidenceMissing,

    /// <summary>More files than <see cref="NoticeEntry.MaxFiles"/> go along, or wait to.</summary>
    TooManyFiles,

    /// <summary>A file is not of this notice, or of the other side.</summary>
    UnknownFile,

    /// <summary>What is seen on site is shown by pictures: PNG, JPEG.</summary>
    PictureOnly,

    /// <summary>A feedback says how far the work is.</summary>
    PercentMissing,

    /// <summary>A percentage is 0–100.</summary>
    PercentRange,

    /// <summary>It has more digits after the point than <see cref="NoticeEntry.MaxDecimals"/>.</summary>
    TooManyDecimals,

    /// <summary>Another unit leads it.</summary>
    OtherUnit,

    /// <summary>The unit has not signed for it.</summary>
    NotSigned,

    /// <summary>The unit has signed for it already.</summary>
    AlreadySigned,

    /// <summary>The unit has said that it is done, or it is verified or closed: nothing more is to be done by it.</summary>
    NotRunning,

    /// <summary>Nothing is claimed that could be verified or refused.</summary>
    NotClaimed,

    /// <summary>It is not verified.</summary>
    NotVerified,

    /// <summary>Another notice of the same dispatch is not verified: they are closed together.</summary>
    OthersNotVerified,

    /// <summary>It is neither verified nor closed, and need not be reopened.</summary>
    NotSettled,

    /// <summary>Nobody verifies or closes what he signed for, reported or claimed himself.</summary>
    OwnWork,

    /// <summary>A pause says from when on.</summary>
    FromMissing,

    /// <summary>A pause or a date has no end.</summary>
    UntilMissing,

    /// <summary>A pause ends before it begins.</summary>
    EndBeforeStart,

    /// <summary>The day is past.</summary>
    InThePast,

    /// <summary>The pause begins after the day by which it is to be settled.</summary>
    AfterDue,

    /// <summary>The day is off; the next working day is told.</summary>
    DayOff,

    /// <summary>The day by which it was to be settled has passed: it is late, and stays so.</summary>
    DatePassed,

    /// <summary>An extension leads to a later day than holds.</summary>
    NotLater,

    /// <summary>The day lies further ahead than <see cref="NoticeRules.MaxDays"/>.</summary>
    TooFar,

    /// <summary>An extension was asked for and not decided on.</summary>
    RequestOpen,

    /// <summary>No extension was asked for.</summary>
    NoRequest,

    /// <summary>An escalation says to which rung.</summary>
    LevelMissing,

    /// <summary>The rung was reached already.</summary>
    LevelReached,
}
