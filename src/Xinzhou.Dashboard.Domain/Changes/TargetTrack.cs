using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Changes;

/// <summary>The light of a target through time and through its vintages.</summary>
/// <param name="known">Everything that is known.</param>
/// <param name="group">All figures that ever stated the target.</param>
internal sealed class TargetTrack(Knowledge known, FigureGroup group) : LightTrack
{
    public override Light? At(AsOf asOf) => LightOf(StateAt(asOf));

    /// <summary>Who owed it at a moment; null where nobody was known to.</summary>
    public Commitment? CommitmentAt(AsOf asOf) => Commitments
        .Of(CityPlan.Empty with { Commitments = known.Plan.CommitmentsOf(group.Series, group.Period, asOf) })
        .Find(group.Series, group.Period);

    /// <summary>What was said last of who owes it, and was not known before.</summary>
    public CommitmentStatement? LastSaid(AsOf before, AsOf after) => known.Plan.SaidOfTarget(group.Series, group.Period)
        .LastOrDefault(s => s.Origin.IsKnownAt(after) && !s.Origin.IsKnownAt(before));

    public override IEnumerable<DateTimeOffset> Moments(AsOf until) =>
    [
        .. until.Clock.Of(group),
        .. Actuals.SelectMany(g => until.Clock.Of(g)),
        .. known.Plan.SaidOfTarget(group.Series, group.Period).Select(s => until.Clock.At(s)),
        .. known.Settings.Versions.Select(v => v.At),
        .. RuleDays.OfTarget(group.Period).Select(Shanghai.StartOf),
        .. group.Figures.SelectMany(f => known.DecidedOf(LightSubject.OfTarget(f.Id))).SelectMany(o => Changes.Moments.Of(o)),
    ];

    public override IReadOnlyList<TurnCause> Causes(AsOf before, AsOf after)
    {
        var (one, other) = (StateAt(before), StateAt(after));
        var changed = new List<(Func<State, State> Put, Func<TurnCause> Cause)>();
        if (one.Target?.Id != other.Target?.Id)
        {
            // What was decided is of a target, and goes with it.
            changed.Add((s => s with { Target = other.Target, Override = other.Override }, () => Moved(one.Target, other.Target, after)));
        }
        else if (one.Override != other.Override)
        {
            changed.Add((
                s => s with { Override = other.Override },
                () => OverrideCause.Of(known.DecidedOf(LightSubject.OfTarget(other.Target?.Id ?? 0)), one.Override, other.Override, after)));
        }

        if (Differing(before, after).Any()) changed.Add((s => s with { View = after }, () => Published(one, other, before, after)));
        if (one.Commitment != other.Commitment)
        {
            changed.Add((s => s with { Commitment = other.Commitment }, () => new(TurnCauseKind.Plan) { Statement = LastSaid(before, after) }));
        }

        if (one.Version != other.Version) changed.Add((s => s with { Version = other.Version }, () => new(TurnCauseKind.Threshold) { Settings = other.Version }));
        if (one.Day != other.Day) changed.Add((s => s with { Day = other.Day }, () => new(TurnCauseKind.Time) { Day = other.Day, Light = LightOf(other) }));
        return Attribution.Of(one, s => LightOf(s)?.Colour, LightOf(other)?.Colour, changed);
    }

    /// <summary>The statements that a target of the series is held against.</summary>
    private IEnumerable<FigureGroup> Actuals =>
        known.Figures.Find(group.Series.Id)?.Groups.Where(g => g.Kind == ValueKind.Actual && g.Scope == group.Scope && g.PriceBasis == group.PriceBasis) ?? [];

    private IEnumerable<FigureGroup> Differing(AsOf before, AsOf after) => Actuals.Where(g => g.Shown(before)?.Id != g.Shown(after)?.Id);

    private State StateAt(AsOf asOf)
    {
        var target = group.Shown(asOf);
        return new(
            target,
            CommitmentAt(asOf),
            asOf,
            known.Settings.VersionAt(asOf),
            target is null ? null : known.OverrideOf(LightSubject.OfTarget(target.Id), asOf),
            Shanghai.DayOf(asOf.Moment));
    }

    private Light? LightOf(State state)
    {
        if (state.Target is null) return null;
        var settings = state.Version?.Settings ?? LightSettings.Default;
        return TargetLight.Of(state.Target, state.Commitment, known.Figures.At(state.View), settings, state.Day) with { Override = state.Override };
    }

    private TurnCause Moved(Figure? before, Figure? now, AsOf after) =>
        before is not null && !group.IsKnown(before, after)
            ? new(TurnCauseKind.Withdrawal) { Figure = before, Other = now, Withdrawal = group.WithdrawalOf(before) }
            : new(TurnCauseKind.Target) { Figure = now, Other = before };

    private TurnCause Published(State one, State other, AsOf before, AsOf after)
    {
        // What the light was judged by comes first, of that what ends last.
        var used = Used(one).Concat(Used(other)).Select(f => f.Id).ToHashSet();
        var (was, now, statement) = Differing(before, after)
            .Select(g => (Was: g.Shown(before), Now: g.Shown(after), Group: g))
            .OrderByDescending(d => (d.Was is not null && used.Contains(d.Was.Id)) || (d.Now is not null && used.Contains(d.Now.Id)))
            .ThenByDescending(d => d.Group.Period.End)
            .First();
        return was is null ? new(TurnCauseKind.Figure) { Figure = now }
            : !statement.IsKnown(was, after) ? new(TurnCauseKind.Withdrawal) { Figure = was, Other = now, Withdrawal = statement.WithdrawalOf(was) }
            : new(TurnCauseKind.Revision) { Figure = now, Other = was };
    }

    private IEnumerable<Figure> Used(State state) => LightOf(state)?.Inputs is not TargetInputs inputs ? []
        : inputs.Values.Append(inputs.YearToDate).Append(inputs.Share?.YearToDate).Append(inputs.Share?.FullYear).OfType<YearValue>().Select(v => v.Figure);

    private sealed record State(
        Figure? Target, Commitment? Commitment, AsOf View, LightSettingsVersion? Version, LightOverride? Override, DateOnly Day);
}
