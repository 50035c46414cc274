using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Domain.Changes;

/// <summary>Why a light turned: the one thing that alone made it so, or one of several that it would not have been without.</summary>
/// <param name="Kind">What kind of thing it is. What the others do not concern is null.</param>
public sealed record TurnCause(TurnCauseKind Kind)
{
    /// <summary>The part of a task that turned, was added or went; null where the light itself is meant.</summary>
    public LightSubject? Part { get; init; }

    /// <summary>The figure that became known; of a withdrawal the one that was withdrawn. Of a target that moved, the new one.</summary>
    public Figure? Figure { get; init; }

    /// <summary>The figure in whose place it came; of a withdrawal the one that is shown again.</summary>
    public Figure? Other { get; init; }

    /// <summary>Of a figure that was withdrawn: why, and from when on.</summary>
    public Withdrawal? Withdrawal { get; init; }

    /// <summary>What was reported of a work item.</summary>
    public ProgressStatement? Report { get; init; }

    /// <summary>What had been reported of the same quarter before; null where nothing was.</summary>
    public ProgressStatement? OtherReport { get; init; }

    /// <summary>What the plan said.</summary>
    public PlanStatement? Statement { get; init; }

    /// <summary>The thresholds that hold since then; null where it are those of the beginning.</summary>
    public LightSettingsVersion? Settings { get; init; }

    /// <summary>What was decided or taken back; where a day came, what ended then.</summary>
    public LightOverride? Override { get; init; }

    /// <summary>The day that came.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Of a day that came: how the light stands by its rules since then; null where there is none.</summary>
    public Light? Light { get; init; }
}
