using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Changes;

/// <summary>Which actual figures say something else.</summary>
internal static class FigureChanges
{
    /// <returns>Those that say something else or are gone, and how many there are where none was.</returns>
    public static (IReadOnlyList<FigureChange> Changed, int Added) Between(FigureBook figures, AsOf from, AsOf until)
    {
        var (changed, added) = (new List<FigureChange>(), 0);
        foreach (var group in figures.Histories.SelectMany(h => h.Alone.Groups))
        {
            if (group.Kind != ValueKind.Actual || !until.Clock.Of(group).Any(m => m > from.Moment && m <= until.Moment)) continue;
            var (was, now) = (group.Shown(from), group.Shown(until));
            if (was is null)
            {
                if (now is not null) added++;
                continue;
            }

            if (now is not null && now.Statement.Agrees(was.Statement)) continue;
            var withdrawal = group.IsKnown(was, until) ? null : group.WithdrawalOf(was);
            changed.Add(new(was, now, withdrawal, withdrawal is not null ? until.Clock.At(withdrawal) : until.Clock.At(now!)));
        }

        return (changed, added);
    }
}
