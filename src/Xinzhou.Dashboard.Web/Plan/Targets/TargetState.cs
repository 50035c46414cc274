namespace Xinzhou.Dashboard.Web.Plan.Targets;

/// <summary>How far a target has come on its way to being signed.</summary>
public enum TargetState
{
    /// <summary>未落实责任: nobody is known to owe it.</summary>
    Open,

    /// <summary>已落实，未签订.</summary>
    Owed,

    /// <summary>变更待批.</summary>
    Pending,

    /// <summary>已签订.</summary>
    Pledged,

    /// <summary>签订已失效: what was signed has changed since.</summary>
    FallenAway,
}
