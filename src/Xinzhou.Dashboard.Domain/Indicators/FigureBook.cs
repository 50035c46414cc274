using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>
/// All figures of all vintages: immutable. What was shown at a moment is asked of <see cref="At"/>;
/// now is only another moment.
/// </summary>
public sealed class FigureBook
{
    /// <summary>From so many series on they are made on all processors: at a start, not for a change.</summary>
    private const int ManySeries = 1000;

    /// <summary>So many figures that were unpacked are kept for who asks again: some 150 MB.</summary>
    private const int UnpackedFigures = 500_000;

    private readonly SeriesIndex _series;
    private readonly ImmutableDictionary<long, Withdrawal> _withdrawals;
    private readonly ImmutableSortedSet<DateTimeOffset> _changes;
    private readonly FigureIndex _index;
    private readonly Lazy<CitationIndex> _citations;
    private readonly ConcurrentDictionary<int, IReadOnlyList<SeriesHistory>> _citing = new();
    private readonly Lazy<IReadOnlyList<SeriesHistory>> _withTargets;

    // What came before is told from others without being held on to.
    private readonly object _state = new();
    private readonly object? _stateBefore;
    private readonly int[] _touched = [];

    private FigureBook(
        SeriesIndex series, ImmutableDictionary<long, Withdrawal> withdrawals, ImmutableSortedSet<DateTimeOffset> changes, FigureIndex index, int count)
    {
        (_series, _withdrawals, _changes, _index, Count) = (series, withdrawals, changes, index, count);
        _citations = new(() => CitationIndex.Of(_series.All));
        _withTargets = new(() => [.. _series.All.Where(h => h.HasTargets)]);
    }

    /// <summary>The book after another: what was looked for there is carried on.</summary>
    private FigureBook(
        FigureBook before,
        SeriesHistory[] touched,
        IReadOnlyCollection<Figure> figures,
        ImmutableDictionary<long, Withdrawal> withdrawals,
        ImmutableSortedSet<DateTimeOffset> changes)
        : this(before._series.With(touched), withdrawals, changes, before._index.With(figures), before.Count + figures.Count)
    {
        (_stateBefore, _touched) = (before._state, [.. touched.Select(h => h.Series.Id)]);
        if (before._citations.IsValueCreated) _citations = new(before._citations.Value.With(figures));
        if (!before._withTargets.IsValueCreated) return;
        var held = before._withTargets.Value;
        _withTargets = touched.All(h => !h.HasTargets && !held.Any(t => t.Series.Id == h.Series.Id)) ? before._withTargets
            : new([.. held.ExceptBy(_touched, h => h.Series.Id).Concat(touched.Where(h => h.HasTargets)).Order(SeriesOrder.Instance)]);
    }

    public static FigureBook Empty { get; } = new(
        SeriesIndex.Empty, ImmutableDictionary<long, Withdrawal>.Empty, ImmutableSortedSet<DateTimeOffset>.Empty, FigureIndex.Empty, 0);

    /// <summary>All series in the order of the API: indicator code, unit, measure, benchmark.</summary>
    public IReadOnlyList<SeriesHistory> Histories => _series.All;

    /// <summary>The number of figures, of all vintages.</summary>
    public int Count { get; }

    /// <summary>A book of the given figures.</summary>
    public static FigureBook Of(IEnumerable<Figure> figures, IEnumerable<Withdrawal> withdrawals) =>
        Empty.With([.. figures], [.. withdrawals]);

    /// <summary>A book of packed figures. They stay packed; a series is unpacked when it is asked for.</summary>
    /// <param name="packed">The figures.</param>
    /// <param name="withdrawals">All withdrawals.</param>
    /// <param name="unpackedFigures">So many of those that were unpacked last are held for who asks again.</param>
    public static FigureBook Of(PackedFigures packed, IReadOnlyCollection<Withdrawal> withdrawals, int unpackedFigures = UnpackedFigures)
    {
        ArgumentNullException.ThrowIfNull(packed);
        ArgumentNullException.ThrowIfNull(withdrawals);
        var byFigure = Empty._withdrawals.SetItems(withdrawals.Select(w => KeyValuePair.Create(w.FigureId, w)));
        var unpacked = new UnpackedSeries(unpackedFigures);
        return new(
            // Of an indicator and a unit, those of the earlier figures come first, as when they were added one after the other.
            SeriesIndex.Empty.With([.. packed.Series.OrderBy(s => s.FirstId).Select(s => new SeriesHistory(s, byFigure, unpacked))]),
            byFigure,
            [.. packed.Tables.Moments.All.Select(t => new DateTimeOffset(t, TimeSpan.Zero)), .. withdrawals.SelectMany(w => new[] { w.KnownFrom, w.RecordedAt })],
            FigureIndex.Of(packed.Series),
            packed.Count);
    }

