namespace Xinzhou.Dashboard.Domain.Progress.Assessment;

/// <summary>Why a question is none that can be answered.</summary>
public enum AssessmentFault
{
    /// <summary>There is no value at all.</summary>
    NoValue,

    /// <summary>The target is for a year before the earliest one with a value.</summary>
    TargetBeforeFirstYear,

    /// <summary>Rates are assessed against a target only.</summary>
    RateWithoutTarget,

    /// <summary>The limit is zero or less.</summary>
    LimitNotPositive,
}
