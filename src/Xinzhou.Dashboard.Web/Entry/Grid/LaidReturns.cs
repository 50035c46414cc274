using Microsoft.Extensions.Caching.Memory;

namespace Xinzhou.Dashboard.Web.Entry.Grid;

/// <summary>
/// How each return was laid out last: against it a save says what looks different, without judging a second time what was
/// judged for the page already. What is not held any more is answered whole.
/// </summary>
public sealed class LaidReturns : IDisposable
{
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(20);

    private readonly MemoryCache _views = new(new MemoryCacheOptions { SizeLimit = 100 });

    /// <summary>How a return was laid out when its cells had the stamp that a page knows; null if that is not known here.</summary>
    public EntryView? Find(int id, int stamp) => _views.Get<EntryView>(id) is { } view && view.Stamp == stamp ? view : null;

    public void Keep(EntryView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        _views.Set(view.Return.Id, view, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Held });
    }

    /// <inheritdoc/>
    public void Dispose() => _views.Dispose();
}
