using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>Looks through many series on all processors, a thousand at a time; through few, as for a change, at once.</summary>
internal static class SeriesChunks
{
    private const int Size = 1024;

    /// <summary>What comes of each chunk, in any order.</summary>
    public static IEnumerable<T> Of<T>(IReadOnlyCollection<SeriesHistory> all, Func<IReadOnlyCollection<SeriesHistory>, T> look) =>
        all.Count <= Size ? [look(all)] : all.Chunk(Size).AsParallel().Select(chunk => look(chunk));
}
