using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Assessment;
using Xinzhou.Dashboard.Domain.Progress.Forecasting;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Browse.Figures;

namespace Xinzhou.Dashboard.Web.Browse.Indicators;

/// <summary>What the page of one indicator shows for one statistical unit, at one moment.</summary>
public sealed class IndicatorModel
{
    private readonly Snapshot _snapshot;
    private readonly BookView _view;
    private readonly SeriesHistory[] _histories;

    /// <param name="snapshot">Everything there is.</param>
    /// <param name="view">What is shown at the moment asked for.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="unit">The unit asked for; null for the one that has most to say: the city if it has figures.</param>
    /// <param name="filter">The periods asked for.</param>
    /// <param name="now">The present moment.</param>
    public IndicatorModel(
        Snapshot snapshot, BookView view, Indicator indicator, StatisticalUnit? unit, PeriodFilter filter, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(indicator);
        (_snapshot, _view, Indicator, Filter) = (snapshot, view, indicator, filter);
        Units = [.. UnitsWithFigures()];
        Unit = unit ?? DefaultUnit();
        _histories = [.. view.Book.Of(indicator.Code, Unit.Code)];
        Filters = [.. Known.Select(v => PeriodFilters.Of(v.Figure.Period)).OfType<PeriodFilter>().Distinct().Order()];
        Charts = new(this, Shanghai.DayOf(view.AsOf.Moment));
        Table = new(view, indicator, Unit, Province, filter);
        LevelUnit = UnitScale.Of(
            Charts.Level.Concat(Table.Rows.SelectMany(r => r.Cells).SelectMany(c => c.Vintages).Select(v => v.Figure)).Where(f => f.Series.Measure == MainMeasure), indicator.Uom);
        Turns = GrowthTurn.Of(Rates.Where(f => filter.Allows(f.Period)));
        Quarters = [.. DerivedQuarters.Of(History(Measure.Level), view.AsOf)
            .Where(q => filter.Allows(q.Period) || filter == PeriodFilter.Ytd)
            .OrderByDescending(q => q.Period.End)];
        Hints = [.. Rates.Concat(view.Shown(History(Measure.AvgGrowth)))
            .Select(f => NaiveGrowth.Of(view, f)).OfType<NaiveGrowth>().OrderByDescending(h => h.Published.Period.End)];
        Moments = KnownMoment.Of(_histories.SelectMany(h => h.Groups).SelectMany(g => g.Figures), view.AsOf.Clock, now);
        Conflicts = ConflictsAround.Of(snapshot, view, indicator, Unit);
    }

    public Indicator Indicator { get; }

    public StatisticalUnit Unit { get; }

    public PeriodFilter Filter { get; }

    /// <summary>The units with figures of the indicator, in the official order, and how many each has.</summary>
    public IReadOnlyList<(StatisticalUnit Unit, int Figures)> Units { get; }

    /// <summary>The kinds of periods there are figures of.</summary>
    public IReadOnlyList<PeriodFilter> Filters { get; }

    public ChartFigures Charts { get; }

    /// <summary>True when level and growth stand side by side; else one chart does, or none.</summary>
    public bool HasTwoCharts => Charts.Level.Count > 0 && (Charts.HasGrowth || Indicator.Type == IndicatorType.Flow);

    public StatementTable Table { get; }

    /// <summary>Turning points of year-to-date growth, latest first.</summary>
    public IReadOnlyList<GrowthTurn> Turns { get; }

    /// <summary>Single quarters derived from year-to-date levels, latest first.</summary>
    public IReadOnlyList<DerivedQuarter> Quarters { get; }

    /// <summary>口径提示: where dividing levels gives something else than the published rate, latest first.</summary>
    public IReadOnlyList<NaiveGrowth> Hints { get; }

    /// <summary>The days on which figures of the indicator and unit became known.</summary>
    public IReadOnlyList<KnownMoment> Moments { get; }

    /// <summary>The conflicts in which a figure of the indicator and unit takes part.</summary>
    public IReadOnlyList<Conflict> Conflicts { get; }

    /// <summary>False when nothing of the indicator is known for the unit.</summary>
    public bool HasFigures => Known.Any();

    /// <summary>What of the indicator is published first of all: the share of a ratio, else the level.</summary>
    public Measure MainMeasure => Indicator.Type == IndicatorType.Ratio ? Measure.Share : Measure.Level;

    /// <summary>The unit in which levels stand on the page, as it fits the largest of those that are drawn or stand in the table.</summary>
    public UnitScale LevelUnit { get; }

    /// <summary>The series of <see cref="MainMeasure"/>; null when it has no figures.</summary>
    public Series? MainSeries => History(MainMeasure)?.Series;

    /// <summary>The latest actual level (or share); that of several years together only where there is no other.</summary>
    public Figure? Main => Latest(MainMeasure, ValueKind.Actual);

