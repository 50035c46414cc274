namespace Xinzhou.Dashboard.Domain.Supervision;

/// <summary>What a monthly circular counts. A notice may be among several of them.</summary>
public enum CircularCount
{
    /// <summary>交办: issued in the month.</summary>
    Issued,

    /// <summary>到期: to be settled in the month.</summary>
    Due,

    /// <summary>销号: closed in the month.</summary>
    Closed,

    /// <summary>按期销号: closed in the month, and settled by its day.</summary>
    ClosedInTime,

    /// <summary>逾期: something owed is overdue or it was settled after its day; not what was closed before the month.</summary>
    Late,

    /// <summary>未销号: not closed.</summary>
    Open,
}
