namespace Xinzhou.Dashboard.Domain.Progress;

/// <summary>Why a light has its colour, in the order of the rules.</summary>
public enum LightReason
{
    /// <summary>已完成, in time.</summary>
    Done,

    /// <summary>已完成, after it was due.</summary>
    DoneLate,

    /// <summary>未定时限: no day of start, or none that it is due on.</summary>
    NoDeadline,

    /// <summary>未到开始时间.</summary>
    NotStarted,

    /// <summary>逾期.</summary>
    Overdue,

    /// <summary>未报送: nothing reported when due.</summary>
    NothingReported,

    /// <summary>尚未到报送时间: nothing was to be reported yet, and nothing is.</summary>
    NoReportDue,

    /// <summary>临期.</summary>
    DueSoon,

    /// <summary>The deviation from the plan, or from the share of the year.</summary>
    Deviation,

    /// <summary>已达到.</summary>
    Achieved,

    /// <summary>进度良好.</summary>
    OnTrack,

    /// <summary>需加快.</summary>
    AccelerationNeeded,

    /// <summary>进展有限.</summary>
    Limited,

    /// <summary>背离目标.</summary>
    Deterioration,

    /// <summary>未达到: the year has passed and its value does not meet the target.</summary>
    Missed,

    /// <summary>暂不能评估: fewer values than the method needs.</summary>
    NotEnoughValues,

    /// <summary>暂不能评估: base and current, or base and target, are of opposite sign.</summary>
    Sign,

    /// <summary>暂不能评估: the values are not of years that follow one another.</summary>
    GapInYears,

    /// <summary>暂不能评估: the year of the target has passed and has no value.</summary>
    NoValueForYear,

    /// <summary>暂不能评估: the target is of no year, or of a part of one.</summary>
    NoPeriod,

    /// <summary>缺目标: a task without work items and without targets.</summary>
    NoTarget,

    /// <summary>A task stands as the worst of its work items and targets.</summary>
    Worst,
}
