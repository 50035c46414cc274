namespace Xinzhou.Dashboard.Domain.Progress.Judgements;

/// <summary>Why a risk or a dependency is not taken down.</summary>
public enum RiskFault
{
    /// <summary>It does not say what.</summary>
    WhatMissing,

    /// <summary>A risk says how likely it is.</summary>
    LikelihoodMissing,

    /// <summary>A text is too long.</summary>
    TooLong,

    /// <summary>A task does not depend on itself.</summary>
    OnItself,

    /// <summary>There is no such task.</summary>
    UnknownTask,

    /// <summary>There is no such unit.</summary>
    UnknownUnit,
}
