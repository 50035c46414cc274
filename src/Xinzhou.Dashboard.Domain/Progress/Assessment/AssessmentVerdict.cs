namespace Xinzhou.Dashboard.Domain.Progress.Assessment;

/// <summary>How a series stands to its target.</summary>
public enum AssessmentVerdict
{
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

    /// <summary>未达到: the year of the target has passed and its value does not meet it.</summary>
    Missed,

    /// <summary>暂不能评估; never a colour.</summary>
    CannotAssess,
}
