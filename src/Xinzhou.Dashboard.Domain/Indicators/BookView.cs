using System.Collections.Immutable;

namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>
/// The figures as they were shown at a moment. Cheap to make; answers are found, not copied. Figures that are not in the
/// book yet can be laid over it: they are then looked up first.
/// </summary>
public sealed class BookView
{
    private readonly Dictionary<int, SeriesHistory>? _over;
    private readonly Action<string, string, Measure, Benchmark?>? _asked;

    internal BookView(FigureBook book, AsOf asOf) => (Book, AsOf) = (book, asOf);

    private BookView(FigureBook book, AsOf asOf, IEnumerable<Figure> over)
        : this(book, asOf) =>
        _over = over.GroupBy(f => f.Series.Id).ToDictionary(
            s => s.Key,
            s => book.Find(s.Key)?.With(s) ?? new SeriesHistory(s.First().Series, s, ImmutableDictionary<long, Withdrawal>.Empty));

    private BookView(BookView view, IEnumerable<SeriesHistory> unpacked)
        : this(view.Book, view.AsOf) =>
        _over = unpacked.ToDictionary(h => h.Series.Id);

    private BookView(BookView view, Action<string, string, Measure, Benchmark?> asked)
        : this(view.Book, view.AsOf) =>
        (_over, _asked) = (view._over, asked);

    /// <summary>The book, without what is laid over it.</summary>
    public FigureBook Book { get; }

    public AsOf AsOf { get; }

    /// <summary>The view with figures laid over the book, in place of any that were.</summary>
    /// <param name="figures">Figures of series of the book or of others, whose numbers the book does not have.</param>
    public BookView Over(IEnumerable<Figure> figures) => new(Book, AsOf, figures);

    /// <summary>The view of the book with series of it that are unpacked already.</summary>
    internal BookView Holding(IEnumerable<SeriesHistory> unpacked) => new(this, unpacked);

    /// <summary>The same view, which tells of every series that it is asked for by its subject, be it there or not.</summary>
    internal BookView Telling(Action<string, string, Measure, Benchmark?> asked) => new(this, asked);

    /// <summary>The series of a number; null if there is none.</summary>
    public SeriesHistory? Find(int seriesId) => _over?.GetValueOrDefault(seriesId) ?? Book.Find(seriesId);

    /// <summary>The series of an indicator, unit, measure and benchmark; null if there is none.</summary>
    public SeriesHistory? Find(string indicator, string unit, Measure measure, Benchmark? benchmark = null)
    {
        _asked?.Invoke(indicator, unit, measure, benchmark);
        return Book.Find(indicator, unit, measure, benchmark) is { } held
            ? _over?.GetValueOrDefault(held.Series.Id) ?? held
            : _over?.Values.FirstOrDefault(h => h.Beneath is null && h.Series.IsOf(indicator, unit, measure, benchmark));
    }

    /// <summary>The shown figures of a series, by scope and period end, one per scope, period, kind and price basis.</summary>
    public IEnumerable<Figure> Shown(SeriesHistory? history) => history is null ? [] : history.StateAt(AsOf)?.Shown ?? Search(history);

    /// <summary>How many figures of a series are shown.</summary>
    public int CountShown(SeriesHistory? history) => history is null ? 0 : history.StateAt(AsOf)?.Shown.Length ?? Search(history).Count();

    /// <summary>The shown figures of an indicator, unit and measure.</summary>
    public IEnumerable<Figure> Shown(string indicator, string unit, Measure measure, Benchmark? benchmark = null) =>
        Shown(Find(indicator, unit, measure, benchmark));

    /// <summary>The shown figure of a period; of several price bases that of the series leads; null when none was known.</summary>
    public Figure? Shown(
        string indicator,
        string unit,
        Measure measure,
        Period period,
        string scope = "",
        ValueKind kind = ValueKind.Actual,
        Benchmark? benchmark = null) =>
        Find(indicator, unit, measure, benchmark)?.Shown(period, scope, kind, AsOf);

    /// <summary>
    /// The shown actual figure of another series that can be reckoned with beside a figure: of its period and scope, and in
    /// the prices that lead there, or beside a figure at other prices in those. Null when none was known.
    /// </summary>
    public Figure? Beside(Figure figure, string indicator, string unit, Measure measure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return Find(indicator, unit, measure) is { } history
            ? history.Find(figure.Period, figure.Scope, ValueKind.Actual, figure.IsInLeadingPrices ? history.Series.PriceBasis : figure.PriceBasis)?.Shown(AsOf)
            : null;
    }

    /// <summary>
    /// The shown figure that ends last (of equals, the longer period), of one kind and scope;
    /// null when the series has none. Periods that are not stated never are the latest.
    /// </summary>
    public Figure? Latest(
        string indicator,
        string unit,
        Measure measure,
        Benchmark? benchmark = null,
        ValueKind kind = ValueKind.Actual,
        string scope = "") =>
        Shown(indicator, unit, measure, benchmark)
            .Where(f => f.Kind == kind && f.Scope == scope && f.Period.End is not null)
            .MaxBy(f => (f.Period.End, -f.Period.Start!.Value.DayNumber, f.IsInLeadingPrices));

    /// <summary>The shown targets of all series, in the order of the API; those of series that the book does not have come last.</summary>
    public IEnumerable<Figure> Targets()
    {
        var histories = _over is null
            ? Book.WithTargets
            : Book.Histories.Where(h => h.HasTargets || _over.ContainsKey(h.Series.Id)).Select(h => _over.GetValueOrDefault(h.Series.Id) ?? h).Concat(_over.Values.Where(h => h.Beneath is null));
        return histories.SelectMany(h => h.Targets).Select(g => g.Shown(AsOf)).OfType<Figure>();
    }

    /// <summary>All figures of a series known at the moment, each with whether it is shown and until when it was.</summary>
    public IEnumerable<Vintage> Known(SeriesHistory? history) =>
        history?.Groups.SelectMany(g => g.Known(AsOf)) ?? [];

    /// <summary>How many figures of a series are known at the moment, of all vintages.</summary>
    public int CountKnown(SeriesHistory? history) => history?.StateAt(AsOf)?.Known ?? KnownFigures(history).Count();

    /// <summary>All figures of a series known at the moment, of all vintages.</summary>
    public IEnumerable<Figure> KnownFigures(SeriesHistory? history) =>
        history?.Groups.SelectMany(g => g.KnownFigures(AsOf)) ?? [];

    /// <summary>All figures known at the moment, of all series and vintages. Those of packed series are unpacked for the asker alone: none is held for others.</summary>
    public IEnumerable<Figure> KnownFigures() => Book.Histories.SelectMany(h => KnownFigures(h.Alone));

    private IEnumerable<Figure> Search(SeriesHistory history)
    {
        foreach (var group in history.Groups)
        {
            if (group.Shown(AsOf) is { } figure) yield return figure;
        }
    }
}
