namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>How values of an indicator behave in time.</summary>
public enum IndicatorType
{
    /// <summary>累计: accumulates from January; single quarters can be derived.</summary>
    Flow,

    /// <summary>时点: measured at a moment.</summary>
    Stock,

    /// <summary>A share or rate, in %.</summary>
    Ratio,

    /// <summary>指数.</summary>
    Index,
}
