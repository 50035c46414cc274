namespace Xinzhou.Dashboard.Web.Api.Figures;

/// <summary>Finds the figures that are asked for, in the order of the API.</summary>
public static class FigureRows
{
    public static IEnumerable<FigureRow> Of(IEnumerable<SeriesHistory> histories, AsOf asOf, FigureFilter filter)
    {
        ArgumentNullException.ThrowIfNull(histories);
        ArgumentNullException.ThrowIfNull(filter);
        return histories.Where(h => filter.Series.Accepts(h.Series)).SelectMany(h => Of(h, asOf, filter));
    }

    private static IEnumerable<FigureRow> Of(SeriesHistory history, AsOf asOf, FigureFilter filter)
    {
        var published = Published(history, asOf, filter);
        if (!filter.WithDerived || !DerivedQuarters.Apply(history.Series))
        {
            return published;
        }

        var derived = DerivedQuarters.Of(history, asOf).Where(q => filter.Accepts(q.Period, q.Later.Kind, q.Later.PriceBasis)).Select(FigureRow.Of);
        return published.Concat(derived).OrderBy(FigurePosition.Of, FigurePosition.Order);
    }

    private static IEnumerable<FigureRow> Published(SeriesHistory history, AsOf asOf, FigureFilter filter)
    {
        var groups = history.Groups;
        for (var first = 0; first < groups.Count;)
        {
            // Real and nominal growth of one period are two groups, and one place in the order of the API.
            var end = first + 1;
            while (end < groups.Count && IsBeside(groups[end], groups[first])) end++;
            foreach (var row in end - first == 1
                ? Published(groups[first], asOf, filter)
                : groups.Skip(first).Take(end - first).SelectMany(g => Published(g, asOf, filter)).OrderBy(r => r.Figure!.KnownFrom).ThenBy(r => r.Figure!.Id))
            {
                yield return row;
            }

            first = end;
        }
    }

    private static bool IsBeside(FigureGroup group, FigureGroup other) =>
        group.Kind == other.Kind && group.Period == other.Period && group.Scope == other.Scope;

    private static IEnumerable<FigureRow> Published(FigureGroup group, AsOf asOf, FigureFilter filter)
    {
        if (!filter.Accepts(group.Period, group.Kind, group.PriceBasis))
        {
            return [];
        }

        if (!filter.AllVintages)
        {
            return group.Shown(asOf) is { } shown ? [new(shown, null, true, null)] : [];
        }

        var known = group.Known(asOf);
        return (group.Figures.Count == 1 ? known : known.OrderBy(v => v.Figure.KnownFrom).ThenBy(v => v.Figure.Id)).Select(FigureRow.Of);
    }
}
