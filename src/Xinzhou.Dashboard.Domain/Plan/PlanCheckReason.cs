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

    /// <summary>A department is named that there is no more.</summary>
    DissolvedDepartment,

    /// <summary>Nobody is said to owe the target.</summary>
    OwnerMissing,

    /// <summary>Which way is the right one is said neither by the indicator nor by the comparator of the target.</summary>
    NoDirection,

    /// <summary>The baseline is no year.</summary>
    BadBaseline,

    /// <summary>The baseline is not before the year of the target.</summary>
    BaselineNotBefore,

    /// <summary>No figure of the baseline is known.</summary>
    BaselineUnknown,

    /// <summary>Of the baseline there is only a figure of another scope.</summary>
    BaselineOtherScope,

    /// <summary>Of the baseline there is only a figure in other prices.</summary>
    BaselineOtherPrices,

    /// <summary>The target lies on the wrong side of its baseline, and no reason is written down.</summary>
    WrongSide,

    /// <summary>The path to the target cannot be read.</summary>
    BadPath,

    /// <summary>A point of the path is not between the baseline and the year of the target.</summary>
    PathOutside,

    /// <summary>The path to the target goes the wrong way.</summary>
    PathFalls,

    /// <summary>The path goes beyond the target before its year.</summary>
    PathBeyond,

    /// <summary>What holds is changed by a proposal that somebody else approves.</summary>
    NeedsApproval,

    /// <summary>A change of it is proposed already and not decided yet.</summary>
    AlreadyProposed,

    /// <summary>Nobody approves or rejects what he proposed himself.</summary>
    OwnProposal,

    /// <summary>A proposal is withdrawn by who made it.</summary>
    NotOwnProposal,

    /// <summary>It was decided already.</summary>
    AlreadyDecided,

    /// <summary>Nobody is named as responsible, who could sign.</summary>
    PersonMissing,

    /// <summary>Another person is named as responsible.</summary>
    NotResponsible,

    /// <summary>It is signed already as it stands.</summary>
    AlreadySigned,
}
