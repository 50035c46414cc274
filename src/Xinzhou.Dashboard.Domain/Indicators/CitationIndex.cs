using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>Which series cite a document, by numbers; kept from one book to the next.</summary>
internal sealed class CitationIndex
{
    private readonly ImmutableDictionary<int, int[]> _series;

    private CitationIndex(ImmutableDictionary<int, int[]> series) => _series = series;

    public static CitationIndex Of(IEnumerable<SeriesHistory> histories)
    {
        var series = new Dictionary<int, List<int>>();
        foreach (var history in histories)
        {
            foreach (var source in history.Sources)
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(series, source, out _) ??= []).Add(history.Series.Id);
            }
        }

        return new(series.ToImmutableDictionary(s => s.Key, s => s.Value.ToArray()));
    }

    /// <summary>The numbers of the series that cite a document, each once.</summary>
    public IReadOnlyList<int> Of(int source) => _series.GetValueOrDefault(source) ?? [];

    public CitationIndex With(IEnumerable<Figure> figures) =>
        new(_series.SetItems(figures.GroupBy(f => f.Source.Id, f => f.Series.Id).Select(s => KeyValuePair.Create(s.Key, (int[])[.. Of(s.Key).Union(s)]))));
}
