using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Web.Leadership.Desk;

/// <summary>A task, or a target without a task, that stands badly: why, who owes it, since when, what was decided.</summary>
public sealed record DeskRow
{
    /// <summary>Its light.</summary>
    public required Domain.Progress.Light Light { get; init; }

    /// <summary>What it has its colour from: a work item or a target; the light itself where that was decided, or is of a target.</summary>
    public required Domain.Progress.Light Part { get; init; }

    /// <summary>The task; null where it is a target that belongs to none.</summary>
    public KeyTask? Task { get; init; }

    /// <summary>The target that it is, or has its colour from; null where a work item is.</summary>
    public AssessedTarget? Target { get; init; }

    /// <summary>The work item that it has its colour from; null where none is.</summary>
    public WorkItem? Item { get; init; }

    /// <summary>能级, by its code; null where none is known.</summary>
    public string? Dimension { get; init; }

    /// <summary>牵头单位, by its code; null is not known.</summary>
    public string? Lead { get; init; }

    /// <summary>责任人; null is not known.</summary>
    public string? Person { get; init; }

    /// <summary>Since when it has its colour; null where it always had.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The whole days since then; null where it always had it.</summary>
    public int? Days { get; init; }

    /// <summary>The colours at the end of the last quarters, the earliest first; null where there was no such light.</summary>
    public required IReadOnlyList<LightColour?> Strip { get; init; }

    /// <summary>What the unit said last of it; null if nothing.</summary>
    public CheckIn? Said { get; init; }

    /// <summary>The notice that is open on it; null if none is.</summary>
    public Notice? Notice { get; init; }

    /// <summary>What can be decided of it: what is above what was reached already; of what is claimed or verified only words are left.</summary>
    public IEnumerable<DeskAct> Acts => Enum.GetValues<DeskAct>().Where(act => act == DeskAct.Instruct || Notice switch
    {
        null => true,
        { IsRunning: false } => false,
        { Escalation: var reached } => act switch
        {
            DeskAct.Remind => reached is null,
            DeskAct.Notice => reached is null or EscalationLevel.Reminder,
            DeskAct.Talk => reached is null or < EscalationLevel.Talk,
            _ => reached is null or < EscalationLevel.Circular,
        },
    });

    /// <summary>In which order they are asked about: red, amber, blue, unreported.</summary>
    public int Order => Light.Colour switch
    {
        LightColour.Red => 0,
        LightColour.Amber => 1,
        LightColour.Blue => 2,
        _ => 3,
    };

    /// <summary>What a notice on it refers to.</summary>
    public LightSubject Reference => Item is null && Target is null ? Light.Subject : Part.Subject;
}
