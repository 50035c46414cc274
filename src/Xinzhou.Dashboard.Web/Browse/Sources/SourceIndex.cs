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
        if (snapshot.Source(key) is not { } source)
        {
            return null;
        }

        var citing = view.Book.Citing(source.Id);
        return Summary(
            source,
            citing.SelectMany(view.KnownFigures).Where(f => f.Source.Id == source.Id),
            citing.SelectMany(view.Shown).Count(f => f.Source.Id == source.Id));
    }

    /// <summary>Whether a document is meant by a search: part of its title or address, or of an indicator it speaks of.</summary>
    public static bool Matches(SourceSummary source, string? search)
    {
        ArgumentNullException.ThrowIfNull(source);
        var part = search?.Trim() ?? "";
        return part.Length == 0
            || Contains(source.Source.Title, part)
            || Contains(source.Source.Address, part)
            || source.Figures.Select(f => f.Series.Indicator).DistinctBy(i => i.Code).Any(i => Contains(i.Name, part) || Contains(i.NameEn, part));
    }

    private static SourceSummary[] Of(Snapshot snapshot, BookView view)
    {
        var known = view.Book.Histories.SelectMany(view.KnownFigures).ToLookup(f => f.Source.Id);
        var uses = snapshot.DigestAt(view.AsOf).Sources;
        return
        [
            .. snapshot.Sources.Where(s => known.Contains(s.Id)).Select(s => Summary(s, known[s.Id], uses[s.Id].Shown))
                .OrderByDescending(s => s.Reliability).ThenByDescending(s => s.Figures.Count).ThenBy(s => s.Source.Id),
        ];
    }

    private static bool Contains(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) == true;

    private static SourceSummary Summary(SourceDocument source, IEnumerable<Figure> known, int shown) => new(
        source,
        [.. known.OrderBy(f => f.Series.Unit.Order).ThenBy(f => f.Series.Indicator.Order)
            .ThenBy(f => f.Series.Measure).ThenByDescending(f => f.Period.End)],
        shown);
}
