using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>What can be said of all figures of a moment, in one walk through the series.</summary>
internal sealed record Survey(FigureTally Tally, SeriesAnswers<Conflict> Conflicts, SeriesAnswers<(Figure Figure, Finding Finding)> Findings)
{
    public static Survey Of(RuleBook rules, BookView view)
    {
        var (conflicts, findings) = (SeriesAnswers<Conflict>.None(rules.Conflicts), SeriesAnswers<(Figure, Finding)>.None(rules.Findings));
        var seen = SeriesChunks.Of(view, view.Book.Histories, (held, chunk) =>
            (Tally: FigureTally.Count(held, chunk), Conflicts: conflicts.Look(held, chunk), Findings: findings.Look(held, chunk))).ToArray();
        return new(FigureTally.Of(view, seen.Select(s => s.Tally)), conflicts.With(seen.Select(s => s.Conflicts)), findings.With(seen.Select(s => s.Findings)));
    }
}
