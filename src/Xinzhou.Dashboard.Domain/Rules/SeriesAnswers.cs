using System.Collections.Immutable;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>
/// What is found in each series at a moment, and which other series were looked at for it: that of the next moment is made by finding
/// anew in the series that changed, and in those for which one of them was looked at.
/// </summary>
/// <typeparam name="T">What is found.</typeparam>
internal sealed class SeriesAnswers<T>
{
    private readonly Func<BookView, SeriesHistory, IEnumerable<T>> _find;
    private readonly ImmutableSortedDictionary<Series, T[]> _found;

    // By what is looked at, be it there or not. It is only added to: a series that once looked is found in once too often.
    private readonly ImmutableDictionary<Subject, ImmutableHashSet<int>> _lookers;
    private readonly Lazy<IReadOnlyList<T>> _all;

    private SeriesAnswers(
        Func<BookView, SeriesHistory, IEnumerable<T>> find,
        ImmutableSortedDictionary<Series, T[]> found,
        ImmutableDictionary<Subject, ImmutableHashSet<int>> lookers)
    {
        (_find, _found, _lookers) = (find, found, lookers);
        _all = new(() => [.. _found.Values.SelectMany(f => f)]);
    }

    /// <summary>Everything found, in the order of the series.</summary>
    public IReadOnlyList<T> All => _all.Value;

    /// <summary>Looks through the whole book.</summary>
    /// <param name="view">The figures at the moment.</param>
    /// <param name="find">Finds in one series; asks other series of the view that it is given.</param>
    public static SeriesAnswers<T> Of(BookView view, Func<BookView, SeriesHistory, IEnumerable<T>> find) =>
        new SeriesAnswers<T>(find, ImmutableSortedDictionary.Create<Series, T[]>(SeriesOrder.Instance), ImmutableDictionary<Subject, ImmutableHashSet<int>>.Empty)
            .With(view, view.Book.Histories);

    /// <summary>That of a later state.</summary>
    /// <param name="view">The later state.</param>
    /// <param name="changed">The series of which something else is known.</param>
    public SeriesAnswers<T> Next(BookView view, IReadOnlyCollection<int> changed)
    {
        var series = changed.ToHashSet();
        foreach (var id in changed)
        {
            if (view.Book.Find(id) is { } history && _lookers.TryGetValue(Subject.Of(history.Series), out var lookers)) series.UnionWith(lookers);
        }

        return With(view, series.Select(view.Book.Find).OfType<SeriesHistory>());
    }

    private SeriesAnswers<T> With(BookView view, IEnumerable<SeriesHistory> histories)
    {
        var (found, lookers, asked) = (_found.ToBuilder(), new Dictionary<Subject, HashSet<int>>(), new HashSet<Subject>());
        var telling = view.Telling((indicator, unit, measure, benchmark) => asked.Add(new(indicator, unit, measure, benchmark)));
        foreach (var history in histories)
        {
            T[] own = [.. _find(telling, history)];
            if (own.Length > 0) found[history.Series] = own;
            else found.Remove(history.Series);
            foreach (var subject in asked)
            {
                if (!lookers.TryGetValue(subject, out var ids)) lookers.Add(subject, ids = []);
                ids.Add(history.Series.Id);
            }

            asked.Clear();
        }

        return new(
            _find,
            found.ToImmutable(),
            _lookers.SetItems(lookers.Select(l => KeyValuePair.Create(l.Key, _lookers.GetValueOrDefault(l.Key, []).Union(l.Value)))));
    }

    private readonly record struct Subject(string Indicator, string Unit, Measure Measure, Benchmark? Benchmark)
    {
        public static Subject Of(Series series) => new(series.Indicator.Code, series.Unit.Code, series.Measure, series.Benchmark);
    }
}
