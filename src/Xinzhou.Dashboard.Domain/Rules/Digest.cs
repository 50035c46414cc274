using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>
/// What can be said of all figures of one moment. Each part looks through the whole book, so it is worked out once, when
/// it is first asked for; whoever asks meanwhile waits for it. What was worked out of the moment before is carried on: then
/// only the series are looked at that changed, by a write or because a day has come.
/// </summary>
public sealed class Digest
{
    private readonly RuleBook _rules;
    private readonly BookView _view;
    private readonly Lazy<Survey>? _survey;
    private readonly Lazy<FigureTally> _tally;
    private readonly Lazy<SeriesAnswers<Conflict>> _conflicts;
    private readonly Lazy<SeriesAnswers<(Figure Figure, Finding Finding)>> _findings;
    private readonly Lazy<IReadOnlyList<(Figure Figure, Finding Finding)>> _worstFirst;
    private readonly Lazy<ImmutableSortedSet<(DateTimeOffset At, int Series)>> _toCome;
    private readonly ConcurrentDictionary<Type, Lazy<object>> _others = new();

    /// <param name="rules">The rules in force.</param>
    /// <param name="view">The figures at the moment.</param>
    public Digest(RuleBook rules, BookView view)
    {
        (_rules, _view) = (rules, view);
        if (IsOfAll(view.AsOf))
        {
            // What is carried on from here on is worked out together: each series is unpacked once.
            var survey = _survey = new(() => Survey.Of(rules, view));
            (_tally, _conflicts, _findings) = (new(() => survey.Value.Tally), new(() => survey.Value.Conflicts), new(() => survey.Value.Findings));
        }
        else
        {
            _tally = new(() => FigureTally.Of(view));
            _conflicts = new(() => SeriesAnswers<Conflict>.Of(view, rules.Conflicts));
            _findings = new(() => SeriesAnswers<(Figure, Finding)>.Of(view, rules.Findings));
        }

        _worstFirst = new(() =>
        [
            .. _findings!.Value.All.OrderByDescending(f => f.Finding.Severity).ThenBy(f => f.Figure.Series.Indicator.Order)
                .ThenByDescending(f => f.Figure.Period.End),
        ]);
        _toCome = new(() => ToComeOf(view));
    }

    /// <summary>The digest that follows another: of a later moment, or of a later book.</summary>
    private Digest(Digest before, BookView view, IReadOnlyCollection<int> touched)
        : this(before._rules, view)
    {
        // Nothing here holds on to the digest before, nor to its book.
        var isSurveyed = before._survey?.IsValueCreated == true;
        if (!isSurveyed && !before._tally.IsValueCreated && !before._conflicts.IsValueCreated && !before._findings.IsValueCreated) return;
        var held = before._toCome.Value;
        int[] changed = [.. touched.Concat(held.TakeWhile(c => c.At <= view.AsOf.Moment).Select(c => c.Series)).Distinct()];
        _toCome = new(ToComeAfter(held, before._view, view, changed));
        if (isSurveyed || before._tally.IsValueCreated) _tally = new(before._tally.Value.Next(view, changed));
        if (isSurveyed || before._conflicts.IsValueCreated) _conflicts = new(before._conflicts.Value.Next(view, changed));
        if (isSurveyed || before._findings.IsValueCreated) _findings = new(before._findings.Value.Next(view, changed));
    }

    /// <summary>The digest of the same figures under the same rules that was written.</summary>
    private Digest(RuleBook rules, BookView view, Survey survey, ImmutableSortedSet<(DateTimeOffset At, int Series)> toCome)
        : this(rules, view) =>
        (_survey, _tally, _conflicts, _findings, _toCome) = (new(survey), new(survey.Tally), new(survey.Conflicts), new(survey.Findings), new(toCome));

    /// <summary>The figures, counted.</summary>
    public FigureCounts Counts => field ??= _tally.Value.Counts;

