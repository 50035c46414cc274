namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>The figures of one moment, counted.</summary>
public sealed record FigureCounts
{
    /// <summary>Figures known, of all vintages.</summary>
    public int Known { get; internal init; }

    /// <summary>Those of them that are expected or aimed at: forecasts and targets.</summary>
    public int Expected { get; internal init; }

    /// <summary>Documents that the known figures come from.</summary>
    public int Sources { get; internal init; }

    /// <summary>Figures shown.</summary>
    public int Shown { get; internal init; }

    /// <summary>Shown figures of stage flash or preliminary.</summary>
    public int Preliminary { get; internal init; }

    /// <summary>Shown figures whose source names no stage.</summary>
    public int StageUnstated { get; internal init; }

    /// <summary>Shown figures whose source names no year.</summary>
    public int YearInferred { get; internal init; }

    /// <summary>Shown figures whose day of publication is not stated.</summary>
    public int DayUnstated { get; internal init; }

    /// <summary>Shown figures without the sentence of their source.</summary>
    public int Unquoted { get; internal init; }

    /// <summary>How many shown figures each grade has, the most reliable first.</summary>
    public IReadOnlyList<(Reliability Grade, int Figures)> ByGrade { get; internal init; } = [];
}
