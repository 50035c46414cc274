namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>What a gap is measured against.</summary>
public enum Benchmark
{
    /// <summary>全省平均水平.</summary>
    Province,

    /// <summary>全国平均水平.</summary>
    Nation,
}
