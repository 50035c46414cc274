using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Domain.Changes;

/// <summary>Why what was decided in place of a light's rules is another.</summary>
internal static class OverrideCause
{
    /// <param name="decided">All that was ever decided of the light.</param>
    /// <param name="before">What was in force before; null if nothing.</param>
    /// <param name="now">What is in force; null if nothing.</param>
    /// <param name="after">The moment from which on it is so.</param>
    public static TurnCause Of(IEnumerable<LightOverride> decided, LightOverride? before, LightOverride? now, AsOf after)
    {
        if (now is not null) return new(TurnCauseKind.Override) { Override = now };
        // Taken back by somebody, or its last day is over.
        return decided.LastOrDefault(o => o.IsLifted && o.At == after.Moment) is { } lifted
            ? new(TurnCauseKind.Override) { Override = lifted }
            : new(TurnCauseKind.Time) { Override = before, Day = before is null ? null : RuleDays.After(before) };
    }
}
