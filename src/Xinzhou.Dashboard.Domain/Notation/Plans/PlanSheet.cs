namespace Xinzhou.Dashboard.Domain.Notation.Plans;

/// <summary>The sheets of the plan's file (CONTRACTS, 6), in the order in which they build on each other.</summary>
public enum PlanSheet
{
    /// <summary>单位.</summary>
    Departments,

    /// <summary>任务.</summary>
    Tasks,

    /// <summary>工作.</summary>
    Items,

    /// <summary>进度.</summary>
    Progress,

    /// <summary>责任.</summary>
    Commitments,

    /// <summary>标志性成果.</summary>
    Outcomes,
}