    /// <summary>
    /// The book with more figures and withdrawals. The series they do not touch are shared with this one, so that the work
    /// grows with what is added, not with what is held.
    /// </summary>
    public FigureBook With(IReadOnlyCollection<Figure> figures, IReadOnlyCollection<Withdrawal> withdrawals)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(withdrawals);
        var allWithdrawals = _withdrawals.SetItems(withdrawals.Select(w => KeyValuePair.Create(w.FigureId, w)));
        var added = figures.GroupBy(f => f.Series.Id).ToDictionary(g => g.Key, g => g.ToArray());
        foreach (var series in SeriesOf(withdrawals))
        {
            added.TryAdd(series, []);
        }

        return new(
            this,
            added.Count < ManySeries ? [.. added.Select(Made)] : [.. added.AsParallel().AsOrdered().Select(Made)],
            figures,
            allWithdrawals,
            _changes.Union(figures.SelectMany(f => new[] { f.KnownFrom, f.RecordedAt }).Distinct())
                .Union(withdrawals.SelectMany(w => new[] { w.KnownFrom, w.RecordedAt })));

        SeriesHistory Made(KeyValuePair<int, Figure[]> more) => Find(more.Key) is { } held
            ? held.Grown(more.Value, allWithdrawals)
            : new(more.Value[0].Series, more.Value, allWithdrawals);
    }

    /// <summary>The numbers of the series that were touched when this book was made of another by <see cref="With"/>; null when it was not.</summary>
    public IReadOnlyCollection<int>? TouchedSince(FigureBook before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return ReferenceEquals(_stateBefore, before._state) ? _touched : null;
    }

    public SeriesHistory? Find(int seriesId) => _series.Find(seriesId);

    /// <summary>The series of an indicator for a unit; empty when there is none.</summary>
    public IReadOnlyList<SeriesHistory> Of(string indicator, string unit) => _series.Of(indicator, unit);

    /// <summary>The series of an indicator for all units, in the order of the API.</summary>
    public IEnumerable<SeriesHistory> Of(string indicator) => From(indicator, "").TakeWhile(h => h.Series.Indicator.Code == indicator);

    /// <summary>The series from those of an indicator for a unit on, in the order of the API; be there such or not.</summary>
    public IEnumerable<SeriesHistory> From(string indicator, string unit) => _series.All.From(indicator, unit);

    /// <summary>The series of an indicator, unit, measure and benchmark; null if there is none.</summary>
    public SeriesHistory? Find(string indicator, string unit, Measure measure, Benchmark? benchmark = null)
    {
        foreach (var history in _series.Of(indicator, unit))
        {
            if (history.Series.Measure == measure && history.Series.Benchmark == benchmark)
            {
                return history;
            }
        }

        return null;
    }

    /// <summary>
    /// The statement that a figure belongs to; null when the book has no figure of this number. Looks through its series
    /// only, and through nothing for a number that is not there.
    /// </summary>
    /// <param name="figureId">The number of the figure.</param>
    public FigureGroup? GroupOf(long figureId)
    {
        if (_index.SeriesOf(figureId) is not { } series)
        {
            return null;
        }

        var groups = Find(series)!.Groups;
        for (var i = 0; i < groups.Count; i++)
        {
            if (groups[i].Find(figureId) is not null)
            {
                return groups[i];
            }
        }

        return null;
    }

    /// <summary>
    /// The series that have a figure of a document, of whatever moment, in the order of the API; empty for a document that none
    /// cites. Worked out for all documents when it is first asked for, and carried on.
    /// </summary>
    /// <param name="sourceId">The number of the document.</param>
    public IReadOnlyList<SeriesHistory> Citing(int sourceId) =>
        _citing.GetOrAdd(sourceId, id => [.. _citations.Value.Of(id).Select(s => Find(s)!).Order(SeriesOrder.Instance)]);

    /// <summary>The series that have a target, of whatever moment, in the order of the API.</summary>
    internal IReadOnlyList<SeriesHistory> WithTargets => _withTargets.Value;

    /// <summary>The book as it stood at a moment.</summary>
    public BookView At(AsOf asOf) => new(this, asOf);

    /// <summary>
    /// The latest moment not after <paramref name="now"/> at which anything changed: the newest recorded-at or known-from;
    /// null for an empty book.
    /// </summary>
    public DateTimeOffset? LastChange(DateTimeOffset now)
    {
        var index = _changes.IndexOf(now);
        index = index >= 0 ? index : ~index - 1;
        return index >= 0 ? _changes[index] : null;
    }

    /// <summary>
    /// The moment itself, or an earlier one at which all the same was known: the same for all moments between two changes,
    /// so that what is worked out of one holds for the others.
    /// </summary>
    public AsOf Settled(AsOf asOf) => asOf with
    {
        Moment = LastChange(asOf.Moment) ?? DateTimeOffset.MinValue,
        // What was recorded by a moment after all is all.
        RecordedBy = asOf.RecordedBy is { } recordedBy && LastChange(recordedBy) is var last && last != Last ? last ?? DateTimeOffset.MinValue : null,
    };

    /// <summary>The last change there is, be it to come; null for an empty book.</summary>
    internal DateTimeOffset? Last => _changes.IsEmpty ? null : _changes.Max;

    private IEnumerable<int> SeriesOf(IReadOnlyCollection<Withdrawal> withdrawals) =>
        withdrawals.Select(w => _index.SeriesOf(w.FigureId)).OfType<int>().Distinct();
}
