namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>What a forecast was made with.</summary>
public enum ForecastMethod
{
    /// <summary>The mean of Theta and the damped trend.</summary>
    Pair,

    /// <summary>The mean of Theta, the damped trend and the seasonal naive forecast.</summary>
    Three,

    /// <summary>The seasonal naive forecast alone.</summary>
    SeasonalNaive,
}
