using System.Collections;

namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>
/// Series in the order of the API, in pages of neighbours: a list with others in their place shares the pages it does not touch, so
/// that it costs as much as is changed, however many there are.
/// </summary>
internal sealed class SeriesList : IReadOnlyList<SeriesHistory>
{
    private const int PageSize = 256;

    private readonly SeriesHistory[][] _pages;
    private readonly int[] _starts;

    private SeriesList(SeriesHistory[][] pages)
    {
        (_pages, _starts) = (pages, new int[pages.Length + 1]);
        for (var i = 0; i < pages.Length; i++) _starts[i + 1] = _starts[i] + pages[i].Length;
    }

    public static SeriesList Empty { get; } = new([]);

    public int Count => _starts[^1];

    public SeriesHistory this[int index]
    {
        get
        {
            var page = Array.BinarySearch(_starts, index);
            page = page >= 0 ? page : ~page - 1;
            return _pages[page][index - _starts[page]];
        }
    }

    /// <summary>The list with series, each in the place of the one of the same position.</summary>
    public SeriesList With(IEnumerable<SeriesHistory> series)
    {
        SeriesHistory[] changed = [.. series];
        if (changed.Length == 0) return this;
        Array.Sort(changed, SeriesOrder.Instance);
        if (_pages.Length == 0) return new([.. changed.Chunk(PageSize)]);
        var (pages, next) = (new List<SeriesHistory[]>(_pages.Length + 1), 0);
        for (var i = 0; i < _pages.Length; i++)
        {
            var first = next;
            while (next < changed.Length && (i + 1 == _pages.Length || SeriesOrder.Instance.Compare(changed[next], _pages[i + 1][0]) < 0)) next++;
            if (first == next) pages.Add(_pages[i]);
            else pages.AddRange(Merged(_pages[i], changed.AsSpan(first, next - first)));
        }

        return new([.. pages]);
    }

    /// <summary>The series from an indicator and a unit on.</summary>
    public IEnumerable<SeriesHistory> From(string indicator, string unit)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var series = this[middle].Series;
            var order = string.CompareOrdinal(series.Indicator.Code, indicator);
            order = order != 0 ? order : string.CompareOrdinal(series.Unit.Code, unit);
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle);
        }

        for (; low < Count; low++) yield return this[low];
    }

    public IEnumerator<SeriesHistory> GetEnumerator()
    {
        foreach (var page in _pages)
        {
            foreach (var series in page) yield return series;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static IEnumerable<SeriesHistory[]> Merged(SeriesHistory[] page, ReadOnlySpan<SeriesHistory> changed)
    {
        var (merged, held) = (new List<SeriesHistory>(page.Length + changed.Length), 0);
        foreach (var series in changed)
        {
            while (held < page.Length && SeriesOrder.Instance.Compare(page[held], series) < 0) merged.Add(page[held++]);
            if (held < page.Length && SeriesOrder.Instance.Compare(page[held], series) == 0) held++;
            merged.Add(series);
        }

        merged.AddRange(page.AsSpan(held));
        return merged.Count > 2 * PageSize ? [.. merged.Chunk(PageSize)] : [[.. merged]];
    }
}
