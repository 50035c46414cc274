namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>How often a series has a value.</summary>
public enum SeriesFrequency
{
    Month,
    Quarter,
    Year,
}
