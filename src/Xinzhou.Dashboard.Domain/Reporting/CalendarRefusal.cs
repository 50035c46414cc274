namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>Why the calendar was not changed.</summary>
public enum CalendarRefusal
{
    /// <summary>The person does not keep the catalogue.</summary>
    WrongRole,

    /// <summary>There is no such form, or no entry of it for the quarter.</summary>
    NotFound,

    /// <summary>The form is in the calendar for the quarter already.</summary>
    Exists,

    /// <summary>Somebody has changed the entry meanwhile.</summary>
    Stale,

    /// <summary>A reason has to be given.</summary>
    ReasonMissing,

    /// <summary>The reason is longer than 300 letters.</summary>
    TooLong,

    /// <summary>A moment is missing or none.</summary>
    BadMoment,

    /// <summary>It opens before it is due, and closes when it is due or later.</summary>
    BadOrder,

    /// <summary>Actual figures of a quarter are not known before it ends: it is due after its last day.</summary>
    DueTooEarly,

    /// <summary>Reminders and escalations are 0–60 days away.</summary>
    BadDays,

    /// <summary>It would be closed already and never open.</summary>
    ClosedAlready,

    /// <summary>Returns are open: when they opened is not changed.</summary>
    AlreadyOpened,

    /// <summary>Returns are open: they are given more time, never less.</summary>
    OnlyLater,

    /// <summary>Nothing differs.</summary>
    Unchanged,
}
