using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Web.Browse.Indicators;

namespace Xinzhou.Dashboard.Web.Browse.Comparison;

/// <summary>One indicator of two to four statistical units side by side: one measure, one kind of periods, one scope.</summary>
public sealed class ComparisonModel
{
    /// <summary>So many units are compared at most: more cannot be told apart in one drawing.</summary>
    public const int MaxUnits = 4;

    /// <param name="snapshot">Everything there is.</param>
    /// <param name="view">What is shown at the moment asked for.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="asked">The units asked for; too few are filled up with those that have most to say, too many are cut.</param>
    /// <param name="measure">The measure asked for; null for the first that there are figures of.</param>
    /// <param name="filter">The periods asked for; null for those that most figures are of.</param>
    public ComparisonModel(
        Snapshot snapshot, BookView view, Indicator indicator, IEnumerable<StatisticalUnit> asked, Measure? measure, PeriodFilter? filter)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(indicator);
        Indicator = indicator;
        Choices = [.. snapshot.Catalogue.Units.Where(u => view.Book.Of(indicator.Code, u.Code).Any(h => view.Shown(h).Any(f => f.Value is not null)))];
        var units = asked.DistinctBy(u => u.Code).Take(MaxUnits).ToList();
        foreach (var other in Choices.OrderBy(u => u.Level != UnitLevel.City).ThenBy(u => u.Level != UnitLevel.Province))
        {
            if (units.Count < 2 && units.All(u => u.Code != other.Code)) units.Add(other);
        }

        Units = units;
        var shown = units.ToDictionary(u => u.Code, u => view.Book.Of(indicator.Code, u.Code).SelectMany(h => view.Shown(h)).Where(IsComparable).ToArray());
        var all = shown.Values.SelectMany(f => f).ToArray();
        Measures = [.. all.Select(f => f.Series.Measure).Distinct().Order()];
        Measure = measure is { } m && Measures.Contains(m) ? m : Measures is [var first, ..] ? first : Measure.Level;
        // Real and nominal growth stand beside each other nowhere here: the indicator's own basis, else the one there is.
        var ofMeasure = all.Where(f => f.Series.Measure == Measure).ToArray();
        var prices = (ofMeasure.FirstOrDefault(f => f.IsInLeadingPrices) ?? ofMeasure.FirstOrDefault())?.PriceBasis;
        var measured = ofMeasure.Where(f => f.PriceBasis == prices).ToArray();
        Filters = [.. measured.Select(f => PeriodFilters.Of(f.Period)).OfType<PeriodFilter>().Distinct().Order()];
        Filter = filter is { } known && Filters.Contains(known) ? known
            : measured.GroupBy(f => PeriodFilters.Of(f.Period)).OrderByDescending(g => g.Select(f => f.Series.Unit.Code).Distinct().Count()).ThenByDescending(g => g.Count())
                .Select(g => g.Key).FirstOrDefault() ?? PeriodFilter.All;
        Columns = [.. units.Select(u => (u, (IReadOnlyList<Figure>)[.. shown[u.Code].Where(f => f.Series.Measure == Measure && f.PriceBasis == prices && Filter.Allows(f.Period)).OrderBy(f => f.Period.End)]))];
        Rows =
        [
            .. Columns.SelectMany(c => c.Figures).GroupBy(f => f.Period)
                .OrderByDescending(g => g.Key.End).ThenByDescending(g => g.Key.Start)
                .Select(g => (g.First(), (IReadOnlyList<Figure?>)[.. Columns.Select(c => c.Figures.FirstOrDefault(f => f.Period == g.Key))])),
        ];
    }

    public Indicator Indicator { get; }

    /// <summary>The units that have figures of the indicator, in the official order.</summary>
    public IReadOnlyList<StatisticalUnit> Choices { get; }

    /// <summary>The units that are compared.</summary>
    public IReadOnlyList<StatisticalUnit> Units { get; }

    /// <summary>The measures that there are figures of.</summary>
    public IReadOnlyList<Measure> Measures { get; }

    /// <summary>The measure that is compared.</summary>
    public Measure Measure { get; }

    /// <summary>The kinds of periods that there are figures of.</summary>
    public IReadOnlyList<PeriodFilter> Filters { get; }

    /// <summary>The kind of periods that is compared.</summary>
    public PeriodFilter Filter { get; }

    /// <summary>The units with their figures, in time.</summary>
    public IReadOnlyList<(StatisticalUnit Unit, IReadOnlyList<Figure> Figures)> Columns { get; }

    /// <summary>The periods, latest first: a figure that names the period, and the figure of each unit, null where none is known.</summary>
    public IReadOnlyList<(Figure Period, IReadOnlyList<Figure?> Figures)> Rows { get; }

    // What is only expected, of a part of the unit, or of several years stands beside nothing.
    private static bool IsComparable(Figure figure) => figure is
    {
        Value: not null, Kind: ValueKind.Actual, Scope: "", Period: { End: not null, Kind: not PeriodKind.Span },
        Series.Measure: Measure.Level or Measure.Share or Measure.Yoy,
    };
}
