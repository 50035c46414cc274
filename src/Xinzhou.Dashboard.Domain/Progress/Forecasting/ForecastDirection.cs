namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>On which side of a target it is met.</summary>
public enum ForecastDirection
{
    /// <summary>At the target or above.</summary>
    Up,

    /// <summary>At the target or below.</summary>
    Down,
}
