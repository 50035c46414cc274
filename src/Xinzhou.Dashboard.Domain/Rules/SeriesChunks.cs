using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>
/// Looks through many series on all processors, some of them at a time, which are unpacked for that time only; through few, as for a
/// change, at once.
/// </summary>
internal static class SeriesChunks
{
    // So few that what is unpacked of them is gone before it is old.
    private const int Size = 16;

    /// <summary>What comes of each chunk, in any order.</summary>
    /// <param name="view">The moment.</param>
    /// <param name="all">Series of the view's book.</param>
    /// <param name="look">Looks at series, through a view that has them unpacked.</param>
    public static IEnumerable<T> Of<T>(BookView view, IReadOnlyCollection<SeriesHistory> all, Func<BookView, IReadOnlyCollection<SeriesHistory>, T> look)
    {
        return all.Count <= Size ? [Look([.. all])] : all.Chunk(Size).AsParallel().Select(Look);

        T Look(SeriesHistory[] chunk)
        {
            SeriesHistory[] unpacked = [.. chunk.Select(h => h.Alone)];
            return look(view.Holding(unpacked), unpacked);
        }
    }
}
