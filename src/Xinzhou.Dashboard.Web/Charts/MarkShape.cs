namespace Xinzhou.Dashboard.Web.Charts;

/// <summary>The shapes a chart is made of.</summary>
public enum MarkShape
{
    /// <summary>A hatched slot over the whole height.</summary>
    Gap,

    /// <summary>A rectangle from zero to the value.</summary>
    Bar,

    /// <summary>A line between two points.</summary>
    Join,

    /// <summary>A level dashed line over several years.</summary>
    Span,

    /// <summary>A line from zero to the value.</summary>
    Stem,

    Dot,

    /// <summary>A hollow square: the province, or a forecast.</summary>
    Square,

    /// <summary>A hollow triangle: the nation.</summary>
    Triangle,

    Diamond,

    /// <summary>A year mark over the whole height.</summary>
    Milestone,
}
