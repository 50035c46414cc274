namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>
/// What was worked out of the moments that were asked for last. It belongs to one state of everything that it is worked out of:
/// when any of that changes, a new cache begins.
/// </summary>
/// <typeparam name="T">What is worked out.</typeparam>
public sealed class MomentCache<T>
{
    /// <summary>The current moment, which everybody asks for, and a few that are looked back to.</summary>
    public const int Capacity = 8;

    private readonly Lock _lock = new();
    private readonly LinkedList<(AsOf Key, Lazy<T> Made)> _held = new();

    /// <summary>What was worked out of a moment; whoever asks meanwhile waits for it, others do not.</summary>
    /// <param name="key">The moment that stands for all with the same outcome.</param>
    /// <param name="make">Works it out.</param>
    public T At(AsOf key, Func<AsOf, T> make) => Held(key, make).Value;

    private Lazy<T> Held(AsOf key, Func<AsOf, T> make)
    {
        lock (_lock)
        {
            for (var node = _held.First; node is not null; node = node.Next)
            {
                if (node.Value.Key != key) continue;
                _held.Remove(node);
                _held.AddFirst(node);
                return node.Value.Made;
            }

            if (_held.Count == Capacity) _held.RemoveLast();
            var made = new Lazy<T>(() => make(key));
            _held.AddFirst((key, made));
            return made;
        }
    }
}