    /// <summary>The growth published for the period of <see cref="Main"/>; null when it is not known.</summary>
    public Figure? MainGrowth => Main is { } main
        ? Growth(main.Period, main.Scope, Measure.Yoy) ?? Growth(main.Period, main.Scope, Measure.YoySingle)
        : null;

    /// <summary>True when growth of the period of <see cref="Main"/> may have been published.</summary>
    public bool ExpectsGrowth => Indicator.Type == IndicatorType.Flow && Main is { Period.Kind: not PeriodKind.Span };

    /// <summary>The latest growth; null when it is that of <see cref="Main"/>.</summary>
    public Figure? LatestGrowth => Latest(Measure.Yoy, ValueKind.Actual) is { } growth && growth != MainGrowth && !AtOtherPrices(MainGrowth).Contains(growth) ? growth : null;

    /// <summary>The latest average growth over a span.</summary>
    public Figure? AverageGrowth => Latest(Measure.AvgGrowth, ValueKind.Actual);

    /// <summary>The growth of the span of <see cref="Main"/> against the span before.</summary>
    public Figure? SpanGrowth => Latest(Measure.GrowthPrevSpan, ValueKind.Actual);

    /// <summary>The latest published gap to each benchmark.</summary>
    public IEnumerable<Figure> Gaps =>
        new[] { Benchmark.Province, Benchmark.Nation }
            .Select(b => _view.Latest(Indicator.Code, Unit.Code, Measure.Gap, b)).OfType<Figure>();

    /// <summary>The latest gap to the province that can be derived; null where a later one or the same is published.</summary>
    public DerivedGap? DerivedGap
    {
        get
        {
            var derived = Table.Rows.SelectMany(r => r.Cells).Select(c => c.Gap).OfType<DerivedGap>().FirstOrDefault();
            return Gaps.FirstOrDefault()?.Period.End >= derived?.Own.Period.End ? null : derived;
        }
    }

    /// <summary>The latest forecast that a source states, of a time that is still to come and has no actual yet; else it is history.</summary>
    public Figure? Forecast => Latest(MainMeasure, ValueKind.Forecast) is { } forecast
        && forecast.Period.End >= Shanghai.DayOf(_view.AsOf.Moment)
        && _view.Shown(Indicator.Code, Unit.Code, MainMeasure, forecast.Period, forecast.Scope) is null ? forecast : null;

    /// <summary>Targets that a source states, whatever their date, and whatever periods are asked for: one that is left out is not unknown.</summary>
    public IEnumerable<Figure> Targets => _view.Shown(History(MainMeasure)).Concat(_view.Shown(History(Measure.Yoy))).Where(f => f.Kind == ValueKind.Target);

    /// <summary>All lights of the moment.</summary>
    public LightBoard Lights => field ??= _snapshot.LightsAt(_view.AsOf);

    /// <summary>The targets of indicator and unit with how they stand, the next first; those of no year come last.</summary>
    public IReadOnlyList<AssessedTarget> Assessed => field ??=
    [
        .. Lights.Targets
            .Where(t => t.Figure.Series.Indicator.Code == Indicator.Code && t.Figure.Series.Unit.Code == Unit.Code)
            .OrderBy(t => t.Year ?? int.MaxValue).ThenBy(t => t.Figure.Series.Measure != MainMeasure).ThenBy(t => t.Figure.Id),
    ];

    /// <summary>The targets whose year is over.</summary>
    public IEnumerable<AssessedTarget> Past => Assessed.Where(t => t.Year < Lights.Day.Year).Reverse();

    /// <summary>The targets whose year is not over, or that have none.</summary>
    public IEnumerable<AssessedTarget> Open => Assessed.Where(t => !(t.Year < Lights.Day.Year));

    /// <summary>Who owes the targets whose year is not over, by code; empty where nobody is known to.</summary>
    public IReadOnlyList<string> LeadUnits => [.. Open.Select(t => t.Commitment?.Owner).OfType<string>().Distinct()];

    /// <summary>The plan as it was known at the moment.</summary>
    public CityPlan Plan => _snapshot.PlanAt(_view.AsOf);

    /// <summary>What is to be said of a target besides its light.</summary>
    public TargetOutlook OutlookOf(AssessedTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return TargetOutlook.Of(target.Light, _view);
    }

    /// <summary>The probability that a target is met, as forecast, 0–1; null where none is told.</summary>
    /// <param name="outlook">How the series goes on.</param>
    /// <param name="target">The target.</param>
    public static double? Probability(SeriesOutlook? outlook, AssessedTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return outlook is not null && target.Light.Inputs is TargetInputs { Bound: { } bound } inputs
            ? outlook.Probability(target.Figure, bound, inputs.Direction == AssessmentDirection.Up ? ForecastDirection.Up : ForecastDirection.Down)
            : null;
    }

