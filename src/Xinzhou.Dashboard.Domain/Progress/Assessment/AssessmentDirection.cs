namespace Xinzhou.Dashboard.Domain.Progress.Assessment;

/// <summary>Which way is the right one. Unlike an indicator, an assessment always has one.</summary>
public enum AssessmentDirection
{
    /// <summary>The target is met from its value upwards.</summary>
    Up,

    /// <summary>The target is met from its value downwards.</summary>
    Down,
}
