namespace Xinzhou.Dashboard.Web.Charts;

/// <summary>What tones have in common.</summary>
public static class ChartTones
{
    /// <summary>True for what the subject of a page is held against.</summary>
    public static bool IsBenchmark(this ChartTone tone) => tone is ChartTone.Benchmark or ChartTone.Nation;
}
