namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>How a dimension, a milestone, or one dimension of a milestone stands: by counts, without weights.</summary>
/// <param name="Targets">The lights of its targets.</param>
/// <param name="Tasks">The lights of its tasks.</param>
/// <param name="OutcomesAchieved">标志性成果 that were achieved by the day.</param>
/// <param name="Outcomes">All 标志性成果 that are known.</param>
public sealed record LightSummary(LightCounts Targets, LightCounts Tasks, int OutcomesAchieved, int Outcomes)
{
    /// <summary>Green ÷ (all − grey) over targets and tasks together, 0–1, unrounded; null when nothing counts.</summary>
    public decimal? Ready => (Targets + Tasks).Ready;
}
