using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>
/// 试算: how often a rule would have fired over all published figures, and how that differs from the one in force.
/// A rule that asks only who enters is tried over what documents publish as well, as if it had been entered. Nothing is
/// written.
/// </summary>
/// <param name="Judged">The figures that it was held against.</param>
/// <param name="Fired">Those that break it.</param>
/// <param name="FiredBefore">Those that break the rule in force; null if there is none.</param>
/// <param name="NoLonger">Those that break the rule in force but not this.</param>
/// <param name="Hits">The figures that break it, the latest periods first; not more than were asked for.</param>
public sealed record RuleTrial(int Judged, int Fired, int? FiredBefore, int NoLonger, IReadOnlyList<TrialHit> Hits)
{
    /// <summary>From how many figures on <see cref="FiresOnHalf"/> says anything: half of three is no pattern.</summary>
    public const int MinForHalf = 10;

    public int New => Fired - ((FiredBefore ?? 0) - NoLonger);

    /// <summary>
    /// Whether at least half of at least <see cref="MinForHalf"/> figures break the rule, and fewer break the one in force. Then it is
    /// rather the rule that is wrong: everybody who enters would have to explain what is quite usual.
    /// </summary>
    public bool FiresOnHalf => Judged >= MinForHalf && 2 * Fired >= Judged && 2 * (FiredBefore ?? 0) < Judged;

    /// <summary>Tries a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="inForce">The rule that it would take the place of; null if there is none.</param>
    /// <param name="view">The figures.</param>
    /// <param name="most">The most figures that are listed.</param>
    /// <param name="cancellation">Bounds the time: it looks through the whole book.</param>
    /// <exception cref="OperationCanceledException">It took too long.</exception>
    public static RuleTrial Run(Rule rule, Rule? inForce, BookView view, int most, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(view);
        var judged = Figures(rule, view, cancellation).ToArray();
        var fired = judged.Select(f => (Figure: f, Breach: Judge(rule, view, f, cancellation))).Where(f => f.Breach is not null).ToArray();
        HashSet<long>? before = inForce is null
            ? null
            : [.. Figures(inForce, view, cancellation).Where(f => Judge(inForce, view, f, cancellation) is not null).Select(f => f.Id)];
        return new(
            judged.Length,
            fired.Length,
            before?.Count,
            before is null ? 0 : before.Count - fired.Count(f => before.Contains(f.Figure.Id)),
            [
                .. fired.OrderByDescending(f => f.Figure.Period.End ?? DateOnly.MinValue).ThenBy(f => f.Figure.Id).Take(most)
                    .Select(f => new TrialHit(f.Figure, f.Breach!.Message, before?.Contains(f.Figure.Id) != true) { Why = f.Breach.Why }),
            ]);
    }

    private static IEnumerable<Figure> Figures(Rule rule, BookView view, CancellationToken cancellation)
    {
        foreach (var history in view.Book.Histories.Where(h => rule.Concerns(h.Series)))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var group in history.Groups)
            {
                if (!rule.ComparesFigures)
                {
                    foreach (var figure in group.KnownFigures(view.AsOf)) yield return figure;
                }
                else if (group.Kind == ValueKind.Actual && group.Shown(view.AsOf) is { } shown)
                {
                    yield return shown;
                }
            }
        }
    }

    private static Breach? Judge(Rule rule, BookView view, Figure figure, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return rule.Judge(view, figure);
    }
}
