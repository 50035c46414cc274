using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>
/// The plan of the moments that were asked for last. Moments between which nothing was said have one plan: it holds from one
/// statement to the next, be that a write or one known from a day that has come.
/// </summary>
public sealed class PlanCache
{
    /// <summary>The current moment, which everybody asks for, and a few that are looked back to.</summary>
    public const int Capacity = 8;

    private readonly Lock _lock = new();
    private readonly LinkedList<(AsOf Key, CityPlan Plan)> _held = new();

    /// <summary>The plan of a moment. Always ask with the same book: the cache belongs to it.</summary>
    public CityPlan At(PlanBook book, AsOf asOf)
    {
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
                    return node.Value.Plan;
                }
            }

            if (_held.Count == Capacity) _held.RemoveLast();
            var plan = book.At(key);
            _held.AddFirst((key, plan));
            return plan;
        }
    }
}
