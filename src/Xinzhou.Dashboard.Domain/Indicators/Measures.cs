namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>What measures have in common.</summary>
public static class Measures
{
    /// <summary>True for growth rates of every kind, in %.</summary>
    public static bool IsGrowth(this Measure measure) =>
        measure is Measure.Yoy or Measure.YoySingle or Measure.Qoq or Measure.AvgGrowth or Measure.GrowthPrevSpan;
}
