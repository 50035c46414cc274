using System.Collections.Concurrent;

namespace Xinzhou.Dashboard.Web.Account.Limits;

/// <summary>
/// Bounds how often somebody may try: a number of attempts at once, and one more after each pause. Each instance counts for
/// itself.
/// </summary>
/// <param name="burst">How many attempts in a row; at least 1.</param>
/// <param name="pause">After what time there is one more.</param>
/// <param name="time">The clock.</param>
public sealed class AttemptLimit(int burst, TimeSpan pause, TimeProvider time)
{
    private const int GreatestHeld = 10_000;

    // Who comes when too many are held already shares his attempts with all who come then.
    private const string Others = "";

    // When all that was taken will have come back.
    private readonly ConcurrentDictionary<string, DateTimeOffset> _full = new(StringComparer.Ordinal);

    /// <summary>Takes one attempt.</summary>
    /// <param name="who">Whose.</param>
    /// <returns>After what time there is one; null if it was taken.</returns>
    public TimeSpan? Take(string who)
    {
        var now = time.GetUtcNow();
        var key = KeyOf(who, now);
        while (true)
        {
            var isHeld = _full.TryGetValue(key, out var held);
            var full = (held > now ? held : now) + pause;
            var wait = full - now - (burst * pause);
            if (wait > TimeSpan.Zero) return wait;
            if (isHeld ? _full.TryUpdate(key, full, held) : _full.TryAdd(key, full)) return null;
        }
    }

    /// <summary>Gives back an attempt that went well.</summary>
    public void GiveBack(string who)
    {
        var key = _full.ContainsKey(who) ? who : Others;
        while (_full.TryGetValue(key, out var held) && !_full.TryUpdate(key, held - pause, held))
        {
            // Somebody else has taken or given meanwhile.
        }
    }

    private string KeyOf(string who, DateTimeOffset now)
    {
        if (_full.Count < GreatestHeld || _full.ContainsKey(who)) return who;
        foreach (var rested in _full.Where(f => f.Value <= now)) _full.TryRemove(rested);
        return _full.Count < GreatestHeld ? who : Others;
    }
}
