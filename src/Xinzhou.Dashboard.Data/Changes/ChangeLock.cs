namespace Xinzhou.Dashboard.Data.Changes;

/// <summary>
/// What changes one after the other, whichever instance makes the change: the second waits for the first, and sees what it
/// left. A lock ends with its transaction.
/// </summary>
public enum ChangeLock
{
    /// <summary>Writing figures, so that their numbers are in the order of commit.</summary>
    Figures,

    /// <summary>Saying something of the plan, so that the numbers of what is said are in the order of commit.</summary>
    Plan,

    /// <summary>The lights' thresholds, what is decided in place of them and judged beside them.</summary>
    Lights,

    /// <summary>Notices: their numbers, and what is done about them.</summary>
    Supervision,

    /// <summary>Reviews: their packs, signatures and what they decide. Whoever takes the lock of notices too takes that first.</summary>
    Reviews,

    /// <summary>The rule of scores, and who heads the industry chains.</summary>
    Conduct,

    /// <summary>Validation rules.</summary>
    Rules,

    /// <summary>Forms and calendar, and the opening of returns, which follows from both.</summary>
    Calendar,

    /// <summary>Indicators, units and departments.</summary>
    Catalogue,

    /// <summary>The rights of users: else two administrators could disable each other.</summary>
    Users,

    /// <summary>The making of the first security administrator.</summary>
    Setup,

    /// <summary>Noting with which settings an installation runs.</summary>
    Settings,

    /// <summary>Storing files of evidence: one of the same content stands once.</summary>
    Evidence,

    /// <summary>What people are told by itself, and how they want to be told.</summary>
    Messages,

    /// <summary>Telling that backups are late.</summary>
    Backups,

    /// <summary>Looking at the audit log by itself.</summary>
    Watch,

    /// <summary>Encrypting secrets that are stored.</summary>
    Secrets,

    /// <summary>Loading the demonstration.</summary>
    Demonstration,
}
