using System.Collections.Concurrent;
using Xinzhou.Dashboard.Data.Messages;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Data.Snapshot;

namespace Xinzhou.Dashboard.Web.Messages;

/// <summary>
/// How many messages a person has not read. Held for some seconds, so that his pages cost no query each, and asked for anew
/// at once when somebody gets or reads one. While PostgreSQL does not answer the last count stands.
/// </summary>
public sealed class MessageCounts : IDisposable
{
    private const int GreatestHeld = 10_000;
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<Guid, (int Count, DateTimeOffset ReadAt, int Changes)> _counts = [];
    private readonly MessageBox _box;
    private readonly SnapshotFollower _follower;
    private readonly TimeProvider _time;
    private int _changes;

    public MessageCounts(MessageBox box, SnapshotFollower follower, TimeProvider time)
    {
        (_box, _follower, _time) = (box, follower, time);
        _follower.MessagesChanged += OnChanged;
    }

    /// <summary>How many, 100 for more; null when PostgreSQL does not say, and has not before.</summary>
    public async ValueTask<int?> UnreadAsync(Guid user, CancellationToken cancellation = default)
    {
        var (now, changes) = (_time.GetUtcNow(), Volatile.Read(ref _changes));
        var isKnown = _counts.TryGetValue(user, out var known);
        if (isKnown && known.Changes == changes && now - known.ReadAt < Held)
        {
            return known.Count;
        }

        try
        {
            var count = await _box.UnreadAsync(user, cancellation);
            if (_counts.Count >= GreatestHeld)
            {
                _counts.Clear();
            }

            _counts[user] = (count, now, changes);
            return count;
        }
        catch (Exception failure) when (failure.IsDatabaseError())
        {
            // Reading pages go on without the database, and with the count of before.
            return isKnown ? known.Count : null;
        }
    }

    public void Dispose() => _follower.MessagesChanged -= OnChanged;

    private void OnChanged() => Interlocked.Increment(ref _changes);
}
