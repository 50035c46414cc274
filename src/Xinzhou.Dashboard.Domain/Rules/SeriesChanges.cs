using System.Runtime.CompilerServices;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>
/// How the shown actual figures of a series changed against the same period of the year before. For levels of positive
/// amounts in %, so that a series is judged alike in 亿元 and 万元 and while it grows; for everything that is a rate itself
/// (growth, shares, gaps, ratios) in percentage points, for a rate of a rate near zero means nothing. The same period of
/// the year before takes the season out, and a year-to-date value is set against one that reaches to the same month.
/// Only within one scope, price basis and kind of period, and between exact values.
/// <para>This is arithmetic for judging whether a value is usual. It is no growth of the indicator: that is published, and
/// never computed from levels (scope and base change). Vintages may differ: what is entered is always a first word
/// set against a settled one, and the difference that makes is in every change of the series.</para>
/// </summary>
internal sealed class SeriesChanges
{
    // A series is judged figure by figure; its changes are worked out once. They go with the history they belong to.
    private static readonly ConditionalWeakTable<SeriesHistory, SeriesMoments<SeriesChanges>> Held = [];

    private readonly SeriesChanges? _beneath;
    private readonly Dictionary<(string Scope, PriceBasis? PriceBasis, Period Period), decimal?> _changes;
    private readonly Dictionary<(string Scope, PriceBasis? PriceBasis, int Family), ModifiedZScore?> _scores;
    private readonly ILookup<(string Scope, PriceBasis? PriceBasis, Period YearBefore), FigureGroup>? _yearAfter;

    private SeriesChanges(SeriesHistory history, AsOf asOf)
    {
        var groups = history.Groups.Where(Judged).ToArray();
        _changes = groups.ToDictionary(g => (g.Scope, g.PriceBasis, g.Period), g => Change(history, g, asOf));
        _scores = groups.Select(g => (Family: (g.Scope, g.PriceBasis, Family(g.Period)!.Value), Change: _changes[(g.Scope, g.PriceBasis, g.Period)]))
            .Where(c => c.Change is not null)
            .GroupBy(c => c.Family, c => c.Change!.Value)
            .ToDictionary(f => f.Key, f => (ModifiedZScore?)new(f));
        _yearAfter = groups.ToLookup(g => (g.Scope, g.PriceBasis, g.Period.YearBefore!));
    }

    /// <summary>Those of a history that is laid over another: what the two have in common is not worked out again.</summary>
    private SeriesChanges(SeriesHistory history, AsOf asOf, SeriesChanges beneath)
    {
        _beneath = beneath;
        _changes = history.Own.Where(Judged)
            .SelectMany(g => beneath._yearAfter![(g.Scope, g.PriceBasis, g.Period)].Prepend(g))
            .DistinctBy(g => (g.Scope, g.PriceBasis, g.Period))
            .ToDictionary(g => (g.Scope, g.PriceBasis, g.Period), g => Change(history, history.Find(g.Period, g.Scope, g.Kind, g.PriceBasis)!, asOf));
        _scores = _changes.Select(c => (Family: (c.Key.Scope, c.Key.PriceBasis, Family(c.Key.Period)!.Value), Before: beneath.ChangeOf(c.Key), Now: c.Value))
            .GroupBy(c => c.Family)
            .ToDictionary(f => f.Key, f => Replaced(
                beneath._scores.GetValueOrDefault(f.Key), [.. f.Select(c => c.Before).OfType<decimal>()], [.. f.Select(c => c.Now).OfType<decimal>()]));
    }

    /// <summary>True for values that are rates themselves: their changes are percentage points.</summary>
    public static bool AreRates(Series series) =>
        series.Measure != Measure.Level || series.Indicator.Type == IndicatorType.Ratio || series.Uom is Uoms.Percent or Uoms.PercentagePoint;

    /// <summary>The changes of a series as they are shown at a moment.</summary>
    public static SeriesChanges Of(SeriesHistory history, AsOf asOf) => history.Beneath is { } beneath
        ? new(history, asOf, Of(beneath, asOf))
        : Held.GetValue(history, h => new(h)).At(asOf, moment => new(history, moment));

    /// <summary>The change of a figure, and how it stands among the others of its kind; null when it cannot be computed.</summary>
    public (decimal Change, ModifiedZScore Among)? Find(Figure figure) =>
        Family(figure.Period) is { } family && ChangeOf((figure.Scope, figure.PriceBasis, figure.Period)) is { } change
            ? (change, ScoreOf((figure.Scope, figure.PriceBasis, family))!)
            : null;

    private decimal? ChangeOf((string Scope, PriceBasis? PriceBasis, Period Period) place) =>
        _changes.TryGetValue(place, out var change) ? change : _beneath?.ChangeOf(place);

    private ModifiedZScore? ScoreOf((string Scope, PriceBasis? PriceBasis, int Family) family) =>
        _scores.TryGetValue(family, out var score) ? score : _beneath?.ScoreOf(family);

    private static ModifiedZScore? Replaced(ModifiedZScore? score, decimal[] before, decimal[] now) =>
        score is not null ? score.With(before, now) : now.Length > 0 ? new(now) : null;

    private static bool Judged(FigureGroup group) => group.Kind == ValueKind.Actual && Family(group.Period) is not null;

    /// <summary>Periods that are usual alike: single quarters vary more than year-to-date values.</summary>
    private static int? Family(Period period) => period switch
    {
        { YearBefore: null } => null,
        { YtdMonth: not null } => 0,
        _ => 1 + (int)period.Kind,
    };

    private static decimal? Change(SeriesHistory history, FigureGroup group, AsOf asOf)
    {
        if (group.Shown(asOf) is not { } now
            || history.Find(group.Period.YearBefore!, group.Scope, group.Kind, group.PriceBasis)?.Shown(asOf) is not { } then
            || Operand.Of(now, now.Uom) is not { } later
            || Operand.Of(then, now.Uom) is not { } earlier)
        {
            return null;
        }

        try
        {
            return AreRates(history.Series) ? later.Value - earlier.Value
                : later.Value > 0 && earlier.Value > 0 ? (later.Value / earlier.Value - 1) * 100
                : null;
        }
        catch (OverflowException)
        {
            // A ratio of more digits than a decimal has tells nothing.
            return null;
        }
    }
}
