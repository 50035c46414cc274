using Xinzhou.Dashboard.Data.Snapshot;

namespace Xinzhou.Dashboard.Web.Browse.Sources;

/// <summary>The documents that support at least one figure known at a moment.</summary>
public static class SourceIndex
{
    /// <summary>All of them, once for a moment: the more reliable first, then those that support more.</summary>
    public static IReadOnlyList<SourceSummary> All(Snapshot snapshot, BookView view)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(view);
        return snapshot.DigestAt(view.AsOf).Other<IReadOnlyList<SourceSummary>>(known => Of(snapshot, known));
    }

    /// <summary>One of them, by the identifier of the API; null if there is none.</summary>
    public static SourceSummary? Find(Snapshot snapshot, BookView view, string key)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(view);
        if (snapshot.Source(key) is not { } source) return null;
        var summary = new SourceSummary(source, view.Book.Citing(source.Id).SelectMany(view.Shown).Count(f => f.Source.Id == source.Id));
        foreach (var figure in FiguresOf(source, view)) summary.Add(figure);
        return summary;
    }

    /// <summary>The figures known from a document: by unit, indicator, measure and period.</summary>
    public static IReadOnlyList<Figure> FiguresOf(SourceDocument source, BookView view)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(view);
        return
        [
            .. view.Book.Citing(source.Id).SelectMany(view.KnownFigures).Where(f => f.Source.Id == source.Id)
                .OrderBy(f => f.Series.Unit.Order).ThenBy(f => f.Series.Indicator.Order).ThenBy(f => f.Series.Measure).ThenByDescending(f => f.Period.End),
        ];
    }

    /// <summary>Whether a document is meant by a search: part of its title or address, or of an indicator it speaks of.</summary>
    public static bool Matches(SourceSummary source, string? search)
    {
        ArgumentNullException.ThrowIfNull(source);
        var part = search?.Trim() ?? "";
        return part.Length == 0
            || Contains(source.Source.Title, part)
            || Contains(source.Source.Address, part)
            || source.Indicators.Any(i => Contains(i.Name, part) || Contains(i.NameEn, part));
    }

    private static SourceSummary[] Of(Snapshot snapshot, BookView view)
    {
        var known = snapshot.DigestAt(view.AsOf).Sources;
        var summaries = snapshot.Sources.Where(s => known.ContainsKey(s.Id)).ToDictionary(s => s.Id, s => new SourceSummary(s, known[s.Id].Shown));
        foreach (var figure in view.KnownFigures()) summaries[figure.Source.Id].Add(figure);
        return [.. summaries.Values.OrderByDescending(s => s.Reliability).ThenByDescending(s => s.Figures).ThenBy(s => s.Source.Id)];
    }

    private static bool Contains(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) == true;
}
