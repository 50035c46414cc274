namespace Xinzhou.Dashboard.Web.Charts;

/// <summary>How the points of a series are drawn.</summary>
public enum ChartForm
{
    /// <summary>From zero, as wide as the period is long; for flows. A period of less than the longest is pale.</summary>
    Bars,

    /// <summary>On stems, at the end of the period; for growth and stocks.</summary>
    Dots,

    /// <summary>Dots joined where nothing is missing between them and the scope is the same; for dense series.</summary>
    Line,

    /// <summary>A thin line with small dots and no labels; for what was forecast before.</summary>
    Trace,

    /// <summary>Hollow diamonds; for targets.</summary>
    Diamond,
}
