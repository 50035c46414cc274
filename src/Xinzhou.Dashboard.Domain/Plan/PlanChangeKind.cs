namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>What something said of the plan is beside what is held.</summary>
public enum PlanChangeKind
{
    /// <summary>Of what it speaks nothing is held.</summary>
    New,

    /// <summary>It says something else than what was known from the same moment.</summary>
    Changed,

    /// <summary>It says what was known from the same moment.</summary>
    Unchanged,
}
