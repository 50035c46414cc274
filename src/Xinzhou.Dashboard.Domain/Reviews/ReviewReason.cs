namespace Xinzhou.Dashboard.Domain.Reviews;

/// <summary>Why a review is not prepared, frozen or signed, or a matter of it not noted. Nothing is changed then.</summary>
public enum ReviewReason
{
    /// <summary>There is no such milestone or quarter.</summary>
    UnknownSubject,

    /// <summary>The year or quarter has not begun: there is nothing to call to account.</summary>
    NotBegun,

    /// <summary>A review of it is being prepared, or has dimensions that are not signed.</summary>
    AlreadyOpen,

    /// <summary>Every dimension of it is accepted: there is nothing left to review.</summary>
    AllAccepted,

    /// <summary>Neither targets nor work items nor landmark outcomes are known that it could be held against.</summary>
    NoCriteria,

    /// <summary>No day is given on which it is held.</summary>
    DayMissing,

    /// <summary>The day lies before the year or quarter begins, or more than a year ahead.</summary>
    DayWrong,

    /// <summary>Nothing is frozen yet that could be signed.</summary>
    NotFrozen,

    /// <summary>A dimension is signed: what was signed stands on the pack that was frozen for it.</summary>
    AlreadySigned,

    /// <summary>No dimension has a verdict.</summary>
    NothingSaid,

    /// <summary>There is no such dimension, or it is named twice.</summary>
    UnknownDimension,

    /// <summary>The dimension was accepted before, in an earlier review.</summary>
    AcceptedBefore,

    /// <summary>The verdict or the decision is missing.</summary>
    Incomplete,

    /// <summary>Only what is accepted can be achieved in full: 达成 is not sent back and not redone.</summary>
    AchievedNotAccepted,

    /// <summary>All but 达成 with 认账 says why.</summary>
    CommentMissing,

    /// <summary>A text is too long.</summary>
    TooLong,

    /// <summary>再办 says which unit leads.</summary>
    LeadMissing,

    /// <summary>There is no such unit, or it is dissolved.</summary>
    UnknownUnit,

    /// <summary>A matter says what is decided.</summary>
    TextMissing,

    /// <summary>The day by which a matter is due is missing, or past.</summary>
    DueWrong,

    /// <summary>There is no such matter, or it belongs to another review.</summary>
    UnknownMatter,
}
