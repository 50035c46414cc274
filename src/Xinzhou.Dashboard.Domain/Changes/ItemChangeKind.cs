namespace Xinzhou.Dashboard.Domain.Changes;

/// <summary>What became of a work item in the plan.</summary>
public enum ItemChangeKind
{
    /// <summary>新增.</summary>
    Added,

    /// <summary>撤销.</summary>
    Withdrawn,

    /// <summary>恢复.</summary>
    Restored,

    /// <summary>调整时限: it starts or is due on another day.</summary>
    Rescheduled,
}
