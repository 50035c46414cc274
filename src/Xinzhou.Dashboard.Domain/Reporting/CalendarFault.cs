namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>Why dates of the calendar are not taken.</summary>
public enum CalendarFault
{
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
}
