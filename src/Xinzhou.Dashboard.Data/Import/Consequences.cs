using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Data.Import;

/// <summary>What new figures bring about at the moment they are recorded.</summary>
/// <param name="Superseding">How many of them take the place of a figure that was shown.</param>
/// <param name="Conflicts">How many conflicts there are that there were not.</param>
/// <param name="Findings">How many findings there are that there were not.</param>
internal sealed record Consequences(int Superseding, int Conflicts, int Findings)
{
    public static Consequences None { get; } = new(0, 0, 0);

    /// <summary>Judges one family of indicators after the other: no more than one is laid over what is held at a time.</summary>
    /// <param name="held">What is stored of the units and years concerned.</param>
    /// <param name="drafts">The new figures.</param>
    /// <param name="added">As many of them as a round holds; they are taken.</param>
    /// <param name="rules">The rules in force.</param>
    public static Consequences Of(FigureBook held, IEnumerable<FigureDraft> drafts, AddedFigures added, RuleBook rules)
    {
        var all = None;
        for (var round = added; round is not null; round = round.Next(drafts))
        {
            foreach (var (figures, isOfFamily) in round.Take())
            {
                var of = Of(held, figures, isOfFamily, rules, new(added.RecordedAt));
                all = new(all.Superseding + of.Superseding, all.Conflicts + of.Conflicts, all.Findings + of.Findings);
            }
        }

        return all;
    }

    private static Consequences Of(FigureBook held, List<Figure> added, Func<Series, bool> isOfFamily, RuleBook rules, AsOf asOf)
    {
        var (before, after) = (held.At(asOf), held.With(added, []).At(asOf));
        var ids = added.Select(f => f.Id).ToHashSet();
        var superseding = added
            .DistinctBy(f => (f.Series.Id, f.Scope, f.PriceBasis, f.Period, f.Kind))
            .Count(f => held.Find(f.Series.Id)?.Find(f)?.Shown(asOf) is not null
                && after.Book.Find(f.Series.Id)!.Find(f)!.Shown(asOf) is { } shown && ids.Contains(shown.Id));
        return new(
            superseding,
            Arisen(ConflictsOf(before), ConflictsOf(after)),
            Arisen(FindingsOf(before), FindingsOf(after)));

        IEnumerable<SeriesHistory> Histories(BookView view) => view.Book.Histories.Where(h => isOfFamily(h.Series));

        IEnumerable<(ConflictType, string, int, string, PriceBasis?, Period, ValueKind)> ConflictsOf(BookView view) =>
            Histories(view).SelectMany(h => rules.Conflicts(view, h)).Select(Subject);

        IEnumerable<(long Figure, string Rule)> FindingsOf(BookView view) =>
            Histories(view).SelectMany(h => h.Groups).SelectMany(g => g.Figures)
                .SelectMany(f => rules.Findings(view, f).Select(finding => (f.Id, finding.Rule)));
    }

    private static int Arisen<T>(IEnumerable<T> before, IEnumerable<T> after)
    {
        var known = before.ToHashSet();
        return after.Distinct().Count(a => !known.Contains(a));
    }

    /// <summary>A conflict about the same statement is the same one, whichever figure is shown.</summary>
    private static (ConflictType, string, int, string, PriceBasis?, Period, ValueKind) Subject(Conflict conflict)
    {
        var figure = conflict.Figures[0];
        var rule = conflict.Type == ConflictType.Rule ? conflict.Id[..^(figure.Key.Length + 1)] : "";
        return (conflict.Type, rule, figure.Series.Id, figure.Scope, figure.PriceBasis, figure.Period, figure.Kind);
    }
}
