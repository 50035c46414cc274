using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Domain.Changes;

/// <summary>The light of a task through time: it turns with its parts, and when parts come and go.</summary>
internal sealed class TaskTrack : LightTrack
{
    private readonly Knowledge _known;
    private readonly int _number;
    private readonly LightSubject _subject;
    private readonly ItemTrack[] _items;
    private readonly TargetTrack[] _targets;

    /// <param name="known">Everything that is known.</param>
    /// <param name="number">序号; there is such a task.</param>
    public TaskTrack(Knowledge known, int number)
    {
        (_known, _number, _subject) = (known, number, LightSubject.OfTask(number));
        _items = [.. known.Plan.ItemsEverOf(number).Select(i => new ItemTrack(known, number, i))];
        var owed = known.Plan.TargetsEverOf(number);
        _targets = owed.Count == 0 ? [] :
        [
            .. known.Figures.WithTargets.SelectMany(h => h.Targets)
                .Where(g => owed.Any(t => t.Covers(g.Series, g.Period)))
                .Select(g => new TargetTrack(known, g)),
        ];
    }

    public override Light? At(AsOf asOf) => Of([.. PartsAt(asOf).Values], _known.OverrideOf(_subject, asOf));

    public override IEnumerable<DateTimeOffset> Moments(AsOf until) =>
    [
        .. _items.SelectMany(t => t.Moments(until)),
        .. _targets.SelectMany(t => t.Moments(until)),
        .. _known.DecidedOf(_subject).SelectMany(o => Changes.Moments.Of(o)),
    ];

    public override IReadOnlyList<TurnCause> Causes(AsOf before, AsOf after)
    {
        var (parts, later) = (PartsAt(before), PartsAt(after));
        var (decided, laterDecided) = (_known.OverrideOf(_subject, before), _known.OverrideOf(_subject, after));
        var (one, other) = (Of([.. parts.Values], decided), Of([.. later.Values], laterDecided));
        var causes = new List<TurnCause>();
        if (decided != laterDecided)
        {
            causes.Add(OverrideCause.Of(_known.DecidedOf(_subject), decided, laterDecided, after));
            if ((laterDecided?.Colour ?? one.Computed) == other.Colour) return causes;
        }

        // Worse by what is as bad as it now, better by what was as bad as it was; by any part where it had none, or has none.
        var isWorse = other.Computed.Severity() > one.Computed.Severity();
        var hasParts = parts.Count > 0 && later.Count > 0;
        foreach (var track in parts.Keys.Union(later.Keys))
        {
            var (was, now) = (parts.GetValueOrDefault(track), later.GetValueOrDefault(track));
            if (was?.Colour == now?.Colour) continue;
            if (hasParts && (isWorse ? now?.Colour != other.Computed : was?.Colour != one.Computed)) continue;
            var subject = (now ?? was)!.Subject;
            // A target may have been one before, of another task.
            var joined = track is TargetTrack target && track.At(before)?.Colour == track.At(after)?.Colour ? target : null;
            causes.AddRange(joined is not null
                ? [new(TurnCauseKind.Plan) { Part = subject, Statement = joined.LastSaid(before, after) }]
                : track.Causes(before, after).Select(c => c with { Part = subject }));
        }

        return causes;
    }

    private Light Of(IReadOnlyList<Light> parts, LightOverride? decided) => TaskLight.Of(_number, parts) with { Override = decided };

    private Dictionary<LightTrack, Light> PartsAt(AsOf asOf)
    {
        var parts = new Dictionary<LightTrack, Light>();
        foreach (var item in _items)
        {
            if (item.At(asOf) is { } light) parts.Add(item, light);
        }

        foreach (var target in _targets)
        {
            if (target.CommitmentAt(asOf)?.Task == _number && target.At(asOf) is { } light) parts.Add(target, light);
        }

        return parts;
    }
}
