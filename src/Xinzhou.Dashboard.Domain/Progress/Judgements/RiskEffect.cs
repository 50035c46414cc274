namespace Xinzhou.Dashboard.Domain.Progress.Judgements;

/// <summary>What it would mean for the task.</summary>
public enum RiskEffect
{
    /// <summary>较小: a delay that can be made up for.</summary>
    Minor,

    /// <summary>较大: a deadline is missed.</summary>
    Serious,

    /// <summary>重大: the task is not done.</summary>
    Severe,
}
