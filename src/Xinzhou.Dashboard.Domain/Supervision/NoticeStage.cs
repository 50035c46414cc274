namespace Xinzhou.Dashboard.Domain.Supervision;

/// <summary>How far a notice is.</summary>
public enum NoticeStage
{
    /// <summary>已交办: the unit has not signed for it.</summary>
    Assigned,

    /// <summary>已签收: the unit has said nothing of how far it is.</summary>
    Received,

    /// <summary>办理中: it has.</summary>
    InProgress,

    /// <summary>待核实: the unit says that it is done.</summary>
    Claimed,

    /// <summary>已核实: the inspection office has seen that it is.</summary>
    Verified,

    /// <summary>已销号.</summary>
    Closed,
}
