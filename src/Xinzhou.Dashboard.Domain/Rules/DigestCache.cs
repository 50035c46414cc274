using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>
/// The digests of the moments that were asked for last. Moments between which nothing changed have one digest: it holds
/// from one change to the next, be that a write or a publication whose day has come. The latest is carried on to the next, also
/// from one book to the book after it.
/// </summary>
public sealed class DigestCache
{
    /// <summary>How many are held.</summary>
    public const int Capacity = MomentCache<Digest>.Capacity;

    private readonly MomentCache<Digest> _held = new();
    private readonly Lock _lock = new();
    private Digest? _latest;

    // Of before this process, and nothing has followed it yet.
    private bool _isKept;
    private IReadOnlyCollection<int> _touchedSince = [];

    /// <summary>A cache that goes on from a digest that was kept; where that is of a later moment than the first asked for, because a clock was ahead, it begins anew.</summary>
    public static DigestCache From(Digest latest) => new() { _latest = latest, _isKept = true };

    /// <summary>The digest of a moment. Always ask with the same rules and book: the cache belongs to them.</summary>
    public Digest At(RuleBook rules, FigureBook book, AsOf asOf)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(book);
        return _held.At(book.Settled(asOf), key => Make(rules, book.At(key)));
    }

    /// <summary>The cache of a book that another has become; it begins anew where it is no book after it.</summary>
    /// <param name="before">The book that this cache belongs to.</param>
    /// <param name="after">The other.</param>
    public DigestCache After(FigureBook before, FigureBook after)
    {
        ArgumentNullException.ThrowIfNull(after);
        lock (_lock)
        {
            return _latest is not null && after.TouchedSince(before) is { } touched
                ? new() { _latest = _latest, _isKept = _isKept, _touchedSince = [.. _touchedSince.Union(touched)] }
                : new();
        }
    }

    private Digest Make(RuleBook rules, BookView view)
    {
        Digest? latest;
        IReadOnlyCollection<int> touched;
        bool isKept;
        lock (_lock) (latest, touched, isKept) = (_latest, _touchedSince, _isKept);
        if (latest?.Precedes(rules, view.AsOf) == true)
        {
            latest = latest.Next(view, touched);
        }
        else if ((latest is null || isKept) && Digest.IsOfAll(view.AsOf))
        {
            latest = new(rules, view);
        }
        else
        {
            return new(rules, view);
        }

        lock (_lock) (_latest, _touchedSince, _isKept) = (latest, [], false);
        return latest;
    }
}
