namespace Xinzhou.Dashboard.Domain.Supervision;

/// <summary>The steps of a notice, in their order. Those that a unit owes have a date.</summary>
public enum NoticeStep
{
    /// <summary>交办.</summary>
    Assign,

    /// <summary>签收.</summary>
    Sign,

    /// <summary>反馈.</summary>
    Feedback,

    /// <summary>办结: the unit claims that it is settled.</summary>
    Settle,

    /// <summary>核实.</summary>
    Verify,

    /// <summary>销号.</summary>
    Close,
}
