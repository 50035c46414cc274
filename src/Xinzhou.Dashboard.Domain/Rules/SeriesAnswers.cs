using System.Collections.Immutable;
using System.Runtime.InteropServices;
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
    private readonly ImmutableDictionary<Subject, int[]> _lookers;
    private readonly Lazy<IReadOnlyList<T>> _all;

    private SeriesAnswers(
        Func<BookView, SeriesHistory, IEnumerable<T>> find, ImmutableSortedDictionary<Series, T[]> found, ImmutableDictionary<Subject, int[]> lookers)
    {
        (_find, _found, _lookers) = (find, found, lookers);
        _all = new(() => [.. _found.Values.SelectMany(f => f)]);
    }

    /// <summary>Everything found, in the order of the series.</summary>
    public IReadOnlyList<T> All => _all.Value;

    /// <summary>The numbers of the series in which something is found.</summary>
    public IEnumerable<int> Found => _found.Keys.Select(s => s.Id);

    /// <summary>Nothing is looked at yet.</summary>
    /// <param name="find">Finds in one series; asks other series of the view that it is given.</param>
    public static SeriesAnswers<T> None(Func<BookView, SeriesHistory, IEnumerable<T>> find) =>
        new(find, ImmutableSortedDictionary.Create<Series, T[]>(SeriesOrder.Instance), ImmutableDictionary<Subject, int[]>.Empty);

    /// <summary>Looks through the whole book.</summary>
    /// <param name="view">The figures at the moment.</param>
    /// <param name="find">Finds in one series; asks other series of the view that it is given.</param>
    public static SeriesAnswers<T> Of(BookView view, Func<BookView, SeriesHistory, IEnumerable<T>> find)
    {
        var none = None(find);
        return none.With(SeriesChunks.Of(view, view.Book.Histories, none.Look));
    }

    /// <summary>What was looked at, as <see cref="Write"/> wrote it; nothing is found yet.</summary>
    /// <param name="reader">At what was written.</param>
    /// <param name="book">The same figures.</param>
    /// <param name="find">Finds in one series; asks other series of the view that it is given.</param>
    public static SeriesAnswers<T> Read(BinaryReader reader, FigureBook book, Func<BookView, SeriesHistory, IEnumerable<T>> find)
    {
        var (none, lookers) = (None(find), ImmutableDictionary.CreateBuilder<Subject, int[]>());
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var subject = reader.ReadBoolean()
                ? Subject.Of(book.Find(reader.ReadInt32())!.Series)
                : new(reader.ReadString(), reader.ReadString(), (Measure)reader.ReadInt32(), reader.ReadInt32() is >= 0 and var benchmark ? (Benchmark)benchmark : null);
            var ids = new int[reader.ReadInt32()];
            for (var i = 0; i < ids.Length; i++) ids[i] = reader.ReadInt32();
            lookers.Add(subject, ids);
        }

        return new(find, none._found, lookers.ToImmutable());
    }

    /// <summary>Writes what was looked at, by whom; not what was found.</summary>
    /// <param name="writer">Gets it.</param>
    /// <param name="book">The figures.</param>
    public void Write(BinaryWriter writer, FigureBook book)
    {
        writer.Write(_lookers.Count);
        foreach (var (subject, ids) in _lookers)
        {
            // Most are there, and their names stand with them.
            var held = book.Find(subject.Indicator, subject.Unit, subject.Measure, subject.Benchmark);
            writer.Write(held is not null);
            if (held is not null)
            {
                writer.Write(held.Series.Id);
            }
            else
            {
                writer.Write(subject.Indicator);
                writer.Write(subject.Unit);
                writer.Write((int)subject.Measure);
                writer.Write((int?)subject.Benchmark ?? -1);
            }

            writer.Write(ids.Length);
            foreach (var id in ids) writer.Write(id);
        }
    }

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

        return With(SeriesChunks.Of(view, [.. series.Select(view.Book.Find).OfType<SeriesHistory>()], Look));
    }

    /// <summary>What is found in some series.</summary>
    public Seen Look(BookView view, IReadOnlyCollection<SeriesHistory> histories)
    {
        var (found, lookers, asked) = (new List<(Series Series, T[] Own)>(), new Dictionary<Subject, List<int>>(), new HashSet<Subject>());
        var telling = view.Telling((indicator, unit, measure, benchmark) => asked.Add(new(indicator, unit, measure, benchmark)));
        foreach (var history in histories)
        {
            found.Add((history.Series, [.. _find(telling, history)]));
            foreach (var subject in asked)
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(lookers, subject, out _) ??= []).Add(history.Series.Id);
            }

            asked.Clear();
        }

        return new(found, lookers);
    }

    /// <summary>The same with what was seen of some series in place of what is held of them.</summary>
    public SeriesAnswers<T> With(IEnumerable<Seen> seen)
    {
        var (found, lookers) = (_found.ToBuilder(), _lookers.ToBuilder());
        foreach (var some in seen)
        {
            foreach (var (series, own) in some.Found)
            {
                if (own.Length > 0) found[series] = own;
                else found.Remove(series);
            }

            foreach (var (subject, ids) in some.Lookers)
            {
                // After a change most looked before.
                if (!lookers.TryGetValue(subject, out var held)) lookers[subject] = [.. ids];
                else if (ids.Exists(id => !held.Contains(id))) lookers[subject] = [.. held.Union(ids)];
            }
        }

        return new(_find, found.ToImmutable(), lookers.ToImmutable());
    }

    /// <summary>What was found in some series, and what was looked at for it.</summary>
    internal sealed record Seen(List<(Series Series, T[] Own)> Found, Dictionary<Subject, List<int>> Lookers);

    /// <summary>What is looked at: a series by its name.</summary>
    internal readonly record struct Subject(string Indicator, string Unit, Measure Measure, Benchmark? Benchmark)
    {
        public static Subject Of(Series series) => new(series.Indicator.Code, series.Unit.Code, series.Measure, series.Benchmark);
    }
}
