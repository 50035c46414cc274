using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>
/// The digests of the moments that were asked for last. Moments between which nothing changed have one digest: it holds
/// from one change to the next, be that a write or a publication whose day has come.
/// </summary>
public sealed class DigestCache
{
    /// <summary>How many are held.</summary>
    public const int Capacity = MomentCache<Digest>.Capacity;

    private readonly MomentCache<Digest> _held = new();

    /// <summary>The digest of a moment. Always ask with the same rules and book: the cache belongs to them.</summary>
    public Digest At(RuleBook rules, FigureBook book, AsOf asOf)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(book);
        return _held.At(book.Settled(asOf), key => new(rules, book.At(key)));
    }
}
