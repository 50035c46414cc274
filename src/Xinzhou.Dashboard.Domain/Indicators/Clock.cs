namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>Which clock a question about the past is asked by.</summary>
public enum Clock
{
    /// <summary>What was publicly known then.</summary>
    Known,

    /// <summary>What this installation held then.</summary>
    Recorded,
}
