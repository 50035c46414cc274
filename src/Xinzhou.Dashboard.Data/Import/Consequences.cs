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
    /// <param name="held">What is stored of the units and years concerned.</param>
    /// <param name="drafts">The new figures.</param>
    /// <param name="rules">The rules in force.</param>
    /// <param name="now">The moment of recording.</param>
    public static Consequences Of(FigureBook held, IReadOnlyList<FigureDraft> drafts, RuleBook rules, DateTimeOffset now)
    {
        if (drafts.Count == 0)
        {
            return new(0, 0, 0);
        }

        var asOf = new AsOf(now);
        var added = Recorded(held, drafts, now);
        var (before, after) = (held.At(asOf), held.With(added, []).At(asOf));
        var ids = added.Select(f => f.Id).ToHashSet();
        var superseding = added
            .DistinctBy(f => (f.Series.Id, f.Scope, f.PriceBasis, f.Period, f.Kind))
            .Count(f => held.Find(f.Series.Id)?.Find(f)?.Shown(asOf) is not null
                && after.Book.Find(f.Series.Id)!.Find(f)!.Shown(asOf) is { } shown && ids.Contains(shown.Id));
        return new(
            superseding,
            Arisen(rules.Conflicts(before).Select(Subject), rules.Conflicts(after).Select(Subject)),
            Arisen(FindingsOf(rules, before), FindingsOf(rules, after)));
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

    private static IEnumerable<(long Figure, string Rule)> FindingsOf(RuleBook rules, BookView view) =>
        view.Book.Histories.SelectMany(h => h.Groups).SelectMany(g => g.Figures)
            .SelectMany(f => rules.Findings(view, f).Select(finding => (f.Id, finding.Rule)));

    /// <summary>The drafts as they will be recorded, with numbers that stand in for those the database will give.</summary>
    private static List<Figure> Recorded(FigureBook held, IReadOnlyList<FigureDraft> drafts, DateTimeOffset now)
    {
        var series = held.Histories.ToDictionary(
            h => (h.Series.Indicator.Code, h.Series.Unit.Code, h.Series.Measure, h.Series.Benchmark), h => h.Series);
        var sources = held.Histories.SelectMany(h => h.Groups).SelectMany(g => g.Figures)
            .DistinctBy(f => f.Source.Id).ToDictionary(f => f.Source.Address ?? f.SourceText, f => f.Source);
        var id = held.Histories.SelectMany(h => h.Groups).SelectMany(g => g.Figures).Select(f => f.Id).DefaultIfEmpty().Max();
        var (newSeries, newSource) = (0, 0);
        return [.. drafts.Select(Figure)];

        Figure Figure(FigureDraft d)
        {
            var key = (d.Indicator.Code, d.Unit.Code, d.Measure, d.Benchmark);
            if (!series.TryGetValue(key, out var own))
            {
                own = new() { Id = --newSeries, Indicator = d.Indicator, Unit = d.Unit, Measure = d.Measure, Benchmark = d.Benchmark };
                series.Add(key, own);
            }

            if (!sources.TryGetValue(d.Source.Identity, out var source))
            {
                source = new() { Id = --newSource, Address = d.Source.Address, Title = d.Source.Title, Reliability = d.Reliability };
                sources.Add(d.Source.Identity, source);
            }

            return new(d, ++id, own, source, now);
        }
    }
}