    /// <summary>How much the documents support, by the number of the document; those that support nothing are left out.</summary>
    public IReadOnlyDictionary<int, SourceUse> Sources => _tally.Value.Uses;

    /// <summary>All conflicts, in the order of the API.</summary>
    public IReadOnlyList<Conflict> Conflicts => _conflicts.Value.All;

    /// <summary>Known figures that break a rule, the worst first.</summary>
    public IReadOnlyList<(Figure Figure, Finding Finding)> Findings => _worstFirst.Value;

    /// <summary>What <see cref="Write"/> wrote.</summary>
    /// <param name="stream">At what was written, by the same build.</param>
    /// <param name="rules">The same rules.</param>
    /// <param name="book">The same figures, of the same catalogue.</param>
    public static Digest Read(Stream stream, RuleBook rules, FigureBook book)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(book);
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        var view = book.At(new(Moment()));
        var toCome = new (DateTimeOffset At, int Series)[reader.ReadInt32()];
        for (var i = 0; i < toCome.Length; i++) toCome[i] = (Moment(), reader.ReadInt32());
        return new(rules, view, Survey.Read(reader, rules, view), [.. toCome]);

        DateTimeOffset Moment() => new(reader.ReadInt64(), TimeSpan.Zero);
    }

    /// <summary>Writes what is carried on from here: what was found of all figures, without the figures. Only of a moment of all that is recorded.</summary>
    /// <param name="stream">Gets it; need not seek.</param>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(_view.AsOf.Moment.UtcTicks);
        writer.Write(_toCome.Value.Count);
        foreach (var (at, series) in _toCome.Value)
        {
            writer.Write(at.UtcTicks);
            writer.Write(series);
        }

        new Survey(_tally.Value, _conflicts.Value, _findings.Value).Write(writer, _view.Book);
    }

    /// <summary>Something else that is worked out of all figures of the moment, once.</summary>
    /// <typeparam name="T">What it is; one of a type.</typeparam>
    /// <param name="compute">Works it out.</param>
    public T Other<T>(Func<BookView, T> compute) where T : class =>
        (T)_others.GetOrAdd(typeof(T), _ => new(() => compute(_view))).Value;

    /// <summary>True where the digest of a state can be made of this one.</summary>
    internal bool Precedes(RuleBook rules, AsOf asOf) => ReferenceEquals(rules, _rules) && IsOfAll(_view.AsOf) && IsOfAll(asOf) && _view.AsOf.Moment <= asOf.Moment;

    /// <summary>The digest of a state that this one precedes.</summary>
    /// <param name="view">The state.</param>
    /// <param name="touched">The series that writes have touched since.</param>
    internal Digest Next(BookView view, IReadOnlyCollection<int> touched) => new(this, view, touched);

    /// <summary>True for what is shown of all that is recorded: there, what changes with time is what becomes known.</summary>
    internal static bool IsOfAll(AsOf asOf) => asOf is { Clock: Clock.Known, RecordedBy: null };

    private static ImmutableSortedSet<(DateTimeOffset At, int Series)> ToComeOf(BookView view) =>
        view.Book.Last is { } last && last > view.AsOf.Moment
            ? [.. view.Book.Histories.Select(h => (At: h.Alone.NextChange(view.AsOf.Moment), h.Series.Id)).Where(c => c.At is not null).Select(c => (c.At!.Value, c.Id))]
            : [];

    private static ImmutableSortedSet<(DateTimeOffset At, int Series)> ToComeAfter(
        ImmutableSortedSet<(DateTimeOffset At, int Series)> held, BookView before, BookView view, int[] changed)
    {
        var toCome = held.ToBuilder();
        foreach (var series in changed)
        {
            if (before.Book.Find(series)?.NextChange(before.AsOf.Moment) is { } was) toCome.Remove((was, series));
            if (view.Book.Find(series)?.NextChange(view.AsOf.Moment) is { } next) toCome.Add((next, series));
        }

        return toCome.ToImmutable();
    }
}
