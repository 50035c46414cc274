
namespace Xinzhou.Dashboard.Web.Browse.Overview;

/// <summary>What needs attention (需要处理).</summary>
public enum AttentionKind
{
    /// <summary>Tasks with a red light.</summary>
    Red,

    /// <summary>Work items that are overdue.</summary>
    Overdue,

    /// <summary>Work items of which nothing is reported though a report was due.</summary>
    NothingReported,

    /// <summary>Milestones that are over and not accounted for.</summary>
    Open,

    /// <summary>Tasks without target, baseline and lead unit alike.</summary>
    NothingEntered,

    /// <summary>Tasks without a target.</summary>
    NoTarget,

    /// <summary>Tasks without a baseline.</summary>
    NoBaseline,

    /// <summary>Tasks without a lead unit.</summary>
    NoLeadUnit,

    /// <summary>Tasks whose number, title or grouping is ours.</summary>
    Provisional,

    /// <summary>Tasks whose content is not published.</summary>
    Placeholder,

    /// <summary>Published figures that contradict each other.</summary>
    Conflict,
}
