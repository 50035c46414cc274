using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>
/// Which series a figure is of, by the number of the figure: about four bytes each. The database gives numbers in order,
/// so that they are kept in pages of neighbours, and an index with more figures shares the pages it does not touch.
/// </summary>
internal sealed class FigureIndex
{
    private const int PageBits = 9;
    private const int PageSize = 1 << PageBits;
    private const int None = int.MinValue;

    private readonly ImmutableDictionary<long, int[]> _pages;

    private FigureIndex(ImmutableDictionary<long, int[]> pages) => _pages = pages;

    public static FigureIndex Empty { get; } = new(ImmutableDictionary<long, int[]>.Empty);

    /// <summary>The number of the series of a figure; null when there is no such figure.</summary>
    public int? SeriesOf(long figureId) =>
        _pages.TryGetValue(figureId >> PageBits, out var page) && page[figureId & (PageSize - 1)] is var series and not None
            ? series
            : null;

    public static FigureIndex Of(IEnumerable<PackedSeries> all)
    {
        var pages = new Dictionary<long, int[]>();
        foreach (var series in all)
        {
            foreach (var (id, _) in series.Numbers())
            {
                ref var page = ref CollectionsMarshal.GetValueRefOrAddDefault(pages, id >> PageBits, out _);
                (page ??= NewPage())[id & (PageSize - 1)] = series.Series.Id;
            }
        }

        return new(pages.ToImmutableDictionary());
    }

    public FigureIndex With(IReadOnlyCollection<Figure> figures)
    {
        if (figures.Count == 0)
        {
            return this;
        }

        var touched = new Dictionary<long, int[]>();
        foreach (var figure in figures)
        {
            var number = figure.Id >> PageBits;
            if (!touched.TryGetValue(number, out var page))
            {
                page = _pages.TryGetValue(number, out var held) ? [.. held] : NewPage();
                touched.Add(number, page);
            }

            page[figure.Id & (PageSize - 1)] = figure.Series.Id;
        }

        return new(_pages.SetItems(touched));
    }

    private static int[] NewPage()
    {
        var page = new int[PageSize];
        Array.Fill(page, None);
        return page;
    }
}
