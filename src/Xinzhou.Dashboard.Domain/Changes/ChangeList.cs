using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Changes;

/// <summary>
/// 变化: what is otherwise than at an earlier moment, and why. Both moments are read on one clock; what went and came back between them
/// is no change, but for notices, of which each act counts.
/// </summary>
public sealed record ChangeList
{
    /// <summary>The earlier moment: what was known at it is not new.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The later moment, and the clock of both.</summary>
    public required AsOf Until { get; init; }

    /// <summary>The lights of the earlier moment.</summary>
    public required LightBoard Before { get; init; }

    /// <summary>The lights of the later moment.</summary>
    public required LightBoard After { get; init; }

    /// <summary>The lights that show another colour: of tasks, of work items, of targets; those that came or went are no turns.</summary>
    public required IReadOnlyList<TurnedLight> Lights { get; init; }

    /// <summary>The actual figures that say something else or were withdrawn, in the order of the API.</summary>
    public required IReadOnlyList<FigureChange> Figures { get; init; }

    /// <summary>How many statements have an actual figure that had none.</summary>
    public required int NewFigures { get; init; }

    /// <summary>The targets that were set, moved or withdrawn, or are counted otherwise.</summary>
    public required IReadOnlyList<TargetChange> Targets { get; init; }

    /// <summary>The work items that were added or withdrawn or have other deadlines, in the order of the plan.</summary>
    public required IReadOnlyList<ItemChange> Items { get; init; }

    /// <summary>Who owes something else, in the order in which it was said.</summary>
    public required IReadOnlyList<OwnerChange> Owners { get; init; }

    /// <summary>The notices that were issued, closed, reopened or raised, in the order in which it was done.</summary>
    public required IReadOnlyList<NoticeChange> Notices { get; init; }

    /// <summary>True where nothing is otherwise.</summary>
    public bool IsEmpty => Lights.Count + Figures.Count + NewFigures + Targets.Count + Items.Count + Owners.Count + Notices.Count == 0;

    /// <summary>What is otherwise than at an earlier moment.</summary>
    /// <param name="known">Everything that is known.</param>
    /// <param name="since">The earlier moment.</param>
    /// <param name="until">The later one, and the clock of both.</param>
    /// <param name="calendar">Which days are worked; notices go by them.</param>
    public static ChangeList Between(Knowledge known, DateTimeOffset since, AsOf until, WorkingDays calendar)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(calendar);
        var from = until with { Moment = since };
        var (before, after) = (known.LightsAt(from), known.LightsAt(until));
        var (figures, added) = FigureChanges.Between(known.Figures, from, until);
        return new()
        {
            Since = since,
            Until = until,
            Before = before,
            After = after,
            Lights = LightChanges.Between(known, before, after, from, until),
            Figures = figures,
            NewFigures = added,
            Targets = TargetChanges.Between(known, before, after, from, until),
            Items = PlanChanges.Items(known.Plan, from, until),
            Owners = PlanChanges.Owners(known.Plan, from, until),
            Notices = NoticeChanges.Between(known.Notices, from, until, calendar),
        };
    }
}
