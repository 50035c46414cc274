using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>
/// What can be said of all figures of one moment. Each part looks through the whole book, so it is worked out once, when
/// it is first asked for; whoever asks meanwhile waits for it.
/// </summary>
/// <param name="rules">The rules in force.</param>
/// <param name="view">The figures at the moment.</param>
public sealed class Digest(RuleBook rules, BookView view)
{
    private readonly Lazy<FigureCounts> _counts = new(() => FigureCounts.Of(view));
    private readonly Lazy<IReadOnlyDictionary<int, SourceUse>> _sources = new(() => Uses(view));
    private readonly ConcurrentDictionary<Type, Lazy<object>> _others = new();
    private readonly Lazy<IReadOnlyList<Conflict>> _conflicts = new(() => [.. rules.Conflicts(view)]);

    private readonly Lazy<IReadOnlyList<(Figure, Finding)>> _findings = new(() =>
    [
        .. view.Book.Histories.SelectMany(view.KnownFigures)
            .SelectMany(f => rules.Findings(view, f).Select(finding => (Figure: f, Finding: finding)))
            .OrderByDescending(f => f.Finding.Severity)
            .ThenBy(f => f.Figure.Series.Indicator.Order)
            .ThenByDescending(f => f.Figure.Period.End),
    ]);

    public FigureCounts Counts => _counts.Value;

    /// <summary>How much the documents support, by the number of the document; those that support nothing are left out.</summary>
    public IReadOnlyDictionary<int, SourceUse> Sources => _sources.Value;

    /// <summary>All conflicts, in the order of the API.</summary>
    public IReadOnlyList<Conflict> Conflicts => _conflicts.Value;

    /// <summary>Known figures that break a rule, the worst first.</summary>
    public IReadOnlyList<(Figure Figure, Finding Finding)> Findings => _findings.Value;

    /// <summary>Something else that is worked out of all figures of the moment, once.</summary>
    /// <typeparam name="T">What it is; one of a type.</typeparam>
    /// <param name="compute">Works it out.</param>
    public T Other<T>(Func<BookView, T> compute) where T : class =>
        (T)_others.GetOrAdd(typeof(T), _ => new(() => compute(view))).Value;

    private static Dictionary<int, SourceUse> Uses(BookView view)
    {
        var uses = new Dictionary<int, SourceUse>();
        foreach (var group in view.Book.Histories.SelectMany(h => h.Groups))
        {
            foreach (var figure in group.KnownFigures(view.AsOf))
            {
                ref var use = ref CollectionsMarshal.GetValueRefOrAddDefault(uses, figure.Source.Id, out _);
                use = use with { Known = use.Known + 1 };
            }

            if (group.Shown(view.AsOf) is { } shown)
            {
                ref var use = ref CollectionsMarshal.GetValueRefOrAddDefault(uses, shown.Source.Id, out _);
                use = use with { Shown = use.Shown + 1 };
            }
        }

        return uses;
    }
}
