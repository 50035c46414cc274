namespace Xinzhou.Dashboard.Data.Changes;

/// <summary>Why a change was not made: the same words for everything that people keep. Nothing is changed then.</summary>
public enum ChangeRefusal
{
    /// <summary>The person has not the right to it.</summary>
    WrongRole,

    /// <summary>There is no such thing, or no more.</summary>
    NotFound,

    /// <summary>There is one of the code already.</summary>
    Taken,

    /// <summary>Another one has the name.</summary>
    NameTaken,

    /// <summary>Somebody has changed it meanwhile.</summary>
    Stale,

    /// <summary>A reason has to be given.</summary>
    ReasonMissing,

    /// <summary>The reason is longer than <see cref="ChangeReason.MaxLength"/>.</summary>
    ReasonTooLong,

    /// <summary>What it is to say makes no sense; the faults tell why.</summary>
    Faulty,

    /// <summary>It says already what it is to say.</summary>
    Unchanged,
}
