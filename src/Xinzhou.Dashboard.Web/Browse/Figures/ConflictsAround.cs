using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Web.Browse.Figures;

/// <summary>The conflicts around one indicator of one unit, without looking through the whole book.</summary>
public static class ConflictsAround
{
    /// <summary>
    /// The conflicts in which a figure of the indicator and unit takes part, the latest period first. Rules judge a figure
    /// against others of its unit, of its indicator in other units, or of a benchmark: only series of the unit and of the
    /// indicator can be in conflict with it.
    /// </summary>
    public static IReadOnlyList<Conflict> Of(Snapshot snapshot, BookView view, Indicator indicator, StatisticalUnit unit)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(unit);
        var ofUnit = snapshot.Catalogue.Indicators.SelectMany(i => view.Book.Of(i.Code, unit.Code));
        var ofIndicator = snapshot.Catalogue.Units.Where(u => u.Code != unit.Code).SelectMany(u => view.Book.Of(indicator.Code, u.Code));
        return
        [
            .. ofUnit.Concat(ofIndicator)
                .SelectMany(h => snapshot.Rules.Conflicts(view, h))
                .Where(c => c.Figures.Any(f => f.Series.Indicator.Code == indicator.Code && f.Series.Unit.Code == unit.Code))
                .OrderByDescending(c => c.Period.End),
        ];
    }
}
