using System.Collections.Immutable;

namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>
/// All figures of all vintages: immutable. What was shown at a moment is asked of <see cref="At"/>;
/// now is only another moment.
/// </summary>
public sealed class FigureBook
{
    private readonly SeriesHistory[] _histories;
    private readonly Dictionary<int, SeriesHistory> _byId;
    private readonly Dictionary<(string Indicator, string Unit), SeriesHistory[]> _bySubject;
    private readonly ImmutableDictionary<long, Withdrawal> _withdrawals;
    private readonly ImmutableSortedSet<DateTimeOffset> _changes;
    private readonly FigureIndex _index;
    private readonly Lazy<Dictionary<int, SeriesHistory[]>> _bySource;
    private readonly Lazy<SeriesHistory[]> _withTargets;

    private FigureBook(
        SeriesHistory[] histories,
        Dictionary<int, SeriesHistory> byId,
        Dictionary<(string, string), SeriesHistory[]> bySubject,
        ImmutableDictionary<long, Withdrawal> withdrawals,
        ImmutableSortedSet<DateTimeOffset> changes,
        FigureIndex index,
        int count)
    {
        (_histories, _byId, _bySubject, _withdrawals, _changes, _index, Count) = (histories, byId, bySubject, withdrawals, changes, index, count);
        _bySource = new(() => _histories
            .SelectMany(h => h.Groups.SelectMany(g => g.Figures).Select(f => f.Source.Id).Distinct().Select(s => (Source: s, History: h)))
            .GroupBy(c => c.Source, c => c.History)
            .ToDictionary(c => c.Key, c => c.ToArray()));
        _withTargets = new(() => [.. _histories.Where(h => h.Targets.Length > 0)]);
    }

    public static FigureBook Empty { get; } = new(
        [], [], [], ImmutableDictionary<long, Withdrawal>.Empty, ImmutableSortedSet<DateTimeOffset>.Empty, FigureIndex.Empty, 0);

    /// <summary>All series in the order of the API: indicator code, unit, measure, benchmark.</summary>
    public IReadOnlyList<SeriesHistory> Histories => _histories;

    /// <summary>The number of figures, of all vintages.</summary>
    public int Count { get; }

    /// <summary>A book of the given figures.</summary>
    public static FigureBook Of(IEnumerable<Figure> figures, IEnumerable<Withdrawal> withdrawals) =>
        Empty.With([.. figures], [.. withdrawals]);

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

        var byId = new Dictionary<int, SeriesHistory>(_byId);
        var bySubject = new Dictionary<(string, string), SeriesHistory[]>(_bySubject);
        var created = new List<SeriesHistory>();
        var histories = (SeriesHistory[])_histories.Clone();
        foreach (var (id, more) in added)
        {
            var held = _byId.GetValueOrDefault(id);
            var history = held is null
                ? new SeriesHistory(more[0].Series, more, allWithdrawals)
                : new SeriesHistory(held.Series, held.Groups.SelectMany(g => g.Figures).Concat(more), allWithdrawals);
            byId[id] = history;
            var subject = (history.Series.Indicator.Code, history.Series.Unit.Code);
            bySubject[subject] = [.. bySubject.GetValueOrDefault(subject, []).Where(h => h.Series.Id != id), history];
            if (held is null)
            {
                created.Add(history);
            }
            else
            {
                histories[Array.BinarySearch(_histories, held, HistoryOrder.Instance)] = history;
            }
        }

        if (created.Count > 0)
        {
            histories = [.. histories, .. created];
            Array.Sort(histories, HistoryOrder.Instance);
        }

        return new(
            histories,
            byId,
            bySubject,
            allWithdrawals,
            _changes.Union(figures.SelectMany(f => new[] { f.KnownFrom, f.RecordedAt }).Distinct())
                .Union(withdrawals.SelectMany(w => new[] { w.KnownFrom, w.RecordedAt })),
            _index.With(figures),
            Count + figures.Count);
    }

    public SeriesHistory? Find(int seriesId) => _byId.GetValueOrDefault(seriesId);

    /// <summary>The series of an indicator for a unit; empty when there is none.</summary>
    public IReadOnlyList<SeriesHistory> Of(string indicator, string unit) =>
        _bySubject.GetValueOrDefault((indicator, unit)) ?? [];

    /// <summary>The series of an indicator, unit, measure and benchmark; null if there is none.</summary>
    public SeriesHistory? Find(string indicator, string unit, Measure measure, Benchmark? benchmark = null)
    {
        foreach (var history in Of(indicator, unit))
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

        var groups = _byId[series].Groups;
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
    /// The series that have a figure of a document, of whatever moment; empty for a document that none cites. Worked out
    /// for all documents when it is first asked for.
    /// </summary>
    /// <param name="sourceId">The number of the document.</param>
    public IReadOnlyList<SeriesHistory> Citing(int sourceId) => _bySource.Value.GetValueOrDefault(sourceId) ?? [];

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
        RecordedBy = asOf.RecordedBy is { } recordedBy ? LastChange(recordedBy) ?? DateTimeOffset.MinValue : null,
    };

    private IEnumerable<int> SeriesOf(IReadOnlyCollection<Withdrawal> withdrawals) =>
        withdrawals.Select(w => _index.SeriesOf(w.FigureId)).OfType<int>().Distinct();

    private sealed class HistoryOrder : IComparer<SeriesHistory>
    {
        public static readonly HistoryOrder Instance = new();

        public int Compare(SeriesHistory? x, SeriesHistory? y) => SeriesOrder.Instance.Compare(x!.Series, y!.Series);
    }

    private sealed class SeriesOrder : IComparer<Series>
    {
        public static readonly SeriesOrder Instance = new();

        public int Compare(Series? x, Series? y)
        {
            var order = string.CompareOrdinal(x!.Indicator.Code, y!.Indicator.Code);
            order = order != 0 ? order : string.CompareOrdinal(x.Unit.Code, y.Unit.Code);
            order = order != 0 ? order : string.CompareOrdinal(Code.Of(x.Measure), Code.Of(y.Measure));
            return order != 0 ? order : string.CompareOrdinal(Text(x.Benchmark), Text(y.Benchmark));
        }

        private static string Text(Benchmark? benchmark) => benchmark is { } b ? Code.Of(b) : "";
    }
}
