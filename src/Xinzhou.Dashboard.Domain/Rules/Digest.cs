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

    /// <summary>All conflicts, in the order of the API.</summary>
    public IReadOnlyList<Conflict> Conflicts => _conflicts.Value;

    /// <summary>Known figures that break a rule, the worst first.</summary>
    public IReadOnlyList<(Figure Figure, Finding Finding)> Findings => _findings.Value;
}
