using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>
/// The outlooks and their histories that were asked for, each computed once for a book of figures and for all moments between which
/// nothing changed. A book that nobody holds any more takes them along.
/// </summary>
public sealed class OutlookCache
{
    /// <summary>So many of each of a book are held; beyond them it begins anew.</summary>
    public const int Capacity = 512;

    private readonly ConditionalWeakTable<FigureBook, Held> _byBook = [];

    /// <summary>How a series goes on. Views with figures laid over their book are not for it.</summary>
    /// <param name="view">The figures as they were known at a moment.</param>
    /// <param name="series">The series: levels or shares.</param>
    public SeriesOutlook Of(BookView view, Series series)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(series);
        return Of(HeldOf(view).Outlooks, view, series, () => SeriesOutlook.Of(view, series));
    }

    /// <summary>What was forecast of a series before, and what came of it. Views with figures laid over their book are not for it.</summary>
    /// <param name="view">The figures as they were known at a moment.</param>
    /// <param name="series">The series: levels or shares.</param>
    public ForecastHistory HistoryOf(BookView view, Series series)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(series);
        return Of(HeldOf(view).Histories, view, series, () => ForecastHistory.Of(view, Of(view, series)));
    }

    private Held HeldOf(BookView view) => _byBook.GetValue(view.Book, _ => new());

    private static T Of<T>(ConcurrentDictionary<(int, AsOf, Quarter), Lazy<T>> held, BookView view, Series series, Func<T> make)
    {
        // The day counts only for whether the latest value is too old, and for which quarters are over: quarters tell both well enough.
        var key = (series.Id, view.Book.Settled(view.AsOf), Quarter.Of(Shanghai.DayOf(view.AsOf.Moment)));
        if (held.Count >= Capacity && !held.ContainsKey(key)) held.Clear();
        return held.GetOrAdd(key, _ => new(make)).Value;
    }

    private sealed class Held
    {
        public ConcurrentDictionary<(int, AsOf, Quarter), Lazy<SeriesOutlook>> Outlooks { get; } = new();

        public ConcurrentDictionary<(int, AsOf, Quarter), Lazy<ForecastHistory>> Histories { get; } = new();
    }
}
