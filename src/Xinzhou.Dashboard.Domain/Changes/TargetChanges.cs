using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Domain.Changes;

/// <summary>Which targets are others, or are counted otherwise.</summary>
internal static class TargetChanges
{
    public static IReadOnlyList<TargetChange> Between(Knowledge known, LightBoard before, LightBoard after, AsOf from, AsOf until)
    {
        var changes = new List<TargetChange>();
        var was = before.Targets.ToDictionary(t => known.Figures.GroupOf(t.Figure.Id)!);
        var now = after.Targets.ToDictionary(t => known.Figures.GroupOf(t.Figure.Id)!);
        foreach (var (group, target) in now)
        {
            if (!was.TryGetValue(group, out var held))
            {
                changes.Add(new() { Kind = TargetChangeKind.Set, After = target.Figure, At = until.Clock.At(target.Figure) });
                continue;
            }

            if (!target.Figure.Statement.Agrees(held.Figure.Statement))
            {
                changes.Add(new() { Kind = TargetChangeKind.Moved, Before = held.Figure, After = target.Figure, At = MovedAt(group, held.Figure, target.Figure) });
            }

            if (Terms(held.Commitment) != Terms(target.Commitment)) changes.Add(TermsOf(held, target));
        }

        foreach (var (group, held) in was.Where(t => !now.ContainsKey(t.Key)))
        {
            var withdrawal = group.WithdrawalOf(held.Figure);
            changes.Add(new()
            {
                Kind = TargetChangeKind.Withdrawn,
                Before = held.Figure,
                At = withdrawal is null ? until.Moment : until.Clock.At(withdrawal),
            });
        }

        return changes;

        DateTimeOffset MovedAt(FigureGroup group, Figure held, Figure shown) =>
            !group.IsKnown(held, until) && group.WithdrawalOf(held) is { } withdrawal ? until.Clock.At(withdrawal) : until.Clock.At(shown);

        TargetChange TermsOf(AssessedTarget held, AssessedTarget target)
        {
            var said = known.Plan.SaidOfTarget(target.Figure.Series, target.Figure.Period)
                .LastOrDefault(s => s.Origin.IsKnownAt(until) && !s.Origin.IsKnownAt(from));
            return new()
            {
                Kind = TargetChangeKind.Terms,
                Before = held.Figure,
                After = target.Figure,
                TermsBefore = held.Commitment,
                TermsAfter = target.Commitment,
                Statement = said,
                At = said is null ? until.Moment : until.Clock.At(said),
            };
        }
    }

    /// <summary>What a commitment says of how its target is counted; nothing is said where there is none.</summary>
    private static (string? Baseline, decimal? Tolerance, string Path, string? Justification) Terms(Commitment? owed) => owed is null
        ? (null, null, "", null)
        : (owed.Baseline, owed.Tolerance, string.Join(' ', owed.Path), owed.Justification);
}
