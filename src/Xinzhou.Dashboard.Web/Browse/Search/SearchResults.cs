using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Web.Browse.Comparison;
using Xinzhou.Dashboard.Web.Browse.Sources;

namespace Xinzhou.Dashboard.Web.Browse.Search;

/// <summary>
/// What a search finds: whatever has all words in its name, aliases, code, title or sentence; a number finds the task of that
/// number. Indicators are found by their short names too, and answer for the unit, the year, the part of it and the growth that
/// are named; for each of several units.
/// </summary>
public sealed record SearchResults
{
    public IReadOnlyList<IndicatorHit> Indicators { get; private init; } = [];

    /// <summary>The indicator that fits best and the units of which it has figures, where several are named; null where there are not two.</summary>
    public (Indicator Indicator, IReadOnlyList<StatisticalUnit> Units)? Comparison => ComparisonOf(Indicators);

    public IReadOnlyList<KeyTask> Tasks { get; private init; } = [];

    public IReadOnlyList<StatisticalUnit> Units { get; private init; } = [];

    public IReadOnlyList<Dimension> Dimensions { get; private init; } = [];

    public IReadOnlyList<Programme> Programmes { get; private init; } = [];

    public IReadOnlyList<SourceSummary> Sources { get; private init; } = [];

    public int Count => Indicators.Count + Tasks.Count + Units.Count + Dimensions.Count + Programmes.Count + Sources.Count;

    /// <summary>Searches everything that has a page.</summary>
    /// <param name="snapshot">Everything there is.</param>
    /// <param name="view">What is shown at the moment asked for.</param>
    /// <param name="query">What to look for; nothing is found for an empty one.</param>
    public static SearchResults Of(Snapshot snapshot, BookView view, SearchQuery query)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(query);
        if (query.IsEmpty) return new();
        var plan = snapshot.PlanAt(view.AsOf);
        var quoted = view.KnownFigures().Where(f => query.Fits(f.Quote)).Select(f => f.Source.Id).ToHashSet();
        return new()
        {
            Indicators = IndicatorsOf(snapshot.Catalogue, view, query),
            Tasks = TasksOf(plan, query),
            Units = [.. snapshot.Catalogue.Units.Where(u => query.Fits([u.Name, u.NameEn, u.Code, .. u.Aliases]))],
            Dimensions = [.. plan.Dimensions.Where(d => query.Fits(d.FullName, d.Name, d.NameEn, d.Heading))],
            Programmes = [.. plan.Programmes.Where(p => query.Fits([p.Name, p.NameEn, p.Quote, .. p.Members]))],
            Sources = [.. SourceIndex.All(snapshot, view).Where(s => query.Fits(s.Source.Title, s.Source.Address) || quoted.Contains(s.Source.Id))],
        };
    }

    /// <summary>What can be compared of hits: the first indicator of which several units have figures, as many as are compared.</summary>
    public static (Indicator Indicator, IReadOnlyList<StatisticalUnit> Units)? ComparisonOf(IReadOnlyList<IndicatorHit> hits)
    {
        ArgumentNullException.ThrowIfNull(hits);
        return hits is not [{ Summary.Indicator: var first }, ..] ? null
            : hits.Where(h => h.Summary.Indicator == first && h.Summary.Main is not null).Select(h => h.Summary.Unit).Take(ComparisonModel.MaxUnits).ToList() is { Count: > 1 } units ? (first, units)
            : null;
    }

    /// <summary>The tasks alone, the one of the number that is named first.</summary>
    public static IReadOnlyList<KeyTask> TasksOf(CityPlan plan, SearchQuery query)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(query);
        return [.. plan.Tasks.Where(t => t.Number == query.Task || query.Fits(t.Title, t.Quote, Glosses.Of(t.Title))).OrderBy(t => t.Number != query.Task)];
    }

    /// <summary>The indicators alone, the best first: for suggestions.</summary>
    public static IReadOnlyList<IndicatorHit> IndicatorsOf(Catalogue catalogue, BookView view, SearchQuery query)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(query);
        // A unit's name may be part of an indicator's: what all words fit comes first.
        IReadOnlyList<StatisticalUnit> units = query.Units.Count > 0 ? query.Units : [catalogue.City];
        return
        [
            .. catalogue.Indicators
                .Select(i => (Indicator: i, Whole: SearchQuery.Fit(i, query.Words), Subject: SearchQuery.Fit(i, query.Subject)))
                .Where(f => f.Whole is not null || f.Subject is not null)
                .Select(f => (Fit: f.Whole ?? f.Subject, Hits: (IndicatorHit[])(f.Whole is not null
                    ? [IndicatorHit.Of(view, catalogue, f.Indicator, catalogue.City, null)]
                    : [.. units.Select(u => IndicatorHit.Of(view, catalogue, f.Indicator, u, query))])))
                .OrderBy(f => f.Fit).ThenByDescending(f => f.Hits.Any(h => h.Figure is not null)).SelectMany(f => f.Hits),
        ];
    }
}
