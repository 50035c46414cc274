namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>Why something cannot be said of the plan.</summary>
public enum PlanCheckReason
{
    /// <summary>There is no such task.</summary>
    UnknownTask,

    /// <summary>There is no such work item.</summary>
    UnknownItem,

    /// <summary>There is no such dimension.</summary>
    UnknownDimension,

    /// <summary>There is no such aspect.</summary>
    UnknownAspect,

    /// <summary>There is no such department.</summary>
    UnknownDepartment,

    /// <summary>There is no such milestone.</summary>
    UnknownMilestone,

    /// <summary>No target of the indicator, unit and period is known.</summary>
    NoTarget,

    /// <summary>A wording is empty, or longer than <see cref="PlanCheck.MaxLength"/>.</summary>
    BadText,

    /// <summary>More than one person is named.</summary>
    SeveralPersons,

    /// <summary>It is due before it starts.</summary>
    DueBeforeStart,

    /// <summary>A percentage is not within 0–100.</summary>
    PercentRange,

    /// <summary>The planned percentages do not rise from quarter to quarter.</summary>
    PathNotRising,

    /// <summary>The progress is of a quarter that has not ended.</summary>
    QuarterNotEnded,

    /// <summary>The tolerance is negative or more than 100 %.</summary>
    BadTolerance,

    /// <summary>A number is less than 1.</summary>
    BadNumber,
}
