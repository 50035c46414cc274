using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Supervision;

/// <summary>提醒 → 督办单 → 约谈 → 通报: which rung a notice has to climb because something that is owed is late.</summary>
public static class EscalationLadder
{
    /// <summary>
    /// The rungs to climb now, one for each step that is late, the highest that its delay calls for; each once. What was missed while
    /// nobody looked is not made up for rung by rung. While the clock is paused nobody climbs.
    /// </summary>
    /// <param name="notice">As it stands today.</param>
    /// <param name="settings">When each rung comes.</param>
    /// <param name="calendar">Which days are worked.</param>
    public static IEnumerable<(NoticeStep Step, EscalationLevel Level)> Due(Notice notice, SupervisionSettings settings, WorkingDays calendar)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(calendar);
        if (!notice.IsRunning || notice.IsPaused) yield break;
        foreach (var step in notice.Overdue)
        {
            var late = NoticeDelay.Days(notice, step.Due!.Value, notice.Today, calendar);
            if (settings.LevelOf(late) is { } level && !notice.WasRaised(step.Step, level)) yield return (step.Step, level);
        }
    }
}
