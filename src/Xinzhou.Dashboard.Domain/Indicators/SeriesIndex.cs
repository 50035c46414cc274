using System.Collections.Immutable;

namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>
/// The series of a book, in the order of the API and by number and subject. Immutable: one with more series shares what it does not
/// touch.
/// </summary>
internal sealed class SeriesIndex
{
    private const int PageBits = 8;
    private const int PageSize = 1 << PageBits;

    private readonly ImmutableDictionary<int, SeriesHistory?[]> _byId;
    private readonly Dictionary<string, Dictionary<string, SeriesHistory[]>> _bySubject;

    private SeriesIndex(
        SeriesList all, ImmutableDictionary<int, SeriesHistory?[]> byId, Dictionary<string, Dictionary<string, SeriesHistory[]>> bySubject) =>
        (All, _byId, _bySubject) = (all, byId, bySubject);

    public static SeriesIndex Empty { get; } = new(SeriesList.Empty, ImmutableDictionary<int, SeriesHistory?[]>.Empty, []);

    /// <summary>All of them, in the order of the API.</summary>
    public SeriesList All { get; }

    public SeriesHistory? Find(int id) => _byId.TryGetValue(id >> PageBits, out var page) ? page[id & (PageSize - 1)] : null;

    /// <summary>The series of an indicator for a unit, in the order of their first figures.</summary>
    public SeriesHistory[] Of(string indicator, string unit) =>
        _bySubject.TryGetValue(indicator, out var units) && units.TryGetValue(unit, out var series) ? series : [];

    /// <summary>The index with series, each in the place of that of its number.</summary>
    public SeriesIndex With(IReadOnlyCollection<SeriesHistory> series) => series.Count == 0 ? this : new(All.With(series), ById(series), BySubject(series));

    private ImmutableDictionary<int, SeriesHistory?[]> ById(IEnumerable<SeriesHistory> series) =>
        _byId.SetItems(series.GroupBy(h => h.Series.Id >> PageBits).Select(g =>
        {
            var page = _byId.TryGetValue(g.Key, out var held) ? [.. held] : new SeriesHistory?[PageSize];
            foreach (var history in g) page[history.Series.Id & (PageSize - 1)] = history;
            return KeyValuePair.Create(g.Key, page);
        }));

    private Dictionary<string, Dictionary<string, SeriesHistory[]>> BySubject(IEnumerable<SeriesHistory> series)
    {
        var bySubject = new Dictionary<string, Dictionary<string, SeriesHistory[]>>(_bySubject, StringComparer.Ordinal);
        foreach (var ofIndicator in series.GroupBy(h => h.Series.Indicator.Code))
        {
            var units = new Dictionary<string, SeriesHistory[]>(bySubject.GetValueOrDefault(ofIndicator.Key) ?? [], StringComparer.Ordinal);
            foreach (var history in ofIndicator)
            {
                var held = units.GetValueOrDefault(history.Series.Unit.Code, []);
                var place = Array.FindIndex(held, h => h.Series.Id == history.Series.Id);
                units[history.Series.Unit.Code] = place < 0 ? [.. held, history] : [.. held[..place], history, .. held[(place + 1)..]];
            }

            bySubject[ofIndicator.Key] = units;
        }

        return bySubject;
    }
}
