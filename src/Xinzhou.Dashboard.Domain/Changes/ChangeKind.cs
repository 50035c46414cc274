namespace Xinzhou.Dashboard.Domain.Changes;

/// <summary>What is otherwise.</summary>
public enum ChangeKind
{
    /// <summary>亮灯.</summary>
    Light,

    /// <summary>数据: an actual figure.</summary>
    Figure,

    /// <summary>目标.</summary>
    Target,

    /// <summary>工作: a work item of the plan.</summary>
    Item,

    /// <summary>责任: who owes something.</summary>
    Owner,

    /// <summary>督办: a notice.</summary>
    Notice,
}
