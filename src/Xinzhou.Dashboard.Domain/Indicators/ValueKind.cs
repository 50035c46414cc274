namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>What kind of statement a figure is. The kinds are never mixed: a forecast never meets a target.</summary>
public enum ValueKind : byte
{
    Actual,

    /// <summary>预计: somebody else's expectation, as published.</summary>
    Forecast,

    /// <summary>目标.</summary>
    Target,

    /// <summary>The source does not say whether the value is actual or planned.</summary>
    Unstated,
}
