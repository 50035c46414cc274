namespace Xinzhou.Dashboard.Domain.Conduct;

/// <summary>What is counted of a unit and quarter. What falls due in the quarter counts in it, whatever quarter it speaks of.</summary>
public enum ConductMeasure
{
    /// <summary>按期率: done by its day ÷ all whose day is over or that are done, in %.</summary>
    OnTimeRate,

    /// <summary>逾期: what was done after its day, or is not done and the day is over.</summary>
    Late,

    /// <summary>逾期天数: working days, of everything that is late together.</summary>
    DaysLate,

    /// <summary>退回: how often what the unit had sent was sent back in the quarter.</summary>
    SentBack,

    /// <summary>进展未报: check-ins that were not sent when two working days after their day were over.</summary>
    CheckInsMissed,

    /// <summary>督办逾期: notices to be settled in the quarter of which something is overdue, or that were settled late.</summary>
    NoticesLate,

    /// <summary>按期办结销号: notices to be settled in the quarter that were settled by their day and are closed.</summary>
    NoticesClosedInTime,

    /// <summary>红灯: work items and targets of the unit that are red at the end of the quarter, or at the moment where that comes first.</summary>
    RedLights,
}
