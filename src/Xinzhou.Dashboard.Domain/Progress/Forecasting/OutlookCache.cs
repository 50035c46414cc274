using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>
/// The outlooks that were asked for, each computed once for a book of figures and for all moments between which nothing changed.
/// A book that nobody holds any more takes its outlooks along.
/// </summary>
public sealed class OutlookCache
{
    /// <summary>So many outlooks of a book are held; beyond them it begins anew.</summary>
    public const int Capacity = 512;

    private readonly ConditionalWeakTable<FigureBook, ConcurrentDictionary<(int Series, AsOf Moment, Quarter Quarter), Lazy<SeriesOutlook>>> _byBook = [];

    /// <summary>How a series goes on. Views with figures laid over their book are not for it.</summary>
    /// <param name="view">The figures as they were known at a moment.</param>
    /// <param name="series">The series: levels or shares.</param>
    public SeriesOutlook Of(BookView view, Series series)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(series);
        var held = _byBook.GetOrCreateValue(view.Book);
        // The day counts only for whether the latest value is too old, which quarters tell well enough.
        var key = (series.Id, view.Book.Settled(view.AsOf), Quarter.Of(Shanghai.DayOf(view.AsOf.Moment)));
        if (held.Count >= Capacity && !held.ContainsKey(key)) held.Clear();
        return held.GetOrAdd(key, _ => new(() => SeriesOutlook.Of(view, series))).Value;
    }
}
