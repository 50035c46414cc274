namespace Xinzhou.Dashboard.Domain.Progress.Judgements;

/// <summary>What a task may fail by.</summary>
public enum RiskKind
{
    /// <summary>风险: something that may happen.</summary>
    Risk,

    /// <summary>依赖: something that others have to do first.</summary>
    Dependency,
}
