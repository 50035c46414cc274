namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>What a forecast was made with.</summary>
public enum ForecastMethod
{
    /// <summary>The mean of Theta and the damped trend.</summary>
    ThetaDamped,

    /// <summary>The mean of Theta, the damped trend and the seasonal naive forecast.</summary>
    ThetaDampedSnaive,

    /// <summary>The seasonal naive forecast alone.</summary>
    Snaive,
}
