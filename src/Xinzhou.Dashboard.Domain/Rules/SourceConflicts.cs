using System.Resources;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>
/// Sources that disagree (CONTRACTS, 2): of the figures of the shown figure's stage, of each source the latest known, then
/// the later line: statements that no single value satisfies, after conversion to the indicator's unit and rounding to the
/// coarser step (≥ and ≤ are half-lines, ≈ is ± 5 %). A bound contradicts only what it excludes.
/// </summary>
public static class SourceConflicts
{
    private static readonly ResourceManager Texts = new(typeof(SourceConflicts));

    /// <summary>The conflict among the sources of a statement at a moment; null when they agree.</summary>
    public static Conflict? Of(FigureGroup group, AsOf asOf)
    {
        ArgumentNullException.ThrowIfNull(group);
        if (group.Span.Length < 2 || group.Shown(asOf) is not { Value: not null } shown)
        {
            return null;
        }

        var stage = shown.Stage.ForComparison();
        var latest = group.Figures
            .Where(f => f.Value is not null && f.Stage.ForComparison() == stage && group.IsKnown(f, asOf))
            .GroupBy(f => f.Source.Id)
            .Select(g => g.MaxBy(f => (f.KnownFrom, f.Id))!)
            .OrderByDescending(f => f, Precedence.Order)
            .ToArray();
        var disputed = latest.Where(f => latest.Any(other => Differ(f, other))).ToArray();
        if (disputed.Length == 0)
        {
            return null;
        }

        Figure[] figures = [shown, .. disputed.Where(f => f.Id != shown.Id)];
        return new($"sources-{shown.Key}", ConflictType.Sources, figures, new(Texts, "Differ", english =>
        [
            string.Join(english ? ", " : "、", figures.Select(f => FigureText.Of(f, english))),
            FigureText.Of(shown, english),
        ]));
    }

    /// <summary>
    /// True when no single value satisfies both. Exact values are compared at the coarser step; two of them that agree with a
    /// third need not agree with each other, so that statements are judged by pairs: bounds and rounded values are stretches
    /// of one line, and stretches that meet by pairs meet in one point.
    /// </summary>
    private static bool Differ(Figure a, Figure b)
    {
        var uom = a.Series.Uom;
        if (Uoms.Factor(a.Uom, uom) is not { } factorA || Uoms.Factor(b.Uom, uom) is not { } factorB)
        {
            return false;
        }

        var step = Math.Max(a.Step * factorA, b.Step * factorB);
        return !Interval.Stated(a.Comparator, Decimals.Round(a.Value!.Value * factorA, step))
            .Overlaps(Interval.Stated(b.Comparator, Decimals.Round(b.Value!.Value * factorB, step)));
    }
}
