namespace Xinzhou.Dashboard.Domain.Progress.Judgements;

/// <summary>判断: how sure the inspection office is that a task will be done in time, in four steps with anchor texts.</summary>
public enum Confidence
{
    /// <summary>很可能按期完成: nothing known stands in the way.</summary>
    VeryLikely,

    /// <summary>可能完成但有风险: it can be done in time if known risks are dealt with.</summary>
    LikelyWithRisk,

    /// <summary>存疑: as things stand it is not to be seen how it will be done in time.</summary>
    Doubtful,

    /// <summary>难以完成: it will not be done in time without another plan or other means.</summary>
    Unlikely,
}
