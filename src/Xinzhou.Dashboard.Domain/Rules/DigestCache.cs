using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>
/// The digests of the moments that were asked for last. Moments between which nothing changed have one digest: it holds
/// from one change to the next, be that a write or a publication whose day has come.
/// </summary>
public sealed class DigestCache
{
    /// <summary>The current moment, which everybody asks for, and a few that are looked back to.</summary>
    public const int Capacity = 8;

    private readonly Lock _lock = new();
    private readonly LinkedList<(AsOf Key, Digest Digest)> _held = new();

    /// <summary>The digest of a moment. Always ask with the same rules and book: the cache belongs to them.</summary>
    public Digest At(RuleBook rules, FigureBook book, AsOf asOf)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(book);
        var key = book.Settled(asOf);
        lock (_lock)
        {
            for (var node = _held.First; node is not null; node = node.Next)
            {
                if (node.Value.Key == key)
                {
                    _held.Remove(node);
                    _held.AddFirst(node);
                    return node.Value.Digest;
                }
            }

            if (_held.Count == Capacity)
            {
                _held.RemoveLast();
            }

            var digest = new Digest(rules, book.At(key));
            _held.AddFirst((key, digest));
            return digest;
        }
    }
}
