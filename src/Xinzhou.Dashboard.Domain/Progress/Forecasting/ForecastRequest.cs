namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>What is to be forecast.</summary>
public sealed record ForecastRequest
{
    /// <summary>Consecutive single-period values, never year-to-date; finite, 1–1,000 of them.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>How often there is a value.</summary>
    public required SeriesFrequency Frequency { get; init; }

    /// <summary>How many values ahead: 1–60.</summary>
    public required int Horizon { get; init; }

    /// <summary>The levels of the intervals, in %: above 0 and below 100.</summary>
    public IReadOnlyList<double> Levels { get; init; } = [];

    /// <summary>What counts together and is told as one.</summary>
    public IReadOnlyList<ForecastTotal> Totals { get; init; } = [];

    /// <summary>What the last value of the horizon is to reach; null without a target.</summary>
    public double? Target { get; init; }

    /// <summary>On which side the target is met.</summary>
    public ForecastDirection Direction { get; init; }
}
