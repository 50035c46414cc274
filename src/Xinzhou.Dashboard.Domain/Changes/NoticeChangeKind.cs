namespace Xinzhou.Dashboard.Domain.Changes;

/// <summary>What became of a notice.</summary>
public enum NoticeChangeKind
{
    /// <summary>新交办.</summary>
    Opened,

    /// <summary>销号.</summary>
    Closed,

    /// <summary>重新办理.</summary>
    Reopened,

    /// <summary>升级: it climbed a rung of the ladder.</summary>
    Escalated,
}
