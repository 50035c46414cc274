namespace Xinzhou.Dashboard.Domain.Reviews;

/// <summary>How a matter that a review decided stands.</summary>
public enum MatterState
{
    /// <summary>办理中: it is owed.</summary>
    Open,

    /// <summary>已办结.</summary>
    Done,

    /// <summary>不再办理: it was given up, for a reason.</summary>
    Dropped,
}
