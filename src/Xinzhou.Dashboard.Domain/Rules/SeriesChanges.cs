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

    private readonly Dictionary<(string Scope, int Family), (Dictionary<Period, decimal> Changes, ModifiedZScore Score)> _families;

    private SeriesChanges(SeriesHistory history, AsOf asOf)
    {
        _families = history.Groups
            .Where(g => g.Kind == ValueKind.Actual && Family(g.Period) is not null)
            .Select(g => (g.Scope, Family: Family(g.Period)!.Value, g.Period, Change: Change(history, g, asOf)))
            .Where(c => c.Change is not null)
            .GroupBy(c => (c.Scope, c.Family))
            .ToDictionary(f => f.Key, f => (f.ToDictionary(c => c.Period, c => c.Change!.Value), new ModifiedZScore(f.Select(c => c.Change!.Value))));
    }

    /// <summary>True for values that are rates themselves: their changes are percentage points.</summary>
    public static bool AreRates(Series series) =>
        series.Measure != Measure.Level || series.Indicator.Type == IndicatorType.Ratio || series.Uom is Uoms.Percent or Uoms.PercentagePoint;

    /// <summary>The changes of a series as they are shown at a moment.</summary>
    public static SeriesChanges Of(SeriesHistory history, AsOf asOf) =>
        Held.GetValue(history, h => new(h)).At(asOf, moment => new(history, moment));

    /// <summary>The change of a figure, and how it stands among the others of its kind; null when it cannot be computed.</summary>
    public (decimal Change, ModifiedZScore Among)? Find(Figure figure) =>
        Family(figure.Period) is { } family
        && _families.TryGetValue((figure.Scope, family), out var found)
        && found.Changes.TryGetValue(figure.Period, out var change)
            ? (change, found.Score)
            : null;

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
            || history.Find(group.Period.YearBefore!, group.Scope)?.Shown(asOf) is not { } then
            || now.PriceBasis != then.PriceBasis
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
