namespace Xinzhou.Dashboard.Domain.Progress.Judgements;

/// <summary>How likely a risk is.</summary>
public enum RiskLikelihood
{
    /// <summary>低.</summary>
    Low,

    /// <summary>中.</summary>
    Medium,

    /// <summary>高.</summary>
    High,
}
