using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>
/// The rules in force. Findings and conflicts are answers to a question about a moment: they are computed from what is
/// shown then and so never go stale.
/// </summary>
public sealed class RuleBook
{
    private readonly Rule[] _rules;

    public RuleBook(IEnumerable<Rule> rules) => _rules = [.. rules];

    public static RuleBook Empty { get; } = new([]);

    public IReadOnlyList<Rule> Rules => _rules;

    /// <summary>Code and definition of each, as they are stored, also of those not understood; empty for rules that were not read.</summary>
    public IReadOnlyList<(string Code, string Definition)> Definitions { get; private init; } = [];

    /// <summary>
    /// The rules that are in force but not understood here: they judge nothing. Be it that a newer instance put them into
    /// force.
    /// </summary>
    public IReadOnlyList<(string Code, string Fault)> NotUnderstood { get; private init; } = [];

    /// <summary>Reads rules from their stored form.</summary>
    /// <param name="definitions">Code and JSON definition of each rule, in order.</param>
    /// <param name="catalogue">Gives the units that rules speak of.</param>
    public static RuleBook Parse(IEnumerable<(string Code, string Definition)> definitions, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        (string Code, string Definition)[] stored = [.. definitions];
        var read = stored.Select(d => (d.Code, Definition: RuleDefinition.Read(d.Code, d.Definition))).ToLookup(d => d.Definition.Fault is null);
        return new(read[true].Select(d => d.Definition.ToRule(d.Code, catalogue)))
        {
            Definitions = stored,
            NotUnderstood = [.. read[false].Select(d => (d.Code, d.Definition.Fault!))],
        };
    }

    /// <summary>The rules that a figure breaks at the moment of the view; those among several figures only if it is shown.</summary>
    public IEnumerable<Finding> Findings(BookView view, Figure figure)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(figure);
        return Findings(view, figure, view.Find(figure.Series.Id)?.Find(figure), Concerning(figure.Series)) ?? [];
    }

    /// <summary>The known figures of one series that break a rule at the moment of the view, each with what it breaks.</summary>
    public IEnumerable<(Figure Figure, Finding Finding)> Findings(BookView view, SeriesHistory history)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(history);
        var (rules, groups) = (Concerning(history.Series), history.Groups);
        List<(Figure Figure, Finding Finding)>? findings = null;
        for (var i = 0; rules.Length > 0 && i < groups.Count; i++)
        {
            foreach (var figure in groups[i].Span)
            {
                if (!groups[i].IsKnown(figure, view.AsOf) || Findings(view, figure, groups[i], rules) is not { } own) continue;
                (findings ??= []).AddRange(own.Select(f => (figure, f)));
            }
        }

        return findings ?? [];
    }

    /// <summary>The indicators whose levels make up those of a series within its unit, once for each rule that says so.</summary>
    public IEnumerable<IReadOnlyList<string>> PartsOf(Series series) => _rules.Select(r => r.PartsOf(series)).Where(p => p.Count > 0);

    /// <summary>All conflicts at the moment of the view, in the order of the API.</summary>
    public IEnumerable<Conflict> Conflicts(BookView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Book.Histories.SelectMany(h => Conflicts(view, h));
    }

    /// <summary>The conflicts of one series at the moment of the view.</summary>
    public IEnumerable<Conflict> Conflicts(BookView view, SeriesHistory history)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(history);
        var arithmetic = _rules.Where(r => r.IsArithmetic && r.Concerns(history.Series)).ToArray();
        foreach (var group in history.Groups)
        {
            if (SourceConflicts.Of(group, view.AsOf) is { } conflict)
            {
                yield return conflict;
            }

            if (arithmetic.Length == 0 || group.Kind != ValueKind.Actual || group.Shown(view.AsOf) is not { } shown)
            {
                continue;
            }

            foreach (var rule in arithmetic)
            {
                if (rule.Judge(view, shown) is { } breach)
                {
                    yield return new($"{rule.Code}-{shown.Key}", ConflictType.Rule, [shown, .. breach.Operands], breach.Message);
                }
            }
        }
    }

    private Rule[] Concerning(Series series) => Array.FindAll(_rules, r => r.Concerns(series));

    /// <param name="view">The moment.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="group">Its statement; null where the view has none.</param>
    /// <param name="rules">The rules that concern its series.</param>
    /// <returns>Null where it breaks none, as almost every figure.</returns>
    private static List<Finding>? Findings(BookView view, Figure figure, FigureGroup? group, Rule[] rules)
    {
        List<Finding>? findings = null;
        bool? isShownActual = null;
        foreach (var rule in rules)
        {
            if ((rule.JudgesPublished || figure.Reliability == Reliability.Return)
                && (!rule.ComparesFigures || (isShownActual ??= figure.Kind == ValueKind.Actual && group?.Shown(view.AsOf)?.Id == figure.Id))
                && rule.Judge(view, figure) is { } breach)
            {
                (findings ??= []).Add(new(rule.Code, rule.Severity, breach.Message) { Why = breach.Why });
            }
        }

        return findings;
    }
}
