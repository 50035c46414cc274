using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Security.Claims;
using Xinzhou.Dashboard.Data.Snapshot;

namespace Xinzhou.Dashboard.Web.Shell.Live;

/// <summary>
/// The pages that are open and follow what is committed (decision 0026). Each holds one WebSocket, on which it hears that there is
/// something new, never what: it then asks for its own address, as its reader may. One word is made for all of them, one timer serves
/// all of them, and how many there are is bounded.
/// </summary>
/// <param name="store">What is shown.</param>
/// <param name="time">The clock.</param>
public sealed class LiveViewers(SnapshotStore store, TimeProvider time)
{
    /// <summary>How many pages are followed at once; the others are read as ever and ask now and then.</summary>
    public const int Most = 20_000;

    /// <summary>How many of one person. Of those who are not known half of all from one address, behind which a whole city may sit.</summary>
    public const int MostOfOne = 200;

    // A page whose connection takes none of these few bytes for so long is gone, or wants to hold them up.
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentDictionary<LiveViewer, byte> _viewers = new();
    private readonly ConcurrentDictionary<string, int> _places = new(StringComparer.Ordinal);
    private int _taken;

    /// <summary>How many pages are followed.</summary>
    public int Count => _viewers.Count;

    /// <summary>Ends the stream of everybody whose session does not hold any more.</summary>
    /// <param name="holds">Says whether it does; asked for those who have signed in.</param>
    public async Task EndAsync(Func<ClaimsPrincipal, ValueTask<bool>> holds)
    {
        ArgumentNullException.ThrowIfNull(holds);
        foreach (var viewer in _viewers.Keys)
        {
            if (CurrentUser.Of(viewer.Reader) is { } person && !await holds(viewer.Reader)) viewer.Tell(LiveWords.End(person), isLast: true);
        }
    }

    /// <summary>Those who have signed in and have a page open.</summary>
    public IEnumerable<ClaimsPrincipal> Known() => _viewers.Keys.Select(v => v.Reader).Where(r => CurrentUser.Of(r) is not null);

    /// <summary>Tells all that something was committed.</summary>
    internal void TellNews()
    {
        var word = LiveWords.New(Stamp());
        foreach (var viewer in _viewers.Keys) viewer.Tell(word);
    }

    /// <summary>Tells all that the stream is there, and lets go of those who have not taken the word before.</summary>
    internal void TellStill()
    {
        foreach (var viewer in _viewers.Keys)
        {
            viewer.LeaveIfSlow(Slow);
            viewer.Tell(LiveWords.Still);
        }
    }

    /// <summary>Closes all streams, because the application stops; those whose page does not answer break off after a moment.</summary>
    internal async Task CloseAsync()
    {
        foreach (var viewer in _viewers.Keys) viewer.Tell(LiveWords.Still, isLast: true);
        for (var waited = TimeSpan.Zero; waited < Farewell && !_viewers.IsEmpty; waited += Moment) await Task.Delay(Moment);
        foreach (var viewer in _viewers.Keys) viewer.Abort();
    }

    /// <summary>How things stand for a reader.</summary>
    internal string Now(ClaimsPrincipal reader) => LiveWords.Now(Stamp(), CurrentUser.Of(reader));

    /// <summary>Takes a place; null when there is none left for this reader.</summary>
    internal Place? Take(HttpContext context)
    {
        var (who, most) = CurrentUser.Of(context.User) is { } person ? (person.Id.ToString(), MostOfOne) : (ClientAddress.Of(context), Most / 2);
        var isFull = Interlocked.Increment(ref _taken) > Most;
        if (_places.AddOrUpdate(who, 1, static (_, taken) => taken + 1) > most || isFull)
        {
            Leave(who);
            return null;
        }

        return new Place(() => Leave(who));
    }

    /// <summary>Follows for a page until it goes, or the application stops.</summary>
    internal async Task FollowAsync(WebSocket socket, ClaimsPrincipal reader, CancellationToken cancellation)
    {
        var viewer = new LiveViewer(socket, reader, time);
        // First known, then greeted: what is committed in between is told.
        _viewers[viewer] = 0;
        try
        {
            var greeted = viewer.GreetAsync(Now(reader));
            await viewer.UntilGoneAsync(cancellation);
            await greeted;
        }
        finally
        {
            _viewers.TryRemove(viewer, out _);
        }
    }

    private string Stamp() => LiveWords.StampOf(store.Current, time.GetUtcNow());

    private void Leave(string who)
    {
        Interlocked.Decrement(ref _taken);
        if (_places.AddOrUpdate(who, 0, static (_, taken) => taken - 1) <= 0) _places.TryRemove(KeyValuePair.Create(who, 0));
    }

    /// <summary>A place that is taken, until it is left.</summary>
    internal sealed class Place(Action leave) : IDisposable
    {
        /// <inheritdoc/>
        public void Dispose() => leave();
    }
}
