using System.Collections.Concurrent;
using Xinzhou.Dashboard.Data.Messages;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Data.Snapshot;

namespace Xinzhou.Dashboard.Web.Messages;

/// <summary>
/// How many messages a person has not read. Held for some seconds, so that his pages cost no query each, and dropped at
/// once when somebody gets or reads one.
/// </summary>
public sealed class MessageCounts : IDisposable
{
    private const int GreatestHeld = 10_000;
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<Guid, (int Count, DateTimeOffset ReadAt)> _counts = [];
    private readonly MessageBox _box;
    private readonly SnapshotFollower _follower;
    private readonly TimeProvider _time;

    public MessageCounts(MessageBox box, SnapshotFollower follower, TimeProvider time)
    {
        (_box, _follower, _time) = (box, follower, time);
        _follower.MessagesChanged += _counts.Clear;
    }

    /// <summary>How many, 100 for more; null when PostgreSQL does not say.</summary>
    public async ValueTask<int?> UnreadAsync(Guid user, CancellationToken cancellation = default)
    {
        var now = _time.GetUtcNow();
        if (_counts.TryGetValue(user, out var known) && now - known.ReadAt < Held)
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

            _counts[user] = (count, now);
            return count;
        }
        catch (Exception failure) when (failure.IsDatabaseError())
        {
            // Reading pages go on without the database, and without the count.
            return null;
        }
    }

    public void Dispose() => _follower.MessagesChanged -= _counts.Clear;
}
