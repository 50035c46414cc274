using Microsoft.Extensions.Caching.Memory;
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
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    // A server that has stopped gives no answer at all.
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(2);

    private readonly MemoryCache _counts = new(new MemoryCacheOptions { SizeLimit = 10_000 });
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
        var known = _counts.Get<Entry>(user);
        if (known is not null && known.Changes == changes && now < known.Until)
        {
            return known.Count;
        }

        try
        {
            var count = await _box.UnreadAsync(user, cancellation).WithinAsync(AnswerLimit, cancellation);
            Keep(count);
            return count;
        }
        catch (Exception failure) when (failure.IsDatabaseError())
        {
            // Reading pages go on without the database, and with the count of before; not each of them waits for what does not come.
            Keep(known?.Count);
            return known?.Count;
        }

        void Keep(int? count) =>
            _counts.Set(user, new Entry(count, now + Held, changes), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Kept });
    }

    public void Dispose()
    {
        _follower.MessagesChanged -= OnChanged;
        _counts.Dispose();
    }

    private void OnChanged() => Interlocked.Increment(ref _changes);

    /// <param name="Count">How many; null where nobody could say.</param>
    /// <param name="Until">From then on it is asked for anew.</param>
    /// <param name="Changes">How many announcements had been heard before it was read.</param>
    private sealed record Entry(int? Count, DateTimeOffset Until, int Changes);
}
