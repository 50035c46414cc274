namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>Why something was not done with a return. Nothing is changed then.</summary>
public enum ReturnRefusal
{
    /// <summary>There is no such return, row or field.</summary>
    NotFound,

    /// <summary>The person's role does not do this.</summary>
    WrongRole,

    /// <summary>A reporter acts for his department only.</summary>
    WrongDepartment,

    /// <summary>A reviewer never releases or sends back what he entered or submitted himself.</summary>
    OwnEntry,

    /// <summary>The state of the return does not allow it.</summary>
    WrongState,

    /// <summary>Somebody has changed the return or the cell meanwhile.</summary>
    Stale,

    /// <summary>The return is not open yet.</summary>
    NotOpen,

    /// <summary>The period is closed.</summary>
    Closed,

    /// <summary>The row is published already or computed, and not asked for.</summary>
    NotAsked,

    /// <summary>Cells are empty, wrong, sent back or without the explanation asked for.</summary>
    Incomplete,

    /// <summary>A reason has to be given.</summary>
    ReasonMissing,

    /// <summary>A text is longer than 300 letters, or a value has more digits than can be kept.</summary>
    TooLong,
}
