using System.Collections.Frozen;

namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>
/// All figures of all vintages: immutable. What was shown at a moment is asked of <see cref="At"/>;
/// now is only another moment.
/// </summary>
public sealed class FigureBook
{
    private readonly FrozenDictionary<int, SeriesHistory> _byId;
    private readonly FrozenDictionary<(string Indicator, string Unit), SeriesHistory[]> _bySubject;
    private readonly IReadOnlyDictionary<long, Withdrawal> _withdrawals;
    private readonly Lazy<DateTimeOffset[]> _changes;

    private FigureBook(IEnumerable<SeriesHistory> histories, IReadOnlyDictionary<long, Withdrawal> withdrawals)
    {
        _withdrawals = withdrawals;
        Histories = [.. histories.OrderBy(h => h.Series, SeriesOrder.Instance)];
        _byId = Histories.ToFrozenDictionary(h => h.Series.Id);
        _bySubject = Histories.GroupBy(h => (h.Series.Indicator.Code, h.Series.Unit.Code))
            .ToFrozenDictionary(g => g.Key, g => g.ToArray());
        _changes = new(() =>
        [
            .. Histories.SelectMany(h => h.Groups).SelectMany(g => g.Figures)
                .SelectMany(f => new[] { f.KnownFrom, f.RecordedAt })
                .Concat(_withdrawals.Values.SelectMany(w => new[] { w.KnownFrom, w.RecordedAt }))
                .Distinct().Order(),
        ]);
    }

    public static FigureBook Empty { get; } = new([], new Dictionary<long, Withdrawal>());

    /// <summary>All series in the order of the API: indicator code, unit, measure, benchmark.</summary>
    public IReadOnlyList<SeriesHistory> Histories { get; }

    /// <summary>The number of figures, of all vintages.</summary>
    public int Count => Histories.Sum(h => h.Groups.Sum(g => g.Figures.Count));

    /// <summary>A book of the given figures.</summary>
    public static FigureBook Of(IEnumerable<Figure> figures, IEnumerable<Withdrawal> withdrawals)
    {
        var byFigure = Index(withdrawals);
        return new(figures.GroupBy(f => f.Series.Id).Select(g => new SeriesHistory(g.First().Series, g, byFigure)), byFigure);
    }

    /// <summary>
    /// The book with more figures and withdrawals; the series they do not touch are shared with this one.
    /// </summary>
    public FigureBook With(IReadOnlyCollection<Figure> figures, IReadOnlyCollection<Withdrawal> withdrawals)
    {
        var byFigure = Index(_withdrawals.Values.Concat(withdrawals));
        var added = figures.ToLookup(f => f.Series.Id);
        var withdrawn = withdrawals.Select(w => w.FigureId).ToHashSet();
        var histories = Histories.Select(h =>
            added.Contains(h.Series.Id) || (withdrawn.Count > 0 && h.Groups.Any(g => g.Figures.Any(f => withdrawn.Contains(f.Id))))
                ? new SeriesHistory(h.Series, h.Groups.SelectMany(g => g.Figures).Concat(added[h.Series.Id]), byFigure)
                : h);
        var created = added.Where(g => !_byId.ContainsKey(g.Key)).Select(g => new SeriesHistory(g.First().Series, g, byFigure));
        return new(histories.Concat(created), byFigure);
    }

    public SeriesHistory? Find(int seriesId) => _byId.GetValueOrDefault(seriesId);

    /// <summary>The series of an indicator for a unit; empty when there is none.</summary>
    public IReadOnlyList<SeriesHistory> Of(string indicator, string unit) =>
        _bySubject.GetValueOrDefault((indicator, unit)) ?? [];

    /// <summary>The series of an indicator, unit, measure and benchmark; null when there is none.</summary>
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

    /// <summary>The book as it stood at a moment.</summary>
    public BookView At(AsOf asOf) => new(this, asOf);

    /// <summary>
    /// The latest moment not after <paramref name="now"/> at which anything changed: the newest recorded-at or known-from;
    /// null for an empty book.
    /// </summary>
    public DateTimeOffset? LastChange(DateTimeOffset now)
    {
        var changes = _changes.Value;
        var index = Array.BinarySearch(changes, now);
        index = index >= 0 ? index : ~index - 1;
        return index >= 0 ? changes[index] : null;
    }

    private static Dictionary<long, Withdrawal> Index(IEnumerable<Withdrawal> withdrawals) =>
        withdrawals.GroupBy(w => w.FigureId).ToDictionary(g => g.Key, g => g.MinBy(w => w.KnownFrom)!);

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
