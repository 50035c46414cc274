namespace Xinzhou.Dashboard.Domain.Reviews;

/// <summary>结论: how a dimension stands to what is reviewed. Each has an anchor text (<see cref="VerdictAnchors"/>).</summary>
public enum ReviewVerdict
{
    /// <summary>达成.</summary>
    Achieved,

    /// <summary>基本达成.</summary>
    MostlyAchieved,

    /// <summary>未达成.</summary>
    NotAchieved,
}
