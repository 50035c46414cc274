namespace Xinzhou.Dashboard.Domain.Conduct;

/// <summary>What somebody has to own.</summary>
public enum OwnedKind
{
    /// <summary>目标: a shown target whose year is not over.</summary>
    Target,

    /// <summary>重点任务.</summary>
    Task,

    /// <summary>具体工作 that is not withdrawn.</summary>
    Item,

    /// <summary>督办单 that is not closed.</summary>
    Notice,
}
