namespace Xinzhou.Dashboard.Data.Plans;

/// <summary>What a row of the plan's file is beside what is held.</summary>
public enum PlanRowKind
{
    /// <summary>Of what it speaks nothing is held.</summary>
    New,

    /// <summary>It says something else than what was known from the same moment.</summary>
    Changed,

    /// <summary>It says what was known from the same moment.</summary>
    Unchanged,
}
