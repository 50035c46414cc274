namespace Xinzhou.Dashboard.Web.Downloads.Register;

/// <summary>What a department is to a work item.</summary>
public enum RegisterRole
{
    /// <summary>牵头单位.</summary>
    Lead,

    /// <summary>责任单位 of its task.</summary>
    Responsible,

    /// <summary>配合单位 of its task.</summary>
    Supporting,
}
