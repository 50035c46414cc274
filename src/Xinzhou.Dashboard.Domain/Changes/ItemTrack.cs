using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Changes;

/// <summary>The light of a work item through time.</summary>
/// <param name="known">Everything that is known.</param>
/// <param name="task">序号.</param>
/// <param name="item">工作序号.</param>
internal sealed class ItemTrack(Knowledge known, int task, int item) : LightTrack
{
    public LightSubject Subject { get; } = LightSubject.OfItem(task, item);

    public override Light? At(AsOf asOf) => StateAt(asOf).Light;

    public override IEnumerable<DateTimeOffset> Moments(AsOf until)
    {
        DateTimeOffset[] said =
        [
            .. known.Plan.SaidOfItem(task, item).Select(s => until.Clock.At(s)),
            .. known.Settings.Versions.Select(v => v.At),
        ];
        // By all plans and thresholds that ever held.
        var days = said.Append(until.Moment).Where(m => m <= until.Moment).Distinct()
            .Select(m => StateAt(until with { Moment = m }))
            .SelectMany(s => s.Item is { } then ? RuleDays.Of(then, s.Settings) : [])
            .Distinct();
        return [.. said, .. days.Select(Shanghai.StartOf), .. known.DecidedOf(Subject).SelectMany(o => Changes.Moments.Of(o))];
    }

    public override IReadOnlyList<TurnCause> Causes(AsOf before, AsOf after)
    {
        var (one, other) = (StateAt(before), StateAt(after));
        var changed = new List<(Func<State, State> Put, Func<TurnCause> Cause)>();
        if (one.Override != other.Override)
        {
            changed.Add((s => s with { Override = other.Override }, () => OverrideCause.Of(known.DecidedOf(Subject), one.Override, other.Override, after)));
        }

        if (one.Item is { } then && other.Item is { } now && !then.Progress.Select(p => p.Origin.Id).SequenceEqual(now.Progress.Select(p => p.Origin.Id)))
        {
            changed.Add((s => s with { Item = s.Item! with { Progress = now.Progress } }, () => Reported(then, now)));
        }

        if (Planned(one.Item) != Planned(other.Item))
        {
            changed.Add((
                s => s with { Item = other.Item is null || s.Item is null ? other.Item : other.Item with { Progress = s.Item.Progress } },
                () => new(TurnCauseKind.Plan) { Statement = LastSaid(before, after) }));
        }

        if (one.Version != other.Version) changed.Add((s => s with { Version = other.Version }, () => new(TurnCauseKind.Threshold) { Settings = other.Version }));
        if (one.Day != other.Day) changed.Add((s => s with { Day = other.Day }, () => new(TurnCauseKind.Time) { Day = other.Day, Light = other.Light }));
        return Attribution.Of(one, s => s.Light?.Colour, other.Light?.Colour, changed);
    }

    private State StateAt(AsOf asOf) => new(
        known.Plan.Item(task, item, asOf), known.Settings.VersionAt(asOf), known.OverrideOf(Subject, asOf), Shanghai.DayOf(asOf.Moment));

    private static WorkItem? Planned(WorkItem? item) => item is null ? null : item with { Progress = [] };

    private static TurnCause Reported(WorkItem before, WorkItem after)
    {
        var held = before.Progress.Select(p => p.Origin.Id).ToHashSet();
        // Of several the latest quarter: the light is judged by that.
        if (after.Progress.LastOrDefault(p => !held.Contains(p.Origin.Id)) is not { } report) return new(TurnCauseKind.Report);
        var other = before.Progress.LastOrDefault(p => p.Quarter == report.Quarter);
        return new(other is null ? TurnCauseKind.Report : TurnCauseKind.Revision) { Report = report, OtherReport = other };
    }

    private WorkItemStatement? LastSaid(AsOf before, AsOf after) => known.Plan.SaidOfItem(task, item).OfType<WorkItemStatement>()
        .LastOrDefault(s => s.Origin.IsKnownAt(after) && !s.Origin.IsKnownAt(before));

    private sealed record State(WorkItem? Item, LightSettingsVersion? Version, LightOverride? Override, DateOnly Day)
    {
        public LightSettings Settings => Version?.Settings ?? LightSettings.Default;

        public Light? Light => Item is { IsWithdrawn: false } ? ItemLight.Of(Item, Settings, Day) with { Override = Override } : null;
    }
}
