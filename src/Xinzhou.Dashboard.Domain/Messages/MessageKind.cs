
namespace Xinzhou.Dashboard.Domain.Messages;

/// <summary>What a message says.</summary>
public enum MessageKind
{
    /// <summary>A return can be filled.</summary>
    Opened,

    /// <summary>A return is due in some days.</summary>
    Due,

    /// <summary>A return was not submitted by its due date.</summary>
    Overdue,

    /// <summary>A return waits for the reviewer.</summary>
    Submitted,

    /// <summary>The reviewer has sent cells back.</summary>
    Returned,

    /// <summary>The figures of a return are released.</summary>
    Released,

    /// <summary>Released figures are being corrected, or figures that the reader has taken away were.</summary>
    Corrected,

    /// <summary>A comment names the reader.</summary>
    Mentioned,

    /// <summary>The inspection office has sent a check-in back.</summary>
    CheckInReturned,

    /// <summary>Check-ins of a unit were missed, and go up a level.</summary>
    CheckInMissed,

    /// <summary>A notice was issued to the reader's unit.</summary>
    NoticeAssigned,

    /// <summary>The inspection office has decided something of a notice of the reader's unit.</summary>
    NoticeMoved,

    /// <summary>A unit claims that a notice is settled, or asks for another date.</summary>
    NoticeClaimed,

    /// <summary>A notice has climbed a rung.</summary>
    NoticeEscalated,

    /// <summary>There is no backup that is younger than it must be, here or in the second place.</summary>
    BackupLate,

    /// <summary>The audit log, or the figures that it answers for, are not as they were written.</summary>
    AuditBroken,

    /// <summary>The check-ins of a quarter are due in some days.</summary>
    CheckInDue,

    /// <summary>Check-ins were not sent by their day.</summary>
    CheckInLate,

    /// <summary>A unit has sent check-ins: the inspection office acknowledges them.</summary>
    CheckInSent,

    /// <summary>The inspection office has acknowledged a check-in.</summary>
    CheckInAcknowledged,

    /// <summary>Work items of the reader's unit are due soon.</summary>
    ItemDue,

    /// <summary>Work items are overdue.</summary>
    ItemLate,

    /// <summary>Work items are led by another unit than before: by the reader's, or no longer by it.</summary>
    OwnerChanged,

    /// <summary>A step of a notice is due in some days.</summary>
    NoticeDue,

    /// <summary>The reader, or his unit, owes a target.</summary>
    CommitmentAssigned,

    /// <summary>A change of a commitment waits to be approved.</summary>
    CommitmentProposed,

    /// <summary>What the reader proposed of a commitment was approved or rejected.</summary>
    CommitmentDecided,

    /// <summary>The pack of a review is frozen: it can be signed.</summary>
    ReviewFrozen,

    /// <summary>A dimension of a review was signed.</summary>
    ReviewSigned,

    /// <summary>A review has decided something that the reader's unit owes.</summary>
    MatterAssigned,

    /// <summary>What a review decided is due in some days.</summary>
    MatterDue,

    /// <summary>What a review decided is overdue.</summary>
    MatterLate,

    /// <summary>A light was decided on in place of its rules, or was given back to them.</summary>
    LightDecided,

    /// <summary>每周提要.</summary>
    Digest,

    /// <summary>What the reader signs in by was changed.</summary>
    CredentialChanged,

    /// <summary>A security administrator asks for something over an account: the reader's, or one that he keeps.</summary>
    AccountRequested,

    /// <summary>What was asked for over an account was decided.</summary>
    AccountDecided,
}
