namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>On which scale a light was judged.</summary>
public enum LightScale
{
    /// <summary>The deviation d in 百分点 of work items and of levels in the course of the year: green above the first bound, red below the second.</summary>
    Deviation,

    /// <summary>The deviation of growth in 百分点: green from the first bound on, red below the second.</summary>
    GrowthDeviation,

    /// <summary>R, observed over required growth: green from the first bound on, amber from the second on, else red.</summary>
    Ratio,

    /// <summary>The part of the way that would be missing: green below the first bound, amber up to the second, else red.</summary>
    Miss,

    /// <summary>Days: until something is due, or after the end of a quarter.</summary>
    Days,
}
