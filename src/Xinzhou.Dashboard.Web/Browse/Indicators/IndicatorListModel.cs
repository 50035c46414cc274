using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Web.Browse.Indicators;

/// <summary>
/// All indicators, those without figures too, grouped as the plan orders them: first 综合 (grouped under no dimension), then
/// the seven dimensions, those without an indicator too.
/// </summary>
public sealed class IndicatorListModel
{
    /// <summary>The code that asks for the indicators of no dimension.</summary>
    public const string General = "general";

    private readonly IndicatorSummary[] _all;

    /// <param name="snapshot">Everything there is.</param>
    /// <param name="view">What is shown at the moment asked for.</param>
    /// <param name="unit">The unit whose figures are shown.</param>
    /// <param name="search">Words of a name, an alias or a code, or a short name (<see cref="SearchQuery"/>); null or empty for all.</param>
    /// <param name="dimension">The code of a dimension, <see cref="General"/>, or null for all.</param>
    /// <param name="withFigures">True for those with figures, false for those without, null for both.</param>
    public IndicatorListModel(
        Snapshot snapshot, BookView view, StatisticalUnit unit, string? search = null, string? dimension = null, bool? withFigures = null)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(view);
        Unit = unit;
        // Most ask for the city: its summaries are worked out once for a moment and a day, which ends forecasts.
        _all = ReferenceEquals(unit, snapshot.Catalogue.Units.FirstOrDefault(u => u.Level == UnitLevel.City))
            ? snapshot.DigestAt(view.AsOf).Other<OfDay>(_ => new()).Of(Shanghai.DayOf(view.AsOf.Moment), Summaries)
            : Summaries();
        var words = SearchQuery.WordsOf(search);
        var found = _all
            .Where(s => SearchQuery.Fit(s.Indicator, words) is not null && (withFigures is null || withFigures == s.Figures > 0))
            .ToLookup(s => snapshot.Plan.Dimension(s.Indicator.Dimension ?? "")?.Code ?? General);
        var narrowed = !string.IsNullOrWhiteSpace(search) || withFigures is not null;
        Groups =
        [
            .. new Dimension?[] { null }.Concat(snapshot.Plan.Dimensions)
                .Where(d => dimension is null || dimension == (d?.Code ?? General))
                .Select(d => (d, (IReadOnlyList<IndicatorSummary>)[.. found[d?.Code ?? General]]))
                .Where(g => g.Item2.Count > 0 || !narrowed),
        ];

        IndicatorSummary[] Summaries() => [.. snapshot.Catalogue.Indicators.Select(i => IndicatorSummary.Of(view, snapshot.Catalogue, i, unit))];
    }

    public StatisticalUnit Unit { get; }

    /// <summary>The groups; the dimension is null for 综合.</summary>
    public IReadOnlyList<(Dimension? Dimension, IReadOnlyList<IndicatorSummary> Indicators)> Groups { get; }

    /// <summary>How many indicators are listed.</summary>
    public int Found => Groups.Sum(g => g.Indicators.Count);

    /// <summary>How many there are.</summary>
    public int All => _all.Length;

    /// <summary>How many have an actual number of the unit.</summary>
    public int WithData => _all.Count(s => s.HasData);

    /// <summary>How many have of the unit no more than a forecast, a target or a fact in words.</summary>
    public int OtherwiseOnly => _all.Count(s => s is { Figures: > 0, HasData: false });

    /// <summary>How many have none of the unit, but of another.</summary>
    public int ElsewhereOnly => _all.Count(s => s.Elsewhere.Count > 0);

    /// <summary>How many have none at all.</summary>
    public int Without => _all.Count(s => s.Figures == 0 && s.Elsewhere.Count == 0);

    /// <summary>The summaries of the day that was asked for last.</summary>
    private sealed class OfDay
    {
        private volatile Tuple<DateOnly, IndicatorSummary[]>? _held;

        public IndicatorSummary[] Of(DateOnly day, Func<IndicatorSummary[]> make)
        {
            if (_held is not { } held || held.Item1 != day) _held = held = new(day, make());
            return held.Item2;
        }
    }
}
