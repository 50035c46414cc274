namespace Xinzhou.Dashboard.Web.Browse.Tasks;

/// <summary>What a version of a task or a work item says.</summary>
public enum TaskField
{
    Title,
    Dimension,
    Aspect,
    Lead,
    Responsible,
    Supporting,
    Person,
    Quote,

    /// <summary>The wording of a work item.</summary>
    Text,
    Start,
    Due,
    Path,

    /// <summary>Taken out of the plan.</summary>
    Withdrawn,

    /// <summary>Put back into it.</summary>
    Restored,
}
