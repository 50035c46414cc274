namespace Xinzhou.Dashboard.Domain.Changes;

/// <summary>Why a light turned.</summary>
public enum TurnCauseKind
{
    /// <summary>新报进度: progress of a quarter was reported.</summary>
    Report,

    /// <summary>新数据: a figure became known where there was none.</summary>
    Figure,

    /// <summary>数据修订: another figure took the place of one, or progress of a quarter was reported anew.</summary>
    Revision,

    /// <summary>数据撤回: a figure no longer counts.</summary>
    Withdrawal,

    /// <summary>目标调整: another target is shown.</summary>
    Target,

    /// <summary>方案调整: the plan says something else: deadline, path, baseline, what belongs to a task.</summary>
    Plan,

    /// <summary>阈值调整: the thresholds of lights are others.</summary>
    Threshold,

    /// <summary>时间推移: a day has come.</summary>
    Time,

    /// <summary>人工改定: somebody decided another colour, or took that back.</summary>
    Override,
}
