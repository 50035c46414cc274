
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
}
