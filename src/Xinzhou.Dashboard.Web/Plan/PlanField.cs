namespace Xinzhou.Dashboard.Web.Plan;

/// <summary>What is said of the things of the plan.</summary>
public enum PlanField
{
    Title,
    Dimension,
    Aspect,
    Text,
    Lead,
    Responsible,
    Supporting,
    Person,
    Quote,
    Start,
    Due,
    Path,
    Withdrawn,
    Percent,
    Report,
    Baseline,
    Tolerance,
    Task,
    Achieved,
    Evidence,
    YearPath,
    Justification,
}
