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

        var derived = DerivedQuarters.Of(history, asOf).Where(q => filter.Accepts(q.Period, q.Later.Kind)).Select(FigureRow.Of);
        return published.Concat(derived).OrderBy(FigurePosition.Of, FigurePosition.Order);
    }

    private static IEnumerable<FigureRow> Published(SeriesHistory history, AsOf asOf, FigureFilter filter)
    {
        foreach (var group in history.Groups)
        {
            if (!filter.Accepts(group.Period, group.Kind))
            {
                continue;
            }

            if (!filter.AllVintages)
            {
                if (group.Shown(asOf) is { } shown)
                {
                    yield return new(shown, null, true, null);
                }

                continue;
            }

            var known = group.Known(asOf);
            foreach (var vintage in group.Figures.Count == 1 ? known : known.OrderBy(v => v.Figure.KnownFrom).ThenBy(v => v.Figure.Id))
            {
                yield return FigureRow.Of(vintage);
            }
        }
    }
}