    /// <summary>Figures of which the source does not say whether they are actual or planned.</summary>
    public IEnumerable<Figure> Unstated => Shown(MainMeasure).Where(f => f.Kind == ValueKind.Unstated);

    /// <summary>Facts in words.</summary>
    public IEnumerable<Figure> Words => Shown(Measure.Qualitative);

    /// <summary>True for the city and what lies in it: the plan sets no targets for province and nation.</summary>
    public bool IsOfThePlan => Unit.Level is not (UnitLevel.Province or UnitLevel.Nation);

    /// <summary>True for the city, whose code an address need not name.</summary>
    public bool IsCity => Unit.Code == _snapshot.Catalogue.City.Code;

    /// <summary>The milestone that is next due; null after the last, and for units that the plan is not about.</summary>
    public Milestone? Next => IsOfThePlan ? _snapshot.Plan.Next(Shanghai.DayOf(_view.AsOf.Moment)) : null;

    /// <summary>The milestones that are due from the day of the page on, each with its target; null where none is entered.</summary>
    public IEnumerable<(Milestone Milestone, Figure? Target)> MilestoneTargets =>
        _snapshot.Plan.Milestones.Where(m => m.Due >= Shanghai.DayOf(_view.AsOf.Moment))
            .Select(m => (m, Targets.FirstOrDefault(t => t.Period.End?.Year == m.Year)));

    /// <summary>The dimension that the indicator is grouped under; null is 综合.</summary>
    public Dimension? Dimension => Indicator.Dimension is { } code ? _snapshot.Plan.Dimension(code) : null;

    /// <summary>The statistical unit of the province.</summary>
    public StatisticalUnit? Province => _snapshot.Catalogue.Units.FirstOrDefault(u => u.Level == UnitLevel.Province);

    /// <summary>The units that this one lies in: the province, the nation.</summary>
    public IEnumerable<StatisticalUnit> Benchmarks => _snapshot.Catalogue.Units
        .Where(u => u.Level is UnitLevel.Province or UnitLevel.Nation && u.Code != Unit.Code && Unit.Level > u.Level)
        .OrderByDescending(u => u.Level);

    /// <summary>The shown figures of a measure, of the periods asked for.</summary>
    public IEnumerable<Figure> Shown(Measure measure, Benchmark? benchmark = null) =>
        _view.Shown(History(measure, benchmark)).Where(f => Filter.Allows(f.Period));

    /// <summary>The shown figures of a measure for another unit (a benchmark), of the periods asked for.</summary>
    public IEnumerable<Figure> ShownOf(StatisticalUnit other, Measure measure)
    {
        ArgumentNullException.ThrowIfNull(other);
        return _view.Shown(Indicator.Code, other.Code, measure).Where(f => Filter.Allows(f.Period));
    }

    /// <summary>Growth of the period of another at other prices: real and nominal growth stand side by side.</summary>
    public IEnumerable<Figure> AtOtherPrices(Figure? growth) => growth is null
        ? []
        : _view.Shown(History(growth.Series.Measure))
            .Where(f => f.Period == growth.Period && f.Scope == growth.Scope && f.Kind == growth.Kind && f.PriceBasis != growth.PriceBasis);

    private IEnumerable<Figure> Rates => _view.Shown(History(Measure.Yoy));

    private IEnumerable<Vintage> Known => _histories.SelectMany(_view.Known);

    private Figure? Growth(Period period, string scope, Measure measure) =>
        _view.Shown(Indicator.Code, Unit.Code, measure, period, scope);

    private SeriesHistory? History(Measure measure, Benchmark? benchmark = null) =>
        _histories.FirstOrDefault(h => h.Series.Measure == measure && h.Series.Benchmark == benchmark);

    private Figure? Latest(Measure measure, ValueKind kind) => Shown(measure)
        .Where(f => f.Kind == kind && f.Period.End is not null)
        .MaxBy(f => (
            measure != MainMeasure || f.Period.Kind != PeriodKind.Span,
            f.Period.End,
            f.Scope.Length == 0,
            -f.Period.Start!.Value.DayNumber,
            f.IsInLeadingPrices));

    private IEnumerable<(StatisticalUnit, int)> UnitsWithFigures() => _snapshot.Catalogue.Units
        .Select(u => (u, _view.Book.Of(Indicator.Code, u.Code).Sum(h => _view.KnownFigures(h).Count())))
        .Where(u => u.Item2 > 0);

    private StatisticalUnit DefaultUnit()
    {
        var city = _snapshot.Catalogue.City;
        return Units.Any(u => u.Unit.Code == city.Code) || Units.Count == 0 ? city : Units[0].Unit;
    }
}
