using Microsoft.Extensions.Caching.Memory;
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
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(10);

    private readonly MemoryCache _counts = new(new MemoryCacheOptions { SizeLimit = 10_000 });
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
        if (_counts.Get<Entry>(user) is { } known && now < known.Until)
        {
            return known.Count;
        }

        try
        {
            var count = await _box.UnreadAsync(user, cancellation);
            _counts.Set(user, new Entry(count, now + Held), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Held });
            return count;
        }
        catch (Exception failure) when (failure.IsDatabaseError())
        {
            // Reading pages go on without the database, and without the count.
            return null;
        }
    }

    public void Dispose()
    {
        _follower.MessagesChanged -= _counts.Clear;
        _counts.Dispose();
    }

    private sealed record Entry(int Count, DateTimeOffset Until);
}
