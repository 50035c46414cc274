namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>What has a light.</summary>
public enum LightSubjectKind
{
    /// <summary>具体工作 of a key task.</summary>
    Item,

    /// <summary>重点任务.</summary>
    Task,

    /// <summary>目标: a figure of kind target.</summary>
    Target,
}
